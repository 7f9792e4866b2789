/**
 * Writes evidence records in the same Yjs transaction as a change of the body: colleagues get both or neither, and it
 * is one step of undo. The binding opens the transaction; what is written when it begins becomes part of it.
 */
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'

export const withBodyChange = (doc: Y.Doc, change: () => void, write: () => void): void => {
  let written = false
  const join = (transaction: Y.Transaction) => {
    if (written || transaction.origin !== ySyncPluginKey) return
    written = true
    write()
  }
  doc.on('beforeTransaction', join)
  try {
    change()
  } finally {
    doc.off('beforeTransaction', join)
  }
  if (!written) doc.transact(write)
}
