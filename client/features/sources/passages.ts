/** Where the excerpts of a source stand in the blocks of one saved copy. */
import type { Capture } from '../../brief/captures.ts'
import type { Excerpt } from '../../../shared/brief/excerpt.ts'
import type { Passage } from './segments.ts'

/**
 * Block index → the passages that touch it. An excerpt of another copy, or one whose words do not stand where it
 * says, is not drawn: a mark over the wrong words would be worse than none.
 */
export const passagesIn = (capture: Capture, excerpts: readonly Excerpt[]): Map<number, Passage[]> => {
  const found = new Map<number, Passage[]>()
  const { blocks, hash } = capture.info
  for (const e of excerpts) {
    if (e.kind !== 'anchored' || e.capture !== hash) continue
    const [{ start, end }, { exact }] = e.selector
    if (capture.text.slice(start, end) !== exact) continue
    for (let i = firstBlockEndingAfter(blocks, start); i < blocks.length && blocks[i]!.start < end; i++) {
      found.set(i, [...(found.get(i) ?? []), { id: e.id, start, end }])
    }
  }
  return found
}

/** Binary search: a long text has thousands of blocks, and a brief hundreds of excerpts. */
const firstBlockEndingAfter = (blocks: readonly { end: number }[], offset: number): number => {
  let low = 0
  let high = blocks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (blocks[middle]!.end > offset) high = middle
    else low = middle + 1
  }
  return low
}
