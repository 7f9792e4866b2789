/** Publishing a brief, the list of its published versions, and taking one back. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { publication, type Publication, publishInput } from '../../shared/wire/inputs.ts'
import { Refusal } from '../../shared/wire/refusal.ts'
import { publish, unpublish } from '../brief/publish.ts'
import type { Services } from '../services.ts'
import { type Listed, publicationsOf } from '../storage/publications.ts'
import { may } from './access.ts'
import { linkBase } from './address.ts'
import { gives, givesNothing, path, takes } from './describe.ts'
import type { Visited } from './session.ts'

const list = createRoute({
  method: 'get',
  path: '/',
  summary: 'The published versions, the last first; those taken back too',
  middleware: may('read'),
  request: { params: path('id') },
  responses: gives(200, z.array(publication), 'The versions, with their addresses'),
})

const create = createRoute({
  method: 'post',
  path: '/',
  summary: 'Publish the brief as it is now: a page for readers that stays as it is',
  middleware: may('write'),
  request: { params: path('id'), ...takes(publishInput) },
  responses: gives(201, publication, 'Published, or will be when its embargo ends'),
})

const remove = createRoute({
  method: 'delete',
  path: '/{publication}',
  summary: 'Take a published version back for good; its address says so',
  middleware: may('write'),
  request: { params: path('id', 'publication') },
  responses: givesNothing,
})

export const publicationRoutes = (s: Services) => {
  const shown = ({ name, openly, embargo, token, ...row }: Listed, host: string | undefined): Publication =>
    publication.parse({
      ...row,
      by: name,
      openly: openly === 1,
      embargoUntil: embargo,
      url: `${linkBase(s.config, s.port(), host)}/r/${token}`,
    })
  return new OpenAPIHono<Visited>()
    .openapi(list, async (c) => {
      const rows = await publicationsOf(s.db, c.var.briefId)
      return c.json(
        rows.map((row) => shown(row, c.req.header('host'))),
        200,
      )
    })
    .openapi(create, async (c) => {
      const { openly, embargoUntil, reason } = c.req.valid('json')
      const row = await publish(s, {
        briefId: c.var.briefId,
        by: c.var.me,
        openly,
        embargoUntil: embargoUntil === undefined ? null : new Date(embargoUntil).toISOString(),
        reason,
      })
      return c.json(shown(row, c.req.header('host')), 201)
    })
    .openapi(remove, async (c) => {
      if (!(await unpublish(s, c.var.briefId, c.req.valid('param').publication)))
        throw new Refusal('no-such-publication')
      return c.body(null, 204)
    })
}
