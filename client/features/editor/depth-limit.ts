/**
 * Keeps what a person writes within the depth that a brief can have. The server takes nothing that is deeper, and who
 * had sent it could not write on.
 */
import type { Node } from '@tiptap/pm/model'
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
  return holdsTooDeep(doc, range.from, range.newTo, 0)
}

/** Between two positions within `node`. Asking the document where each block stands takes long in a long one. */
const holdsTooDeep = (node: Node, from: number, to: number, depth: number): boolean => {
  if (node.inlineContent) return false
  let found = false
  node.nodesBetween(from, to, (child, pos) => {
    if (!found && !child.isInline)
      found =
        depth >= TEXT_DEPTH ||
        holdsTooDeep(
          child,
          Math.max(0, from - pos - 1),
          Math.min(child.content.size, to - pos - 1),
          depth + 1,
        )
    return false
  })
  return found
}
