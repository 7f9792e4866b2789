/**
 * Where the citations stand in a document. Blocks that did not change are the same objects and are not walked again,
 * so that asking after every key is cheap in a long brief.
 */
import type { Node } from '@tiptap/pm/model'
import { changedRange } from './changed-range.ts'

/** `pos` counts from the start of the content of the node that was asked. A citation without an id has ''. */
export type Place = { id: string; pos: number }

const known = new WeakMap<Node, readonly Place[]>()

/** Every citation within `node`, in document order, as often as it stands there. */
export const citationPlaces = (node: Node): readonly Place[] => {
  const before = known.get(node)
  if (before) return before
  const places: Place[] = []
  node.forEach((child, offset) => {
    if (child.type.name === 'citation') places.push({ id: String(child.attrs.id ?? ''), pos: offset })
    else if (!child.isLeaf)
      for (const inner of citationPlaces(child)) places.push({ id: inner.id, pos: offset + 1 + inner.pos })
  })
  known.set(node, places)
  return places
}

export const placeOf = (doc: Node, id: string): number | null =>
  citationPlaces(doc).find((place) => place.id === id)?.pos ?? null

/** Whether a change touched a citation: one that stood in the range, or one that stands there now. */
export const touchesCitation = (before: Node, after: Node): boolean => {
  const range = changedRange(before, after)
  return (
    range !== null &&
    (hasCitation(before, range.from, range.oldTo) || hasCitation(after, range.from, range.newTo))
  )
}

/** Whether a citation stands in the range. */
const hasCitation = (doc: Node, from: number, to: number): boolean =>
  citationPlaces(doc).some(({ pos }) => pos >= from && pos < to)
