/** Where some words stand in a text: exactly, or with a bounded number of errors. Pure search, no judgment. */
import approximate from 'approx-string-match'

export type Match = { start: number; end: number; errors: number }

/** A passage that stands in more places than this is told apart by nothing. */
const MOST_PLACES = 1000

/** Every place, overlapping ones too, up to MOST_PLACES. */
export const everyPlace = (text: string, words: string): Match[] => {
  const places: Match[] = []
  if (!words) return places
  for (let at = text.indexOf(words); at >= 0 && places.length < MOST_PLACES; at = text.indexOf(words, at + 1))
    places.push({ start: at, end: at + words.length, errors: 0 })
  return places
}

/**
 * What searches with errors may still cost, in steps of 32 characters against one. Counted and not timed, so that
 * two machines never disagree about what is in a text.
 */
export type Effort = { steps: number }

/** About two seconds on one core. */
export const plentyOfEffort = (): Effort => ({ steps: 2e8 })

/** More errors than this share of the words and it is another text. */
const ERRORS = 0.2
/** How far around its old place a passage is looked for first. */
const WINDOW = 4000

const search = (text: string, words: string, errors: number, effort: Effort): Match[] => {
  const steps = (text.length * (words.length + 31)) / 32
  if (steps > effort.steps) return []
  effort.steps -= steps
  return approximate(text, words, errors).slice(0, MOST_PLACES)
}

/**
 * The places with the fewest errors, at most a fifth of the words' length: around `near` first, then in the
 * whole text. (G. Myers, A Fast Bit-Vector Algorithm for Approximate String Matching, 1999.)
 */
export const nearestPlaces = (text: string, words: string, near: number, effort: Effort): Match[] => {
  const errors = Math.floor(words.length * ERRORS)
  if (errors === 0) return []
  const from = Math.max(0, near - WINDOW)
  const window = text.slice(from, near + words.length + WINDOW)
  const close = search(window, words, errors, effort).map((m) => ({
    ...m,
    start: m.start + from,
    end: m.end + from,
  }))
  return close.length ? close : search(text, words, errors, effort)
}
