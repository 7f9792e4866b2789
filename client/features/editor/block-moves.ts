/**
 * Moves a block past its neighbour, and takes or doubles one: what Alt+Shift+↑/↓ and the handle beside a block do. Its id and
 * its citations go along.
 */
import { Fragment, type Node, type ResolvedPos } from '@tiptap/pm/model'
import { type EditorState, NodeSelection, TextSelection, type Transaction } from '@tiptap/pm/state'

/** In these a block stands among blocks of its own kind; in a cell or a figure the whole of it moves. */
const HOLDERS = new Set(['doc', 'blockquote', 'callout', 'bulletList', 'orderedList', 'taskList'])

export type Block = { node: Node; pos: number }

/** The block around a place that moves as one: a list item before its list, a table as a whole. */
export const blockAround = ($pos: ResolvedPos): Block | null => {
  for (let depth = $pos.depth; depth > 0; depth--)
    if (HOLDERS.has($pos.node(depth - 1).type.name))
      return { node: $pos.node(depth), pos: $pos.before(depth) }
  return null
}

const selectedBlock = ({ selection }: EditorState): Block | null =>
  selection instanceof NodeSelection &&
  selection.node.isBlock &&
  HOLDERS.has(selection.$from.parent.type.name)
    ? { node: selection.node, pos: selection.from }
    : blockAround(selection.$from)

/** What has nothing to pass on that side moves with what holds it: an item with its list, a paragraph with its callout. */
const withHolder = (doc: Node, block: Block, to: -1 | 1): Block | null => {
  const $pos = doc.resolve(block.pos)
  if ($pos.parent.maybeChild($pos.index() + to)) return block
  const holder = blockAround($pos)
  return holder && withHolder(doc, holder, to)
}

/** Null where nothing stands on that side up to the edge of the page. */
export const moved = (state: EditorState, to: -1 | 1, given = selectedBlock(state)): Transaction | null => {
  const block = given && withHolder(state.doc, given, to)
  if (!block) return null
  const { node, pos } = block
  const $pos = state.doc.resolve(pos)
  const other = $pos.parent.child($pos.index() + to)
  const from = to < 0 ? pos - other.nodeSize : pos
  const pair = to < 0 ? [node, other] : [other, node]
  const tr = state.tr.replaceWith(from, from + node.nodeSize + other.nodeSize, Fragment.from(pair))
  const now = to < 0 ? from : from + other.nodeSize
  const { selection } = state
  const shift = now - pos
  const within = selection.from >= pos && selection.to <= pos + node.nodeSize
  if (within && selection instanceof TextSelection)
    tr.setSelection(TextSelection.create(tr.doc, selection.anchor + shift, selection.head + shift))
  else if (NodeSelection.isSelectable(node)) tr.setSelection(NodeSelection.create(tr.doc, now))
  return tr.scrollIntoView()
}

/** The same again behind it; ids are given anew. */
export const doubled = (state: EditorState, { node, pos }: Block): Transaction =>
  state.tr.insert(pos + node.nodeSize, node).scrollIntoView()

export const without = (state: EditorState, { node, pos }: Block): Transaction => {
  const tr = state.tr.delete(pos, pos + node.nodeSize)
  return tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(pos, tr.doc.content.size))))
}
