/**
 * One history for the body and the evidence records, of this person's own changes. What a person made a record of
 * is never deleted by undoing: the citation leaves the body and its record is marked as removed, so that a
 * colleague's cite added meanwhile is kept.
 */
import { defaultDeleteFilter, defaultProtectedNodes, ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { roots } from '../../../shared/brief/document.ts'

export type BriefUndo = {
  manager: Y.UndoManager
  /** What `write` puts into the document is not taken out again by undo. */
  keep(write: () => void): void
}

/** `origin`: transactions with it belong to this person's history too (changes made in the margin). */
export const briefUndo = (doc: Y.Doc, origin: unknown): BriefUndo => {
  const { body, citations, excerpts, footnotes } = roots(doc)
  const kept: { client: number; from: number; to: number }[] = []
  const isKept = (item: Y.Item) =>
    kept.some((k) => item.id.client === k.client && item.id.clock >= k.from && item.id.clock < k.to)
  const manager = new Y.UndoManager([body, citations, excerpts, footnotes], {
    trackedOrigins: new Set([ySyncPluginKey, origin]),
    // What ends a step is what was done (undo-steps.ts), not a rest.
    captureTimeout: Number.POSITIVE_INFINITY,
    captureTransaction(transaction) {
      if (transaction.meta.get('addToHistory') === false) return false
      // Each change in the margin is a step of its own, however soon it follows on another.
      if (transaction.origin === origin) manager.stopCapturing()
      return true
    },
    deleteFilter: (item) => defaultDeleteFilter(item, defaultProtectedNodes) && !isKept(item),
  })
  manager.on('stack-item-added', (added: { origin: unknown }) => {
    if (added.origin === origin) manager.stopCapturing()
  })
  // What is written next is no part of what redo gave back.
  manager.on('stack-item-popped', () => manager.stopCapturing())
  return {
    manager,
    keep(write) {
      const client = doc.clientID
      const from = Y.getState(doc.store, client)
      write()
      const to = Y.getState(doc.store, client)
      if (to > from) kept.push({ client, from, to })
    },
  }
}
