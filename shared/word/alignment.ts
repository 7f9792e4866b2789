/** Two lines of text laid beside each other, letter by letter: where they differ, and what stands where. */
import { diff } from 'fast-myers-diff'
import { type Stream, type Token, tokensOf } from './stream.ts'

export type Hunk = { from: number; to: number; wordFrom: number; wordTo: number }

export type Alignment = {
  hunks: Hunk[]
  /** Of each letter of the brief: its place in Word's line, or -1. */
  letters: number[]
  /** Of each letter of Word's line: its place in the brief's, or -1. */
  back: number[]
}

export const align = (stream: Stream, now: Stream): Alignment => {
  const a = tokensOf(stream)
  const b = tokensOf(now)
  const letters = Array.from({ length: stream.text.length }, () => -1)
  const back = Array.from({ length: now.text.length }, () => -1)
  const hunks: Hunk[] = []
  const start = (tokens: readonly Token[], n: number, length: number) => tokens[n]?.from ?? length
  let [x, y] = [0, 0]
  const same = (toX: number) => {
    for (; x < toX; x++, y++)
      for (let n = 0; n < a[x]!.to - a[x]!.from; n++) {
        letters[a[x]!.from + n] = b[y]!.from + n
        back[b[y]!.from + n] = a[x]!.from + n
      }
  }
  for (const [from = 0, to = 0, wordFrom = 0, wordTo = 0] of diff(
    a.map(({ key }) => key),
    b.map(({ key }) => key),
  )) {
    same(from)
    const last = hunks.at(-1)
    const hunk = {
      from: start(a, from, stream.text.length),
      to: start(a, to, stream.text.length),
      wordFrom: start(b, wordFrom, now.text.length),
      wordTo: start(b, wordTo, now.text.length),
    }
    // Two words changed in a row are one change, although the space between them stayed.
    if (last && /^[^\S\u2029]*$/.test(stream.text.slice(last.to, hunk.from))) {
      last.to = hunk.to
      last.wordTo = hunk.wordTo
    } else hunks.push(hunk)
    ;[x, y] = [to, wordTo]
  }
  same(a.length)
  return { hunks, letters, back }
}

export const lowerBound = (sorted: readonly number[], value: number): number => {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}

/** So much of the words that a change strikes must be there. */
const ENOUGH = 0.6

/** A stretch of Word's line in the brief's; null when too little of it is left. */
export const placeIn = (
  { back, hunks }: Alignment,
  from: number,
  to: number,
  length: number,
): { from: number; to: number; changed: boolean } | null => {
  if (from === to) {
    const left = from > 0 ? back[from - 1]! : -1
    const right = from < back.length ? back[from]! : -1
    const beside = hunks.find((hunk) => hunk.wordFrom <= from && from <= hunk.wordTo)
    const at =
      left >= 0
        ? left + 1
        : right >= 0
          ? right
          : from === 0
            ? 0
            : from === back.length
              ? length
              : (beside?.to ?? length)
    return { from: at, to: at, changed: beside !== undefined }
  }
  const there = back.slice(from, to).filter((at) => at >= 0)
  if (there.length < ENOUGH * (to - from)) return null
  const [first, last] = [there[0]!, there.at(-1)! + 1]
  return { from: first, to: last, changed: there.length < to - from || last - first !== to - from }
}
