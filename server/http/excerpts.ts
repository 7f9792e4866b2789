/** Excerpts for programs: a passage of a capture, given by its offsets. */
import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import { excerptResult, newExcerptInput } from '../../shared/wire/inputs.ts'
import { addPassage } from '../brief/add-excerpt.ts'
import type { Services } from '../services.ts'
import { may } from './access.ts'
import { gives, path, takes } from './describe.ts'
import type { Visited } from './session.ts'

const create = createRoute({
  method: 'post',
  path: '/',
  summary: 'Tie a passage of a capture to the brief; offsets count UTF-16 code units of its text',
  middleware: may('write'),
  request: { params: path('id'), ...takes(newExcerptInput) },
  responses: gives(201, excerptResult, 'Added, with its selectors'),
})

export const excerptRoutes = (s: Services) =>
  new OpenAPIHono<Visited>().openapi(create, async (c) =>
    c.json(await addPassage(s, { briefId: c.var.briefId, by: c.var.me, ...c.req.valid('json') }), 201),
  )
