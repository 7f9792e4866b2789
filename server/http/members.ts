/** The people of a brief and their roles. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { can } from '../../shared/brief/role.ts'
import { member, role } from '../../shared/wire/inputs.ts'
import { Refusal } from '../../shared/wire/refusal.ts'
import { changeRole, takeAccess } from '../brief/share.ts'
import type { Services } from '../services.ts'
import { membersOf } from '../storage/briefs.ts'
import { may } from './access.ts'
import { gives, givesNothing, path, takes } from './describe.ts'
import type { Visited } from './session.ts'

const list = createRoute({
  method: 'get',
  path: '/',
  summary: 'Who is a member of a brief',
  middleware: may('read'),
  request: { params: path('id') },
  responses: gives(200, z.array(member), 'The members, the longest first'),
})

const change = createRoute({
  method: 'patch',
  path: '/{person}',
  summary: 'Give a member another role',
  middleware: may('own'),
  request: { params: path('id', 'person'), ...takes(z.object({ role })) },
  responses: givesNothing,
})

const remove = createRoute({
  method: 'delete',
  path: '/{person}',
  summary: 'Take a member out of a brief, or leave it oneself',
  middleware: may('read'),
  request: { params: path('id', 'person') },
  responses: givesNothing,
})

export const memberRoutes = (s: Services) =>
  new OpenAPIHono<Visited>()
    .openapi(list, async (c) => c.json(await membersOf(s.db, c.var.briefId), 200))
    .openapi(change, async (c) => {
      await changeRole(s, c.var.briefId, c.req.valid('param').person, c.req.valid('json').role)
      return c.body(null, 204)
    })
    .openapi(remove, async (c) => {
      const { person } = c.req.valid('param')
      if (person !== c.var.me.id && !can(c.var.role, 'own')) throw new Refusal('not-allowed')
      await takeAccess(s, c.var.briefId, person)
      return c.body(null, 204)
    })
