/**
 * Marking a passage by keyboard: from a caret in a paragraph, a step forward or back by character, word or
 * sentence. Pure, over offsets into the text; the reader draws the result as the page's own selection.
 */
import { sentences } from '../../../shared/text/sentences.ts'

export type Unit = 'character' | 'word' | 'sentence'

const isWord = (c: string | undefined) => c !== undefined && /[\p{L}\p{M}\p{N}'’\uD800-\uDFFF]/u.test(c)

const wordForward = (text: string, at: number): number => {
  let to = at
  while (to < text.length && !isWord(text[to])) to++
  while (to < text.length && isWord(text[to])) to++
  return to
}

const wordBack = (text: string, at: number): number => {
  let to = at
  while (to > 0 && !isWord(text[to - 1])) to--
  while (to > 0 && isWord(text[to - 1])) to--
  return to
}

const character = (text: string, at: number, forward: boolean): number => {
  const to = at + (forward ? 1 : -1)
  // A surrogate pair is one character.
  return /[\uDC00-\uDFFF]/.test(text[to] ?? '') ? to + (forward ? 1 : -1) : to
}

const sentence = (text: string, at: number, forward: boolean): number => {
  const all = sentences(text)
  if (forward) return all.find((s) => s.end > at)?.end ?? text.length
  return all.findLast((s) => s.start < at)?.start ?? 0
}

/** The caret after one step within `text` (a block's), kept inside it. */
export const step = (text: string, at: number, unit: Unit, forward: boolean): number => {
  const to =
    unit === 'character'
      ? character(text, at, forward)
      : unit === 'word'
        ? forward
          ? wordForward(text, at)
          : wordBack(text, at)
        : sentence(text, at, forward)
  return Math.max(0, Math.min(text.length, to))
}
