/**
 * Attributes on blocks that their content decides on. Only the blocks of the page in which something changed are looked through
 * again; who looks remembers what is within a node, so that a letter in a table leaves all of its cells but one as they were.
 */
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { changedRange, mappingOf } from './changed-range.ts'

/** A block within a node; positions from the node's own begin. */
export type Place = { from: number; to: number; attrs: Readonly<Record<string, string>> }

/** The same one for all of the many nodes in which there is nothing. */
export const NO_PLACES: readonly Place[] = []

/** `placesOf`: in a block of the page. */
export const decoratedBlocks = (
  name: string,
  placesOf: (block: Node) => readonly Place[],
): Plugin<DecorationSet> => {
  const key = new PluginKey<DecorationSet>(name)
  const found = (doc: Node, from: number, to: number): Decoration[] => {
    const decorations: Decoration[] = []
    doc.forEach((node, pos) => {
      if (pos >= to || pos + node.nodeSize <= from) return
      for (const place of placesOf(node))
        decorations.push(Decoration.node(pos + place.from, pos + place.to, place.attrs))
    })
    return decorations
  }
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: (_, { doc }) => DecorationSet.create(doc, found(doc, 0, doc.content.size)),
      apply(tr, decorated, { doc: before }, { doc }) {
        const range = tr.docChanged ? changedRange(before, doc) : null
        if (!range) return decorated
        const [from, to] = wholeBlocks(doc, range.from, range.newTo)
        const kept = decorated.map(mappingOf(range), doc)
        // What only touches the range from outside is found, too.
        const stale = kept.find(from, to).filter((one) => one.from >= from && one.to <= to)
        const now = found(doc, from, to)
        if (stale.length === 0 && now.length === 0) return kept
        return kept.remove(stale).add(doc, now)
      },
    },
    props: { decorations: (state) => key.getState(state) },
  })
}

/** The places of its children, from the node's own begin. */
export const placesWithin = (node: Node, placesOf: (child: Node) => readonly Place[]): Place[] => {
  const places: Place[] = []
  node.forEach((child, offset) => {
    for (const place of placesOf(child))
      places.push({ ...place, from: offset + 1 + place.from, to: offset + 1 + place.to })
  })
  return places
}

/** The blocks of the page that the range lies in or touches, from edge to edge. */
const wholeBlocks = (doc: Node, from: number, to: number): [number, number] => {
  const first = doc.resolve(from)
  const last = doc.resolve(Math.min(to, doc.content.size))
  return [
    first.depth > 0 ? first.before(1) : from - (first.nodeBefore?.nodeSize ?? 0),
    last.depth > 0 ? last.after(1) : last.pos + (last.nodeAfter?.nodeSize ?? 0),
  ]
}
