/**
 * Keeps what a person writes within the depth that a brief can have. The server takes nothing that is deeper, and who
 * had sent it could not write on.
 */
import { Plugin, type Transaction } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { TEXT_DEPTH } from '../../../shared/editor/depth.ts'
import { changedRange } from './changed-range.ts'

/** `refuse` tells the person that nothing was changed. */
export const depthLimit = (refuse: () => void): Plugin =>
  new Plugin({
    filterTransaction(tr) {
      if (!tr.docChanged || isFromOutside(tr) || !isTooDeep(tr)) return true
      refuse()
      return false
    },
  })

const isFromOutside = (tr: Transaction): boolean =>
  Boolean((tr.getMeta(ySyncPluginKey) as { isChangeOrigin?: boolean } | undefined)?.isChangeOrigin)

const isTooDeep = ({ before, doc }: Transaction): boolean => {
  const range = changedRange(before, doc)
  if (!range) return false
  let found = false
  doc.nodesBetween(range.from, range.newTo, (node, pos) => {
    if (found || node.isInline) return false
    found = doc.resolve(pos).depth >= TEXT_DEPTH
    return !found
  })
  return found
}
