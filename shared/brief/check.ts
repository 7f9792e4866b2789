/** "Checked by Ana": a person read the covered words against the excerpts. One per citation, the latest. */
import type * as Y from 'yjs'
import { z } from 'zod'
import { roots } from './document.ts'

export const check = z.object({
  by: z.object({ id: z.string(), name: z.string() }),
  /** ISO 8601, UTC. */
  at: z.string(),
  /** Fingerprint of the covered words, see shared/text/fingerprint.ts. */
  hash: z.string(),
  /** The words themselves, to show what changed since. */
  words: z.string().default(''),
  /** Ids of the excerpts that the citation rested on. */
  excerpts: z.array(z.string()).default([]),
})
export type Check = z.infer<typeof check>

export const readChecks = (doc: Y.Doc): Map<string, Check> => {
  const all = new Map<string, Check>()
  for (const [id, value] of roots(doc).checks) {
    const one = check.safeParse(value)
    if (one.success) all.set(id, one.data)
  }
  return all
}

export const setCheck = (doc: Y.Doc, citationId: string, value: Check | null): void => {
  if (value) roots(doc).checks.set(citationId, value)
  else roots(doc).checks.delete(citationId)
}
