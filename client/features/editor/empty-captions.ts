/**
 * Says in an empty caption what belongs there. A style sheet could find these by `:has`, but then the browser goes through the style of
 * all of the text again at each letter: 60 ms of it in 10,000 words.
 */
import type { Node } from '@tiptap/pm/model'
import { say } from '../../words/en/editor.ts'
import { decoratedBlocks, NO_PLACES, type Place, placesWithin } from './decorated-blocks.ts'

export const emptyCaptions = () => decoratedBlocks('emptyCaptions', placesOf)

const known = new WeakMap<Node, readonly Place[]>()

const placesOf = (node: Node): readonly Place[] => {
  if (node.isTextblock)
    return node.type.name === 'caption' && node.childCount === 0
      ? [{ from: 0, to: node.nodeSize, attrs: { class: 'is-empty', 'data-placeholder': say.captionHere } }]
      : NO_PLACES
  if (node.isLeaf) return NO_PLACES
  const before = known.get(node)
  if (before) return before
  const found = placesWithin(node, placesOf)
  const places = found.length > 0 ? found : NO_PLACES
  known.set(node, places)
  return places
}
