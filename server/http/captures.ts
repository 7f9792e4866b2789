/** Captures by hash, for who may read a brief that holds them; for everybody else there is nothing. */
import { Readable } from 'node:stream'
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { createMiddleware } from 'hono/factory'
import { captureInfo } from '../../shared/wire/inputs.ts'
import { Refusal } from '../../shared/wire/refusal.ts'
import { DOCX, MHTML, PDF } from '../ingest/kind.ts'
import type { Services } from '../services.ts'
import { storedBytes } from '../storage/capture-bytes.ts'
import { erasedCapture } from '../storage/erasures.ts'
import { captureInfoOf, captureText, mayReadCapture } from '../storage/captures.ts'
import { gives, path } from './describe.ts'
import { requireMe, type Visited } from './session.ts'

const readable = createMiddleware<Visited>(async (c, next) => {
  const me = requireMe(c)
  const hash = c.req.param('hash') ?? ''
  const { db } = c.var.services
  if (!(await mayReadCapture(db, me.id, hash))) {
    const gone = await erasedCapture(db, me.id, hash)
    if (!gone) throw new Refusal('no-such-capture')
    // What a browser kept under this address goes.
    c.header('cache-control', 'no-store')
    throw new Refusal('erased', `${gone.name} erased this saved copy on ${gone.at.slice(0, 10)}: ${gone.why}`)
  }
  const etag = `"${hash}"`
  // What lies under a hash never changes: it is fetched once. Private: a proxy must not serve it to others.
  c.header('cache-control', 'private, max-age=31536000, immutable')
  c.header('etag', etag)
  if (c.req.header('if-none-match') === etag) return c.body(null, 304)
  await next()
})

const info = createRoute({
  method: 'get',
  path: '/{hash}',
  summary: 'What a capture is, and the blocks of its text',
  middleware: readable,
  request: { params: path('hash') },
  responses: gives(200, captureInfo, 'The capture'),
})

const text = createRoute({
  method: 'get',
  path: '/{hash}/text',
  summary: 'The text of a capture, as excerpts count it',
  middleware: readable,
  request: { params: path('hash') },
  responses: { 200: { description: 'The text', content: { 'text/plain': { schema: z.string() } } } },
})

const bytes = createRoute({
  method: 'get',
  path: '/{hash}/bytes',
  summary: 'The original bytes of a capture, to be saved',
  middleware: readable,
  request: { params: path('hash') },
  responses: {
    200: {
      description: 'The bytes',
      content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
    },
  },
})

const EXTENSION: Record<string, string> = {
  'text/html': 'html',
  'text/markdown': 'md',
  'text/plain': 'txt',
  [PDF]: 'pdf',
  [DOCX]: 'docx',
  [MHTML]: 'mhtml',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
}

export const captureRoutes = (s: Services) =>
  new OpenAPIHono<Visited>()
    .openapi(info, async (c) => c.json(found(await captureInfoOf(s.db, c.req.valid('param').hash)), 200))
    .openapi(text, async (c) => c.text(found(await captureText(s.db, c.req.valid('param').hash)), 200))
    .openapi(bytes, async (c) => {
      const { hash } = c.req.valid('param')
      const original = found(await storedBytes(s.db, hash))
      // Somebody else's page must never run under our own address, whoever opens it and however.
      c.header('content-security-policy', "sandbox; default-src 'none'")
      const name = `${hash.slice(0, 12)}.${EXTENSION[original.mediaType] ?? 'bin'}`
      c.header('content-disposition', `attachment; filename="${name}"`)
      c.header('content-length', String(original.size))
      return c.body(
        Readable.toWeb(Readable.from(original.pieces(), { objectMode: false })) as ReadableStream,
        200,
        { 'content-type': original.mediaType },
      )
    })

const found = <T>(value: T | null): T => {
  if (value === null) throw new Refusal('no-such-capture')
  return value
}
