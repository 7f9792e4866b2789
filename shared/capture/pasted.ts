/** What pasted plain text becomes as a capture, on the server and on a device without one: the same, to the letter. */
import { TEXT_LIMIT } from '../wire/inputs.ts'
import { Refusal } from '../wire/refusal.ts'
import { cleanText } from './clean-text.ts'
import { PAGE_START } from './page-start.ts'
import { plainText } from './plain-text.ts'
import type { Extracted } from './text-blocks.ts'

/** Throws a Refusal: `empty-text`, `not-text`, `too-large`, and `unknown-kind` for a page, which the server reads. */
export const pastedCapture = (pasted: string): Extracted => {
  if (new TextEncoder().encode(pasted).byteLength > TEXT_LIMIT) throw new Refusal('too-large')
  if (PAGE_START.test(pasted.slice(0, 4096)))
    throw new Refusal(
      'unknown-kind',
      'This is the mark-up of a page, which is read when you are connected. Nothing was added; paste its text, or try again then.',
    )
  const extracted = plainText(cleanText(pasted.replace(/^\ufeff/, '')))
  if (!/[\p{L}\p{N}]/u.test(extracted.text)) throw new Refusal('empty-text')
  return extracted
}
