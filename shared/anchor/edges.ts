/**
 * The edges of a passage. Its words may stand in longer ones and say something else: "likely" in "unlikely", "3 billion"
 * in "83 billion", "5 %" in "−5 %". Only what stands beyond an edge tells.
 */
import { fold } from './fold.ts'
import type { Place } from './page.ts'
import type { Selectors } from './selectors.ts'

/** Characters beyond an edge in which a word is followed. */
const REACH = 40

/** Scripts that set no space between words, and the raised figures of notes, end no word and begin none. */
const PART =
  '(?![\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}⁰¹²³⁴-⁹])[\\p{L}\\p{M}\\p{N}]'
const BEGINS = new RegExp(`^${PART}`, 'u')
const ENDS = new RegExp(`(?:${PART})$`, 'u')
const WORD_BEFORE = new RegExp(`(?:${PART})+$`, 'u')
const WORD_AFTER = new RegExp(`^(?:${PART})+`, 'u')
const SIGN = /(?:^|[\s([{=<>±~≈$€£¥])[-−–‐‑]$/u

export type Edges = {
  /** Whether a word goes on beyond the place, that ends at the passage's edge in the text it was taken from. */
  cut(text: string, place: Place): boolean
  /** Whether the number that the passage begins with got a sign there, or lost the one it had. */
  signDiffers(text: string, place: Place): boolean
}

export const edgesOf = ([, { exact, prefix, suffix }]: Selectors): Edges => {
  // Without spaces: where two words were run together in another layout, the word beyond is the one that stood there.
  const before = fold(prefix, 'tight').text
  const after = fold(suffix, 'tight').text
  const begins = BEGINS.test(exact)
  const ends = ENDS.test(exact)
  const beginsFigure = /^\p{Nd}/u.test(exact)
  const endsFigure = /\p{Nd}$/u.test(exact)
  const signed = SIGN.test(prefix.slice(-2))
  return {
    cut(text, { start, end }) {
      // Described without what stood around it, it may have begun anywhere.
      if (!prefix && !suffix) return false
      const left = begins ? text.slice(Math.max(0, start - REACH), start) : ''
      const right = ends ? text.slice(end, end + REACH) : ''
      const head =
        (beginsFigure ? /\p{Nd}[.,]$/u.exec(left)?.[0] : undefined) ?? WORD_BEFORE.exec(left)?.[0] ?? ''
      const tail =
        (endsFigure ? /^[.,]\p{Nd}/u.exec(right)?.[0] : undefined) ?? WORD_AFTER.exec(right)?.[0] ?? ''
      return !before.endsWith(fold(head, 'tight').text) || !after.startsWith(fold(tail, 'tight').text)
    },
    signDiffers: (text, { start }) =>
      beginsFigure && signed !== SIGN.test(text.slice(Math.max(0, start - 2), start)),
  }
}
