/** Looking again at the addresses of sources: one now, all of a brief, or on a schedule until a day. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { addedCapture, scheduleInput, sourceCheck } from '../../shared/wire/inputs.ts'
import { askForAll, checkAgain, schedule, stopSchedule } from '../brief/check-again.ts'
import type { Services } from '../services.ts'
import { checksOf } from '../storage/source-checks.ts'
import { may } from './access.ts'
import { gives, givesNothing, path, takes } from './describe.ts'
import { tellsProgress, worked } from './progress.ts'
import type { Visited } from './session.ts'

const counted = z.object({ sources: z.number().int() })

const list = createRoute({
  method: 'get',
  path: '/source-checks',
  summary: 'Which sources are looked at again, when, for whom, and what came of it last',
  middleware: may('read'),
  request: { params: path('id') },
  responses: gives(200, z.array(sourceCheck), 'Sources that were never looked at again are not in it'),
})

const all = createRoute({
  method: 'post',
  path: '/source-checks',
  summary: 'Look again at all sources of the brief that have a web address, as their turn comes',
  middleware: may('write'),
  request: { params: path('id') },
  responses: gives(201, counted, 'How many wait for their turn'),
})

const allOften = createRoute({
  method: 'put',
  path: '/source-checks/schedule',
  summary: 'Look at all sources of the brief that have a web address daily or weekly, until a day',
  middleware: may('write'),
  request: { params: path('id'), ...takes(scheduleInput) },
  responses: gives(200, counted, 'How many'),
})

const one = createRoute({
  method: 'post',
  path: '/sources/{source}/check',
  summary: 'Look again at the address of a source, now: the same text there is no new capture',
  middleware: may('write'),
  request: { params: path('id', 'source') },
  responses: {
    ...gives(
      201,
      addedCapture.extend({ at: z.string().describe('When it was looked at, ISO 8601 in UTC') }),
      'Looked at',
    ),
    ...tellsProgress,
  },
})

const often = createRoute({
  method: 'put',
  path: '/sources/{source}/schedule',
  summary: 'Look at the address of a source daily or weekly, until a day',
  middleware: may('write'),
  request: { params: path('id', 'source'), ...takes(scheduleInput) },
  responses: givesNothing,
})

const noMore = createRoute({
  method: 'delete',
  path: '/sources/{source}/schedule',
  summary: 'Look at the address of a source on no schedule any more',
  middleware: may('write'),
  request: { params: path('id', 'source') },
  responses: givesNothing,
})

export const sourceCheckRoutes = (s: Services) =>
  new OpenAPIHono<Visited>()
    .openapi(list, async (c) => c.json(await checksOf(s.db, c.var.briefId), 200))
    .openapi(all, async (c) => {
      const sources = await askForAll(s, c.var.briefId, c.var.me)
      s.checkRounds.wake()
      return c.json({ sources }, 201)
    })
    .openapi(allOften, async (c) => {
      const { briefId, me: by } = c.var
      const sources = await schedule(s, { briefId, by, ...c.req.valid('json') })
      s.checkRounds.wake()
      return c.json({ sources }, 200)
    })
    .openapi(one, async (c) => {
      const { briefId, me: by } = c.var
      const sourceId = c.req.valid('param').source
      return worked(
        c,
        s.log,
        (watch) => checkAgain(s, { briefId, by, sourceId }, watch),
        (answer) => c.json(answer, 201),
      )
    })
    .openapi(often, async (c) => {
      const { briefId, me: by } = c.var
      await schedule(s, { briefId, by, sourceId: c.req.valid('param').source, ...c.req.valid('json') })
      s.checkRounds.wake()
      return c.body(null, 204)
    })
    .openapi(noMore, async (c) => {
      await stopSchedule(s, c.var.briefId, c.req.valid('param').source)
      return c.body(null, 204)
    })
