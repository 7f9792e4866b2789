/** Findings of a brief, for programs: what the editor shows beside the page. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { readStoredBrief } from '../brief/export.ts'
import { changeFindings } from '../brief/change-findings.ts'
import { findingsOf } from '../brief/findings.ts'
import type { Services } from '../services.ts'
import { may } from './access.ts'
import { gives, path } from './describe.ts'
import type { Visited } from './session.ts'

const finding = z.object({
  kind: z.enum([
    'quotation-differs',
    'quotation-without-excerpt',
    'sentence-changed',
    'citation-unplaced',
    'citation-without-source',
    'source-changed',
    'source-not-compared',
  ]),
  message: z.string(),
  block: z.string().optional(),
  citation: z.string().optional(),
  excerpt: z.string().optional(),
})

const list = createRoute({
  method: 'get',
  path: '/checks',
  summary: 'What a reader of the brief should look at again',
  middleware: may('read'),
  request: { params: path('id') },
  responses: gives(200, z.array(finding), 'The findings'),
})

export const checkRoutes = (s: Services) =>
  new OpenAPIHono<Visited>().openapi(list, async (c) => {
    const brief = await readStoredBrief(s.rooms, c.var.briefId)
    return c.json([...(await changeFindings(s, c.var.briefId, brief)), ...findingsOf(brief)], 200)
  })
