/** The answer to a Word file that came back: what was read of it, and how it differs from the brief. */
import { z } from 'zod'
import { byLine, wordDocument } from '../word/document.ts'

export const broughtBackResult = z.object({
  /** False: the file went out from another brief, or from none. */
  isFrom: z.boolean(),
  differences: z.array(
    z.object({
      id: z.string(),
      what: z.enum(['words', 'look', 'kind', 'added', 'removed', 'moved', 'title', 'note', 'picture']),
      /** Of a tracked change. */
      by: byLine.nullable(),
      section: z.string(),
      before: z.string(),
      removed: z.string(),
      added: z.string(),
      after: z.string(),
      as: z.string(),
      alsoHere: z.boolean(),
      canBeTaken: z.boolean(),
      why: z.string(),
    }),
  ),
  remarks: z.array(
    z.object({
      id: z.string(),
      by: byLine,
      text: z.string(),
      words: z.string(),
      section: z.string(),
      pos: z.number().nullable(),
    }),
  ),
  file: wordDocument,
})
