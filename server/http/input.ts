/** Pasted words as what is ingested; files come through upload.ts. */
import type { Brought } from '../ingest/ingest.ts'

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
