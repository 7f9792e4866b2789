/** The sources of a brief: text pasted, a file, or a work without text; and later captures of the same work. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { source } from '../../shared/brief/source.ts'
import { captureInfo, newCaptureInput, newSourceInput, newSourceResult } from '../../shared/wire/inputs.ts'
import { addCaptureTo, addSourceTo, sourcesOf } from '../brief/add-source.ts'
import type { Services } from '../services.ts'
import { may } from './access.ts'
import { gives, path, takesJsonOrFile } from './describe.ts'
import { pasted, pastedAs, uploaded } from './input.ts'
import type { Visited } from './session.ts'

const list = createRoute({
  method: 'get',
  path: '/',
  summary: 'The sources of a brief',
  middleware: may('read'),
  request: { params: path('id') },
  responses: gives(200, z.array(source), 'The sources, removed ones too'),
})

const create = createRoute({
  method: 'post',
  path: '/',
  summary: 'Add a source: pasted text, a .txt, .md or .html file, or a work without text',
  middleware: may('write'),
  request: { params: path('id'), ...takesJsonOrFile(newSourceInput) },
  responses: gives(201, newSourceResult, 'Added'),
})

const standing = z.object({
  excerpt: z.string(),
  state: z.enum(['exact', 'moved', 'reflowed', 'context-changed', 'changed', 'ambiguous', 'gone']),
  start: z.number().int().optional(),
  end: z.number().int().optional(),
  numbers: z.boolean().optional().describe('The state is "changed", and a number is not the same'),
  polarity: z.boolean().optional().describe('The state is "changed", and a "not" came or went'),
})

const recapture = createRoute({
  method: 'post',
  path: '/{source}/captures',
  summary: 'Add a new capture of the same work',
  middleware: may('write'),
  request: { params: path('id', 'source'), ...takesJsonOrFile(newCaptureInput) },
  responses: gives(
    201,
    z.object({ capture: captureInfo, anchors: z.array(standing) }),
    'Added; how each excerpt of the source stands in it',
  ),
})

export const sourceRoutes = (s: Services) =>
  new OpenAPIHono<Visited>()
    .openapi(list, async (c) => c.json(await sourcesOf(s, c.var.briefId), 200))
    .openapi(create, async (c) => {
      const { briefId, me: by } = c.var
      const file = await uploaded(c)
      if (file) return c.json(await addSourceTo(s, { briefId, by, brought: file }), 201)
      const input = c.req.valid('json')
      const brought = input.text === undefined ? undefined : pasted(input.text)
      return c.json(await addSourceTo(s, { briefId, by, item: input.item, brought }), 201)
    })
    .openapi(recapture, async (c) => {
      const { briefId, me: by } = c.var
      const brought = (await uploaded(c)) ?? pastedAs(c.req.valid('json'))
      const sourceId = c.req.valid('param').source
      const { capture, anchors } = await addCaptureTo(s, { briefId, by, sourceId, brought })
      return c.json({ capture, anchors }, 201)
    })
