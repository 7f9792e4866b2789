/**
 * Draws what was found over the text without touching it (CSS Custom Highlight API): a search changes with every
 * letter, and a text may have thousands of paragraphs to draw anew.
 */
import type { Place } from '../../../shared/text/find.ts'
import { placeOf } from './text-offsets.ts'

const FOUND = 'vouch-found'
const CURRENT = 'vouch-found-current'

/** Returns its undoing. A browser without highlights shows the current place by scrolling alone. */
export const highlightFound = (reader: Element, places: readonly Place[], current: number): (() => void) => {
  if (typeof Highlight === 'undefined') return () => undefined
  const draw = () => {
    const found = new Highlight()
    const here = new Highlight()
    places.forEach((place, index) => {
      const range = rangeOf(reader, place)
      if (range) (index === current ? here : found).add(range)
    })
    here.priority = 1
    CSS.highlights.set(FOUND, found)
    CSS.highlights.set(CURRENT, here)
  }
  draw()
  // A paragraph that is drawn anew, because an excerpt in it came or went, has other pieces.
  const redrawn = new MutationObserver(draw)
  redrawn.observe(reader, { childList: true, subtree: true })
  return () => {
    redrawn.disconnect()
    CSS.highlights.delete(FOUND)
    CSS.highlights.delete(CURRENT)
  }
}

const rangeOf = (reader: Element, { start, end }: Place): Range | null => {
  const from = placeOf(reader, start, 'start')
  const to = placeOf(reader, end, 'end')
  if (!from || !to) return null
  const range = document.createRange()
  range.setStart(from.node, from.at)
  range.setEnd(to.node, to.at)
  return range
}

/** Scrolls to a place. Paragraphs out of sight have a guessed height until they are near, hence more than once. */
export const scrollToPlace = (reader: Element, place: Place, times = 3): void => {
  placeOf(reader, place.start, 'start')?.node.parentElement?.scrollIntoView({ block: 'center' })
  if (times > 1) requestAnimationFrame(() => scrollToPlace(reader, place, times - 1))
}
