/** Where the marks of footnotes stand in a document; blocks that did not change are not walked again. */
import type { Node } from '@tiptap/pm/model'
import { changedRange } from './changed-range.ts'
import type { Moves } from './citation-moves.ts'
import type { Place } from './citation-places.ts'

const known = new WeakMap<Node, readonly Place[]>()

/** Every footnote within `node`, in document order, as often as it stands there. */
export const footnotePlaces = (node: Node): readonly Place[] => {
  const before = known.get(node)
  if (before) return before
  const places: Place[] = []
  node.forEach((child, offset) => {
    if (child.type.name === 'footnote') places.push({ id: String(child.attrs.id ?? ''), pos: offset })
    else if (!child.isLeaf)
      for (const inner of footnotePlaces(child)) places.push({ id: inner.id, pos: offset + 1 + inner.pos })
  })
  known.set(node, places)
  return places
}

/** Whether a change touched a footnote's mark. */
export const touchesFootnote = (before: Node, after: Node): boolean => {
  const range = changedRange(before, after)
  const within = (doc: Node, from: number, to: number) =>
    footnotePlaces(doc).some(({ pos }) => pos >= from && pos < to)
  return range !== null && (within(before, range.from, range.oldTo) || within(after, range.from, range.newTo))
}

/** Ids of the footnotes that a change brought and took; one that only moved is in neither list. */
export const footnoteMoves = (before: Node, after: Node): Moves => {
  if (!touchesFootnote(before, after)) return { came: [], went: [] }
  const [old, now] = [before, after].map((doc) => new Set(footnotePlaces(doc).map(({ id }) => id))) as [
    Set<string>,
    Set<string>,
  ]
  return {
    came: [...now].filter((id) => !old.has(id)),
    went: [...old].filter((id) => !now.has(id)),
  }
}
