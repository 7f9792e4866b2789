/** Reads an uploaded text out of a form; files of sources come through upload.ts. JSON bodies are read and checked by the route's own shape. */
import type { Context } from 'hono'
import { TEXT_LIMIT } from '../../shared/wire/inputs.ts'
import { Refusal } from '../../shared/wire/refusal.ts'
import type { Brought } from '../ingest/ingest.ts'

type Uploaded = { bytes: Uint8Array; filename?: string; mediaType?: string }

/** A text that was sent as a form's `file`; null when the request is no form. */
export const uploaded = async (c: Context): Promise<Uploaded | null> => {
  if (!/^multipart\/form-data/i.test(c.req.header('content-type') ?? '')) return null
  const { file } = await c.req.parseBody()
  if (!(file instanceof File)) throw new Refusal('invalid', 'The form has no "file". Nothing was changed.')
  // Before its bytes are copied once more.
  if (file.size > TEXT_LIMIT) return { bytes: new Uint8Array(TEXT_LIMIT + 1) }
  return { bytes: new Uint8Array(await file.arrayBuffer()), filename: file.name, mediaType: file.type }
}

/** Pasted text as the bytes of a capture. */
export const pasted = (text: string): Brought => ({
  bytes: new TextEncoder().encode(text),
  mediaType: 'text/plain',
})

/** Pasted text, or the mark-up that a browser or a word processor put beside it. */
export const pastedAs = (input: { text: string } | { html: string }): Brought =>
  'html' in input
    ? { bytes: new TextEncoder().encode(input.html), mediaType: 'text/html' }
    : pasted(input.text)
