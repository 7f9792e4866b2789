/** Notices of a brief: what happened to works it uses; and the ways to say that a work was withdrawn, and that it was not. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { notice, reinstateInput, settleInput, withdrawalInput } from '../../shared/wire/inputs.ts'
import { noticesOf, reinstate, settle, withdraw } from '../brief/notices.ts'
import type { Services } from '../services.ts'
import { may } from './access.ts'
import { gives, givesNothing, path, takes } from './describe.ts'
import type { Visited } from './session.ts'

const list = createRoute({
  method: 'get',
  path: '/notices',
  summary: 'What happened to works that the brief uses',
  middleware: may('read'),
  request: { params: path('id') },
  responses: gives(200, z.array(notice), 'What the brief has not dealt with'),
})

const deal = createRoute({
  method: 'post',
  path: '/notices/{event}',
  summary: 'Take over what a notice says, or dismiss it',
  middleware: may('write'),
  request: { params: path('id', 'event'), ...takes(settleInput) },
  responses: givesNothing,
})

const say = createRoute({
  method: 'post',
  path: '/sources/{source}/withdrawal',
  summary: 'Say for the whole workspace that a work was retracted, corrected or discredited',
  middleware: may('write'),
  request: { params: path('id', 'source'), ...takes(withdrawalInput) },
  responses: givesNothing,
})

const takeBack = createRoute({
  method: 'post',
  path: '/sources/{source}/withdrawal/taken-back',
  summary: 'Take back for the whole workspace that a work was withdrawn: whoever said it, or an owner',
  middleware: may('write'),
  request: { params: path('id', 'source'), ...takes(reinstateInput) },
  responses: givesNothing,
})

export const noticeRoutes = (s: Services) =>
  new OpenAPIHono<Visited>()
    .openapi(list, async (c) => c.json(await noticesOf(s, c.var.briefId, c.var.me.id), 200))
    .openapi(deal, async (c) => {
      const event = Number(c.req.valid('param').event)
      const take = c.req.valid('json').do === 'take'
      await settle(s, { briefId: c.var.briefId, by: c.var.me, event, take })
      return c.body(null, 204)
    })
    .openapi(say, async (c) => {
      const sourceId = c.req.valid('param').source
      await withdraw(s, { briefId: c.var.briefId, by: c.var.me, sourceId, ...c.req.valid('json') })
      return c.body(null, 204)
    })
    .openapi(takeBack, async (c) => {
      const { briefId, me: by, role } = c.var
      const sourceId = c.req.valid('param').source
      const owns = role === 'owner' || by.owner
      await reinstate(s, { briefId, by, sourceId, owns, ...c.req.valid('json') })
      return c.body(null, 204)
    })
