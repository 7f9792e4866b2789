/** Gives the table with the caret a caption, or takes it away: a table with a caption is a figure. */
import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'

export const toggleCaption = (editor: Editor): boolean => {
  const { state, view } = editor
  const { $from } = state.selection
  const { figure, caption, paragraph } = state.schema.nodes
  const tr = state.tr
  for (let depth = $from.depth; depth > 0; depth--) {
    const node = $from.node(depth)
    const pos = $from.before(depth)
    const holder = $from.node(depth - 1)
    const table = node.firstChild
    if (node.type === figure && table?.type.name === 'table') {
      // Its words stay on the page.
      const words = node.lastChild?.content
      const rest = words && words.size > 0 ? [table, paragraph!.create(null, words)] : [table]
      tr.replaceWith(pos, pos + node.nodeSize, rest)
      tr.setSelection(TextSelection.near(tr.doc.resolve(pos + 1)))
    } else if (node.type.name === 'table' && holder.type !== figure) {
      const index = $from.index(depth - 1)
      if (!holder.canReplaceWith(index, index + 1, figure!)) return false
      const made = figure!.create(null, [node, caption!.create()])
      tr.replaceWith(pos, pos + node.nodeSize, made)
      tr.setSelection(TextSelection.create(tr.doc, pos + made.nodeSize - 2))
    } else continue
    view.dispatch(tr.scrollIntoView())
    view.focus()
    return true
  }
  return false
}
