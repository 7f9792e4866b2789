/** The list of briefs, and making, renaming, copying and deleting one. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { templateCalled } from '../../shared/brief/templates.ts'
import { can } from '../../shared/brief/role.ts'
import { briefSummary, changeBriefInput, newBriefInput } from '../../shared/wire/inputs.ts'
import { Refusal } from '../../shared/wire/refusal.ts'
import { seedOf } from '../brief/from-template.ts'
import { copyBrief } from '../brief/copy.ts'
import { createBrief } from '../brief/create.ts'
import { deleteBrief } from '../brief/delete.ts'
import { renameBrief } from '../brief/rename.ts'
import type { Services } from '../services.ts'
import { briefsOf, roleIn } from '../storage/briefs.ts'
import { may } from './access.ts'
import { gives, givesNothing, path, takes } from './describe.ts'
import { signedIn, type Visited } from './session.ts'

const list = createRoute({
  method: 'get',
  path: '/',
  summary: 'The briefs that one is a member of, the last changed first',
  middleware: signedIn,
  responses: gives(200, z.array(briefSummary), 'The briefs'),
})

const create = createRoute({
  method: 'post',
  path: '/',
  summary: 'Make a brief, empty or as a copy of another one with its evidence',
  middleware: signedIn,
  request: takes(newBriefInput),
  responses: gives(201, briefSummary, 'Made; the maker owns it'),
})

const get = createRoute({
  method: 'get',
  path: '/{id}',
  summary: 'One brief, as the list has it',
  middleware: may('read'),
  request: { params: path('id') },
  responses: gives(
    200,
    briefSummary.extend({
      share: z.number().describe('Of what a brief can hold, it holds so much: 0 to about 1'),
    }),
    'The brief',
  ),
})

const change = createRoute({
  method: 'patch',
  path: '/{id}',
  summary: 'Rename a brief',
  middleware: may('write'),
  request: { params: path('id'), ...takes(changeBriefInput) },
  responses: gives(200, briefSummary, 'Renamed, for everyone who has it open too'),
})

const remove = createRoute({
  method: 'delete',
  path: '/{id}',
  summary: 'Delete a brief, its documents and its right to its captures',
  middleware: may('own'),
  request: { params: path('id') },
  responses: givesNothing,
})

export const briefRoutes = (s: Services) =>
  new OpenAPIHono<Visited>()
    .openapi(list, async (c) => c.json(await briefsOf(s.db, c.var.me.id), 200))
    .openapi(create, async (c) => {
      const { me } = c.var
      const { title, copyOf, template, lang } = c.req.valid('json')
      const start = templateCalled(template)
      if (template && !start)
        throw new Refusal('invalid', `There is no template "${template.slice(0, 40)}". Nothing was changed.`)
      if (copyOf !== undefined) {
        const role = await roleIn(s.db, copyOf, me.id)
        if (!role || !can(role, 'read')) throw new Refusal('no-such-brief')
      }
      const id =
        copyOf === undefined
          ? await createBrief(s, {
              title,
              owner: me,
              ...(lang && { lang }),
              ...(start && { seed: seedOf(start, lang ?? 'en') }),
            })
          : await copyBrief(s, { from: copyOf, title, owner: me })
      return c.json(await summaryOf(s, id, me.id), 201)
    })
    .openapi(get, async (c) => {
      const { briefId, me } = c.var
      const summary = await summaryOf(s, briefId, me.id)
      return c.json({ ...summary, share: await s.rooms.shareOf(briefId) }, 200)
    })
    .openapi(change, async (c) => {
      await renameBrief(s, c.var.briefId, c.req.valid('json').title)
      return c.json(await summaryOf(s, c.var.briefId, c.var.me.id), 200)
    })
    .openapi(remove, async (c) => {
      await deleteBrief(s, c.var.briefId)
      return c.body(null, 204)
    })

const summaryOf = async (s: Services, briefId: string, personId: string) => {
  const [summary] = await briefsOf(s.db, personId, briefId)
  if (!summary) throw new Refusal('no-such-brief')
  return summary
}
