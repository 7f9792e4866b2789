/**
 * Which word of one text became which of another. Stretches that are found once in both tie the texts together, in
 * order or, where a section moved, out of it; the words between them are compared one by one. Time grows with the
 * texts and not with the number of changes: no changed text, and no hostile one, takes longer than another.
 */
import { diff } from 'fast-myers-diff'

/** For each word of the one text the number of its word in the other, or -1. */
export type Alignment = { there: Int32Array; back: Int32Array }

/** So many words in a row are looked for: fewer stand in many places, more hold a change too often. */
const STRETCH = 4
/** A moved stretch has at least so many words: shorter ones come and go by chance. */
export const MOVED = 6
/** Words between two ties that are compared one by one. Myers' algorithm takes the square of their differences. */
const MOST_COMPARED = 400

export const alignWords = (before: readonly string[], after: readonly string[]): Alignment => {
  const [a, b] = numbered(before, after)
  const there = new Int32Array(a.length).fill(-1)
  const back = new Int32Array(b.length).fill(-1)
  const tie = (i: number, j: number) => {
    there[i] = j
    back[j] = i
  }
  const free = (i: number, j: number) => there[i] === -1 && back[j] === -1 && a[i] === b[j]

  /** Ties what follows and what goes before the tied pair as far as it is the same; returns how much was tied. */
  const extend = (i: number, j: number, from: Bounds): number => {
    let n = 0
    for (let k = 0; i + k < from.aTo && j + k < from.bTo && free(i + k, j + k); k++, n++) tie(i + k, j + k)
    for (let k = 1; i - k >= from.a && j - k >= from.b && free(i - k, j - k); k++, n++) tie(i - k, j - k)
    return n
  }
  const longEnough = (i: number, j: number): boolean => {
    let n = 0
    for (let k = 0; n < MOVED && i + k < a.length && j + k < b.length && free(i + k, j + k); k++) n++
    for (let k = 1; n < MOVED && i - k >= 0 && j - k >= 0 && free(i - k, j - k); k++) n++
    return n >= MOVED
  }

  const whole = { a: 0, aTo: a.length, b: 0, bTo: b.length }
  const pairs = foundOnce(a, b, whole, STRETCH)
  const chain = longestChain(pairs)
  for (const [i, j] of chain) extend(i, j, whole)
  const inChain = new Set(chain.map(([i]) => i))
  for (const [i, j] of pairs) if (!inChain.has(i) && there[i] === -1 && longEnough(i, j)) extend(i, j, whole)

  const between = (range: Bounds, stretch: number) => {
    let { a: low, aTo, b: lowB, bTo } = range
    while (low < aTo && lowB < bTo && free(low, lowB)) tie(low++, lowB++)
    while (low < aTo && lowB < bTo && free(aTo - 1, bTo - 1)) tie(--aTo, --bTo)
    if (low >= aTo || lowB >= bTo) return
    if (aTo - low <= MOST_COMPARED && bTo - lowB <= MOST_COMPARED) {
      // What moved elsewhere is tied already and takes no part.
      const left = untied(there, low, aTo)
      const right = untied(back, lowB, bTo)
      for (const [i, j] of same(left, right, a, b)) tie(left[i]!, right[j]!)
      return
    }
    for (let size = stretch; size >= 1; size >>= 1) {
      const found = longestChain(
        foundOnce(a, b, { a: low, aTo, b: lowB, bTo }, size).filter(([i, j]) => free(i, j)),
      )
      if (found.length === 0) continue
      let [i0, j0] = [low, lowB]
      for (const [i, j] of found) {
        if (i < i0 || j < j0) continue
        between({ a: i0, aTo: i, b: j0, bTo: j }, size)
        if (free(i, j)) tie(i, j)
        ;[i0, j0] = [i + 1, j + 1]
      }
      between({ a: i0, aTo, b: j0, bTo }, size)
      return
    }
  }
  let [i0, j0] = [0, 0]
  for (const [i, j] of chain) {
    if (i > i0 && j > j0) between({ a: i0, aTo: i, b: j0, bTo: j }, STRETCH >> 1)
    if (i >= i0 && j >= j0) [i0, j0] = [i + 1, j + 1]
  }
  between({ a: i0, aTo: a.length, b: j0, bTo: b.length }, STRETCH >> 1)
  return { there, back }
}

