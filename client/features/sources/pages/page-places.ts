/**
 * From a place on a drawn page to the place in the saved copy's text, and back. The two are read from the same file by
 * different readers, so they are brought together by the words alone, without spaces and hyphens.
 */
import { fold, type Folded } from '../../../../shared/anchor/fold.ts'

export type Range = { start: number; end: number }

/** First index of `folded` that came from `offset` or behind it. */
const foldedAt = ({ from, text }: Folded, offset: number): number => {
  let low = 0
  let high = text.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (from[middle]! < offset) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * Where a range of `here` stands in `there`; among several places the one at about the same share of the text. Null
 * when the words do not stand there: a heading that every page repeats, say.
 */
export const carryRange = (here: string, range: Range, there: string): Range | null => {
  const [a, b] = [fold(here, 'tight'), fold(there, 'tight')]
  const from = foldedAt(a, range.start)
  const words = a.text.slice(from, foldedAt(a, range.end))
  if (words === '') return null
  const about = (from / Math.max(1, a.text.length)) * b.text.length
  let best = -1
  for (let at = b.text.indexOf(words); at >= 0; at = b.text.indexOf(words, at + 1))
    if (best < 0 || Math.abs(at - about) < Math.abs(best - about)) best = at
  if (best < 0) return null
  const last = best + words.length - 1
  return { start: b.from[best]!, end: endOf(b, last, there) }
}

/** Behind the character that the folded one came from, whole. */
const endOf = ({ from }: Folded, index: number, text: string): number => {
  const start = from[index]!
  let end = start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1)
  while (end < text.length && /\p{M}/u.test(text[end]!)) end++
  return end
}
