/** A Word file that went out and comes back: what it says otherwise than the brief. Nothing is changed; whoever may write takes what is wanted. */
import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import { broughtBackResult } from '../../shared/wire/brought-back.ts'
import { readStoredBrief } from '../brief/export.ts'
import { comparedAside } from '../brief/write-aside.ts'
import type { Services } from '../services.ts'
import { may } from './access.ts'
import { gives, path, takesFile } from './describe.ts'
import type { Visited } from './session.ts'
import { receiveUpload } from './upload.ts'

const compare = createRoute({
  method: 'post',
  path: '/{id}/word',
  summary: 'Hold a Word file that was exported from the brief against the brief as it is now',
  middleware: may('read'),
  request: { params: path('id'), ...takesFile },
  responses: gives(
    200,
    broughtBackResult,
    'The file as it was read, and what it says otherwise: tracked changes with their authors, other changes, comments. Nothing is changed',
  ),
})

export const wordRoutes = (s: Services) =>
  new OpenAPIHono<Visited>().openapi(compare, async (c) => {
    const { brought, forget } = await receiveUpload(c, s.incoming)
    try {
      const content = 'bytes' in brought ? brought.bytes : brought.file
      const { document } = await s.readers.readWord(content, { signal: c.req.raw.signal })
      const found = await comparedAside(await readStoredBrief(s.rooms, c.var.briefId), document)
      return c.json({ ...found, file: document }, 200)
    } finally {
      await forget()
    }
  })
