/** The words around a passage, and how much of them stands around a place: what tells equal passages apart. */
import { fold } from './fold.ts'
import type { Place } from './page.ts'
import type { Selectors } from './selectors.ts'

export type Surroundings = {
  /** Folded characters that could agree. */
  whole: number
  /** How many agree at a place, on both sides together. */
  at(text: string, place: Place): number
}

/** Layout may spread 64 characters over this many. */
const REACH = 200

const sameAtEnd = (a: string, b: string): number => {
  let n = 0
  while (n < a.length && n < b.length && a[a.length - 1 - n] === b[b.length - 1 - n]) n++
  return n
}

const sameAtStart = (a: string, b: string): number => {
  let n = 0
  while (n < a.length && n < b.length && a[n] === b[n]) n++
  return n
}

export const surroundingsOf = (selectors: Selectors): Surroundings => {
  const prefix = fold(selectors[1].prefix, 'tight').text
  const suffix = fold(selectors[1].suffix, 'tight').text
  return {
    whole: prefix.length + suffix.length,
    at(text, { start, end }) {
      const before = fold(text.slice(Math.max(0, start - REACH), start), 'tight').text
      const after = fold(text.slice(end, end + REACH), 'tight').text
      return sameAtEnd(prefix, before) + sameAtStart(suffix, after)
    },
  }
}

/** Of the words around, so many characters must agree before they tell a place. */
export const ENOUGH = 8

/** The place that the words around tell, or all that are left when they tell none. */
export const choose = (text: string, places: Place[], around: Surroundings, old: number): Place[] => {
  if (places.length < 2) return places
  const scored = places.map((place) => ({ place, score: around.at(text, place) }))
  const best = Math.max(...scored.map((s) => s.score))
  const leading = scored.filter((s) => s.score === best)
  const unmoved = leading.find((s) => s.place.start === old)
  if (unmoved) return [unmoved.place]
  if (leading.length === 1 && best >= Math.min(ENOUGH, around.whole)) return [leading[0]!.place]
  return places
}
