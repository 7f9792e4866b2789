/** Runs something once a source that the server added has come to this copy of the document. */
import type * as Y from 'yjs'
import { roots } from '../../../shared/brief/document.ts'

export const whenThere = (doc: Y.Doc, sourceId: string, then: () => void): void => {
  const { sources } = roots(doc)
  if (sources.has(sourceId)) return then()
  const look = () => {
    if (!sources.has(sourceId)) return
    sources.unobserve(look)
    // Not inside the transaction that brought it: what follows is this person's own edit.
    queueMicrotask(then)
  }
  sources.observe(look)
}
