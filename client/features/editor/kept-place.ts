/** A range of the page that stays where it is while people go on writing, here and elsewhere. */
import type { Editor } from '@tiptap/core'
import type { Transaction } from '@tiptap/pm/state'
import { changedRange, mappingOf } from './changed-range.ts'

export type KeptPlace = {
  get(): { from: number; to: number }
  forget(): void
}

/** Words written right before it or behind it do not belong to it. */
export const keepPlace = (editor: Editor, { from, to }: { from: number; to: number }): KeptPlace => {
  let place = { from, to }
  const follow = ({ transaction }: { transaction: Transaction }) => {
    if (!transaction.docChanged) return
    const range = changedRange(transaction.before, transaction.doc)
    if (!range) return
    const mapping = mappingOf(range)
    const start = mapping.map(place.from, 1)
    place = { from: start, to: Math.max(start, mapping.map(place.to, -1)) }
  }
  editor.on('transaction', follow)
  return { get: () => place, forget: () => void editor.off('transaction', follow) }
}