type Bounds = { a: number; aTo: number; b: number; bTo: number }
type Pair = readonly [number, number]

/** Words as numbers, the same word the same number. */
const numbered = (before: readonly string[], after: readonly string[]): [Int32Array, Int32Array] => {
  const known = new Map<string, number>()
  const number = (word: string) => {
    const there = known.get(word)
    if (there !== undefined) return there
    known.set(word, known.size)
    return known.size - 1
  }
  return [Int32Array.from(before, number), Int32Array.from(after, number)]
}

/** Where the stretches of `size` words begin that stand once in each text, in the order of the first. */
const foundOnce = (a: Int32Array, b: Int32Array, range: Bounds, size: number): Pair[] => {
  const inA = placesOnce(a, range.a, range.aTo, size)
  const inB = placesOnce(b, range.b, range.bTo, size)
  const pairs: Pair[] = []
  for (const [hash, i] of inA) {
    const j = inB.get(hash)
    // Two stretches may share a hash.
    if (i >= 0 && j !== undefined && j >= 0 && sameStretch(a, i, b, j, size)) pairs.push([i, j])
  }
  return pairs.sort(([i], [j]) => i - j)
}

const sameStretch = (a: Int32Array, i: number, b: Int32Array, j: number, size: number) => {
  for (let k = 0; k < size; k++) if (a[i + k] !== b[j + k]) return false
  return true
}

/** Hash of a stretch → where it begins, or -1 where it begins in several places. */
const placesOnce = (words: Int32Array, from: number, to: number, size: number): Map<number, number> => {
  const places = new Map<number, number>()
  for (let i = from; i + size <= to; i++) {
    let hash = 0
    for (let k = 0; k < size; k++) hash = (Math.imul(hash, 0x01000193) ^ words[i + k]!) | 0
    // Spread: neighbouring numbers would else give neighbouring hashes.
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
    places.set(hash, places.has(hash) ? -1 : i)
  }
  return places
}

/** The most pairs that rise in both texts. (Longest increasing subsequence, by patience sorting.) */
const longestChain = (pairs: readonly Pair[]): Pair[] => {
  const tops: number[] = []
  const previous = new Int32Array(pairs.length)
  for (const [n, [, j]] of pairs.entries()) {
    let low = 0
    let high = tops.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (pairs[tops[middle]!]![1] < j) low = middle + 1
      else high = middle
    }
    previous[n] = low > 0 ? tops[low - 1]! : -1
    tops[low] = n
  }
  const chain: Pair[] = []
  for (let n = tops.at(-1) ?? -1; n >= 0; n = previous[n]!) chain.push(pairs[n]!)
  return chain.reverse()
}

const untied = (ties: Int32Array, from: number, to: number): number[] => {
  const left: number[] = []
  for (let i = from; i < to; i++) if (ties[i] === -1) left.push(i)
  return left
}

/** The pairs of equal words by Myers' algorithm, as places in the two lists. */
function* same(left: number[], right: number[], a: Int32Array, b: Int32Array): Generator<Pair> {
  const from = left.map((i) => a[i]!)
  const to = right.map((j) => b[j]!)
  let [i, j] = [0, 0]
  for (const [start = 0, end = 0, , toEnd = 0] of diff(from, to)) {
    for (; i < start; i++, j++) yield [i, j]
    ;[i, j] = [end, toEnd]
  }
  for (; i < from.length && j < to.length; i++, j++) yield [i, j]
}
