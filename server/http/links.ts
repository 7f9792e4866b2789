/** Share links of a brief. The key is in the answer that makes one, and nowhere after. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { newLinkInput, shareLink } from '../../shared/wire/inputs.ts'
import { Refusal } from '../../shared/wire/refusal.ts'
import { linkBase } from './address.ts'
import type { Services } from '../services.ts'
import { addLink, linksOf, revokeLink } from '../storage/links.ts'
import { may } from './access.ts'
import { gives, givesNothing, path, takes } from './describe.ts'
import type { Visited } from './session.ts'

const list = createRoute({
  method: 'get',
  path: '/',
  summary: 'The share links that still work',
  middleware: may('own'),
  request: { params: path('id') },
  responses: gives(200, z.array(shareLink), 'The links, without their keys'),
})

const create = createRoute({
  method: 'post',
  path: '/',
  summary: 'Make a share link',
  middleware: may('own'),
  request: { params: path('id'), ...takes(newLinkInput) },
  responses: gives(201, z.object({ id: z.string(), url: z.string() }), 'The link; who opens it is in'),
})

const remove = createRoute({
  method: 'delete',
  path: '/{link}',
  summary: 'Take a share link back; who came in by it stays',
  middleware: may('own'),
  request: { params: path('id', 'link') },
  responses: givesNothing,
})

export const linkRoutes = (s: Services) =>
  new OpenAPIHono<Visited>()
    .openapi(list, async (c) => c.json(await linksOf(s.db, c.var.briefId), 200))
    .openapi(create, async (c) => {
      const { role, expires } = c.req.valid('json')
      const ends = expires === undefined ? null : new Date(expires).toISOString()
      if (ends && ends <= new Date().toISOString())
        throw new Refusal('invalid', '"expires" has passed already. Nothing was changed.')
      const { id, key } = await addLink(s.db, { brief: c.var.briefId, role, by: c.var.me.id, expires: ends })
      return c.json({ id, url: `${linkBase(s.config, s.port(), c.req.header('host'))}/join/${key}` }, 201)
    })
    .openapi(remove, async (c) => {
      if (!(await revokeLink(s.db, c.var.briefId, c.req.valid('param').link)))
        throw new Refusal('no-such-link')
      return c.body(null, 204)
    })
