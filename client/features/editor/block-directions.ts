/**
 * Turns blocks as their first words run: the mark of an item, the rule of a quotation and the first column of a table stand on
 * the right where these come from the right (shared/brief/direction.ts has the same for what is exported). Lines of text would
 * be laid out so by the style sheet alone, but keys go by the direction that is set: Shift+Arrow would grow a selection the other
 * way, and no arrow would get past a citation. Only the blocks of the page in which something changed are looked through again.
 */
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { type Direction, directionOfWords } from '../../../shared/text/direction.ts'
import { changedRange, mappingOf } from './changed-range.ts'

const TURNED = new Set([
  'listItem',
  'taskItem',
  'blockquote',
  'quotation',
  'callout',
  'table',
  'paragraph',
  'heading',
  'caption',
])

const key = new PluginKey<DecorationSet>('blockDirections')

export const blockDirections = () =>
  new Plugin<DecorationSet>({
    key,
    state: {
      init: (_, { doc }) => DecorationSet.create(doc, turnedIn(doc, 0, doc.content.size)),
      apply(tr, turned, { doc: before }, { doc }) {
        const range = tr.docChanged ? changedRange(before, doc) : null
        if (!range) return turned
        const [from, to] = wholeBlocks(doc, range.from, range.newTo)
        const kept = turned.map(mappingOf(range), doc)
        // What only touches the range from outside is found, too.
        const stale = kept.find(from, to).filter((one) => one.from >= from && one.to <= to)
        const now = turnedIn(doc, from, to)
        if (stale.length === 0 && now.length === 0) return kept
        return kept.remove(stale).add(doc, now)
      },
    },
    props: { decorations: (state) => key.getState(state) },
  })

/** The blocks of the page that the range lies in or touches, from edge to edge. */
const wholeBlocks = (doc: Node, from: number, to: number): [number, number] => {
  const first = doc.resolve(from)
  const last = doc.resolve(Math.min(to, doc.content.size))
  return [
    first.depth > 0 ? first.before(1) : from - (first.nodeBefore?.nodeSize ?? 0),
    last.depth > 0 ? last.after(1) : last.pos + (last.nodeAfter?.nodeSize ?? 0),
  ]
}

const turnedIn = (doc: Node, from: number, to: number): Decoration[] => {
  const turned: Decoration[] = []
  doc.forEach((node, pos) => {
    if (pos >= to || pos + node.nodeSize <= from) return
    for (const one of turnsOf(node, 'ltr'))
      turned.push(Decoration.node(pos + one.from, pos + one.to, { dir: one.dir }))
  })
  return turned
}

/** From the node's own begin. */
type Turn = { from: number; to: number; dir: Direction }

const NONE: readonly Turn[] = []

// A letter in a table leaves all of its cells but one as they were.
const known = { ltr: new WeakMap<Node, readonly Turn[]>(), rtl: new WeakMap<Node, readonly Turn[]>() }

/** Within what is turned, what runs the other way is turned back. */
const turnsOf = (node: Node, around: Direction): readonly Turn[] => {
  if (node.isLeaf) return NONE
  const before = known[around].get(node)
  if (before) return before
  const direction = TURNED.has(node.type.name) ? directionOf(node) : null
  const turns: Turn[] =
    direction && direction !== around ? [{ from: 0, to: node.nodeSize, dir: direction }] : []
  if (!node.isTextblock)
    node.forEach((child, offset) => {
      for (const one of turnsOf(child, direction ?? around))
        turns.push({ ...one, from: offset + 1 + one.from, to: offset + 1 + one.to })
    })
  const found = turns.length > 0 ? turns : NONE
  known[around].set(node, found)
  return found
}

const directions = new WeakMap<Node, Direction | null>()

/** Of the first words that run one way. Numbers run neither: a table of nothing else would be read through at every key. */
const directionOf = (node: Node): Direction | null => {
  const before = directions.get(node)
  if (before !== undefined) return before
  const direction = readDirection(node)
  directions.set(node, direction)
  return direction
}

const readDirection = (node: Node): Direction | null => {
  const set: unknown = node.attrs.dir
  if (set === 'rtl' || set === 'ltr') return set
  if (node.isTextblock) return directionOfWords(node.textBetween(0, node.content.size))
  for (let at = 0; at < node.childCount; at++) {
    const direction = directionOf(node.child(at))
    if (direction) return direction
  }
  return null
}
