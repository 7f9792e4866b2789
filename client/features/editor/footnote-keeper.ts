/**
 * Gives a copied footnote an id and a text of its own, with citations of their own: else two marks would share one. The texts are written beside the
 * body once the copy stands there.
 */
import { Plugin } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import type { BodyNode } from '../../../shared/brief/body.ts'
import { newId } from '../../../shared/brief/id.ts'
import { roots } from '../../../shared/brief/document.ts'
import { readFootnote, writeFootnote } from '../../../shared/brief/footnotes.ts'
import { copyCitation } from './citation-keeper.ts'
import { footnotePlaces } from './footnote-places.ts'

export const footnoteKeeper = (doc: Y.Doc) => {
  /** New id → id of the footnote that it is a copy of. */
  const copies = new Map<string, string>()
  const copied = (node: BodyNode): BodyNode => {
    const from = node.type === 'citation' ? node.attrs?.id : undefined
    if (typeof from !== 'string') return node.content ? { ...node, content: node.content.map(copied) } : node
    const id = newId()
    copyCitation(doc, from, id)
    return { ...node, attrs: { ...node.attrs, id } }
  }
  return new Plugin({
    appendTransaction(transactions, before, after) {
      const isOthers = transactions.some(
        (tr) => (tr.getMeta(ySyncPluginKey) as { isChangeOrigin?: boolean } | undefined)?.isChangeOrigin,
      )
      if (isOthers || !transactions.some((tr) => tr.docChanged)) return null
      if (footnotePlaces(after.doc).length <= footnotePlaces(before.doc).length) return null
      const seen = new Set<string>()
      const tr = after.tr
      for (const { id, pos } of footnotePlaces(after.doc)) {
        if (!seen.has(id)) {
          seen.add(id)
          continue
        }
        const fresh = newId()
        copies.set(fresh, id)
        tr.setNodeAttribute(pos, 'id', fresh)
      }
      return tr.docChanged ? tr : null
    },
    view: () => ({
      update({ state }) {
        if (copies.size === 0) return
        const { footnotes } = roots(doc)
        const placed = new Set(footnotePlaces(state.doc).map(({ id }) => id))
        doc.transact(() => {
          for (const [id, from] of copies)
            if (placed.has(id) && !footnotes.has(id))
              writeFootnote(doc, id, (readFootnote(from, footnotes.get(from)) ?? []).map(copied))
        }, 'footnote keeper')
        copies.clear()
      },
    }),
  })
}
