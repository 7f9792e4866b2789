/** A text that many passages are looked up in: folded and cut into words once, when first asked for. */
import { type Folded, fold, unfold } from './fold.ts'

/** UTF-16 code units of a text; end exclusive. */
export type Place = { start: number; end: number }

export type Page = {
  text: string
  layout(): Folded
  tight(): Folded
  /** The words and marks in order; `keys` are the same for words that read the same, whatever their layout. */
  words(): { at: Place[]; keys: string[] }
}

const once = <T>(make: () => T): (() => T) => {
  let made: { value: T } | null = null
  return () => (made ??= { value: make() }).value
}

/** Words with the marks inside them ("83.3", "don't"), and single marks; white space parts them. */
const WORD = /[\p{L}\p{M}\p{N}]+(?:[.,'-][\p{L}\p{M}\p{N}]+)*|[^\s\p{L}\p{M}\p{N}]/gu

const wordsOf = (text: string, folded: Folded): ReturnType<Page['words']> => {
  const at: Place[] = []
  const keys: string[] = []
  for (const { index, 0: word } of folded.text.matchAll(WORD)) {
    at.push(unfold(folded, text, index, index + word.length))
    keys.push(word)
  }
  return { at, keys }
}

/** Time and space are linear in the text. */
export const pageOf = (text: string): Page => {
  const layout = once(() => fold(text))
  return {
    text,
    layout,
    tight: once(() => fold(text, 'tight')),
    words: once(() => wordsOf(text, layout())),
  }
}

/** The words that a place touches, as a range of their numbers; `to` exclusive. Empty where it touches none. */
export const wordsAt = ({ at }: { at: readonly Place[] }, place: Place): { from: number; to: number } => {
  const from = firstWhere(at.length, (i) => at[i]!.end > place.start)
  const to = firstWhere(at.length, (i) => at[i]!.start >= place.end)
  return { from, to: Math.max(from, to) }
}

/** Binary search for the first number below `length` of which `is` holds; it then holds for all that follow. */
const firstWhere = (length: number, is: (i: number) => boolean): number => {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if (is(middle)) high = middle
    else low = middle + 1
  }
  return low
}
