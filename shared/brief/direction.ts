/**
 * Which way a block of the body runs: as its writer set it, else as its first letter does. A block of blocks (an item of a
 * list, a quotation, a table) runs as the first of them that says so: its mark, rule or first column stands on that side.
 */
import { type Direction, directionOfWords } from '../text/direction.ts'
import type { BodyNode } from './body.ts'
import { wordsOfBlock } from './covers.ts'
import { textBlocks } from './text-block.ts'

/** Null where nothing tells: the page decides. */
export const directionOfBlock = (node: BodyNode): Direction | null => {
  const set = node.attrs?.dir
  if (set === 'rtl' || set === 'ltr') return set
  if (textBlocks.has(node.type)) return directionOfWords(wordsOfBlock(node))
  for (const child of node.content ?? []) {
    const direction = directionOfBlock(child)
    if (direction) return direction
  }
  return null
}
