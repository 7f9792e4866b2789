/** Looking at what is damaged of a brief, and beginning anew with what can be saved. */
import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import { repairInput, repairReport } from '../../shared/wire/inputs.ts'
import { repairBrief } from '../brief/repair.ts'
import type { Services } from '../services.ts'
import { may } from './access.ts'
import { gives, path, takes } from './describe.ts'
import type { Visited } from './session.ts'

const repair = createRoute({
  method: 'post',
  path: '/{id}/repair',
  summary: 'Say what of a brief is damaged; with `apply`, begin anew with what can be saved',
  middleware: may('own'),
  request: { params: path('id'), ...takes(repairInput) },
  responses: gives(
    200,
    repairReport,
    'What is damaged and what can be saved; no documents: nothing is damaged',
  ),
})

export const repairRoutes = (s: Services) =>
  new OpenAPIHono<Visited>().openapi(repair, async (c) =>
    c.json(await repairBrief(s, c.var.briefId, c.req.valid('json').apply), 200),
  )
