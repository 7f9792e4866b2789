/**
 * Turns blocks as their first words run: the mark of an item, the rule of a quotation and the first column of a table stand on
 * the right where these come from the right (shared/brief/direction.ts has the same for what is exported). Lines of text would
 * be laid out so by the style sheet alone, but keys go by the direction that is set: Shift+Arrow would grow a selection the other
 * way, and no arrow would get past a citation.
 */
import type { Node } from '@tiptap/pm/model'
import { type Direction, directionOfWords } from '../../../shared/text/direction.ts'
import { decoratedBlocks, NO_PLACES, type Place, placesWithin } from './decorated-blocks.ts'

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

export const blockDirections = () => decoratedBlocks('blockDirections', (node) => turnsOf(node, 'ltr'))

const known = { ltr: new WeakMap<Node, readonly Place[]>(), rtl: new WeakMap<Node, readonly Place[]>() }

/** Within what is turned, what runs the other way is turned back. */
const turnsOf = (node: Node, around: Direction): readonly Place[] => {
  if (node.isLeaf) return NO_PLACES
  const before = known[around].get(node)
  if (before) return before
  const direction = TURNED.has(node.type.name) ? directionOf(node) : null
  const turns: Place[] =
    direction && direction !== around ? [{ from: 0, to: node.nodeSize, attrs: { dir: direction } }] : []
  if (!node.isTextblock) turns.push(...placesWithin(node, (child) => turnsOf(child, direction ?? around)))
  const found = turns.length > 0 ? turns : NO_PLACES
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
