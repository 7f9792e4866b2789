/** What is kept in step with a document for all who draw it: its evidence, and how the sources changed. One of each a document. */
import type * as Y from 'yjs'
import { capturesOf } from './captures.ts'
import { carryOver } from './carrying.ts'
import { type ChangesStore, watchChanges } from './changes.ts'
import { type EvidenceStore, watchEvidence } from './evidence.ts'

export type Watches = { evidence: EvidenceStore; changes: ChangesStore }

const watched = new WeakMap<Y.Doc, Watches>()

/** For the person who has it open. They live as long as the document. */
export const watchesOf = (doc: Y.Doc, personId: string): Watches => {
  const there = watched.get(doc)
  if (there) return there
  const evidence = watchEvidence(doc)
  const made = { evidence, changes: watchChanges(evidence, capturesOf(personId), carryOver) }
  watched.set(doc, made)
  return made
}
