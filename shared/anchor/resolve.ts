/**
 * Finds a described passage in a text again and says how its words stand there. The ladder, each rung only when
 * the one before found nothing: its old place, its exact words, the same words in another layout, the same letters
 * without spaces and hyphens, where its own words went (known when the text it was taken from is at hand, see
 * carry.ts), nearly the same words.
 */
import { fold, unfold } from './fold.ts'
import { numbersDiffer, polarityDiffers } from './meaning.ts'
import { negationBeside } from './beside.ts'
import { edgesOf } from './edges.ts'
import { type Page, pageOf, type Place } from './page.ts'
import { type Effort, everyPlace, type Match, nearestPlaces, plentyOfEffort } from './search.ts'
import type { Selectors } from './selectors.ts'
import { choose, ENOUGH, type Surroundings, surroundingsOf } from './surroundings.ts'

/** `start` and `end` are UTF-16 code units of the text, end exclusive. */
export type Resolved =
  /** Word for word, where it stood, between the same words. */
  | ({ state: 'exact' } & Place)
  /** Word for word, elsewhere. */
  | ({ state: 'moved' } & Place)
  /** The same words in another layout: white space, hyphens, quotation marks, ligatures. */
  | ({ state: 'reflowed' } & Place)
  /** Word for word, between other words. */
  | ({ state: 'context-changed' } & Place)
  /** Nearly the same words; `numbers` and `polarity`: a number or a negation is not the same. */
  | ({ state: 'changed'; numbers: boolean; polarity: boolean } & Place)
  /** In several places that nothing tells apart; start and end are those of the first. */
  | ({ state: 'ambiguous'; places: Place[] } & Place)
  | { state: 'gone' }

/** What the older text tells of a passage: which places are its own, and where its words went. */
export type Descent = {
  /** Leaves out the places of other words, which stood elsewhere before; its own place alone where it is known. */
  sift(places: Place[]): Place[]
  /** Whether the words at a place stood elsewhere in the older text, outside the passage. */
  isAnother(place: Place): boolean
  /** Where its words, or what was put in their place, stand now; null where they were taken out. */
  now(): Place | null
  /** About where it would stand. */
  near(): number
}

export type ResolveOptions = { descent?: Descent | null; effort?: Effort }

/** Shorter words with an error stand everywhere: they count only where the words around agree. */
const TELLING_LENGTH = 16

/** Selectors may come from anywhere: nothing in them makes this throw, or take more than `effort`. */
export const resolve = (text: string, selectors: Selectors): Resolved => resolveIn(pageOf(text), selectors)

export const resolveIn = (
  page: Page,
  selectors: Selectors,
  { descent = null, effort = plentyOfEffort() }: ResolveOptions = {},
): Resolved => {
  const [position, { exact }] = selectors
  const { text } = page
  if (!exact.trim()) return { state: 'gone' }
  const around = surroundingsOf(selectors)
  const own = { start: position.start, end: position.start + exact.length }
  const edges = edgesOf(selectors)
  /** What stands beside a passage can turn it around, though its own words are the same. */
  const turned = (place: Place): Resolved | null => {
    if (edges.signDiffers(text, place)) return withSign(text, place)
    return around.at(text, place) < around.whole ? turnedAround(text, selectors, place) : null
  }
  if (text.startsWith(exact, own.start) && around.at(text, own) === around.whole && !edges.cut(text, own))
    return turned(own) ?? { state: 'exact', ...own }

  const settle = (found: Place[], found1: (place: Place) => Resolved): Resolved | null => {
    const whole = found.filter((place) => !edges.cut(text, place))
    const places = choose(text, descent ? descent.sift(whole) : whole, around, position.start)
    if (places.length > 1) return { state: 'ambiguous', ...places[0]!, places }
    return places[0] ? (turned(places[0]) ?? found1(places[0])) : null
  }
  const wordForWord = (place: Place): Resolved => {
    if (around.at(text, place) < around.whole) return { state: 'context-changed', ...place }
    return { state: place.start === position.start ? 'exact' : 'moved', ...place }
  }
  const otherLayout = (place: Place): Resolved => ({ state: 'reflowed', ...place })
  return (
    settle(everyPlace(text, exact).map(placeOf), wordForWord) ??
    settle(inFolded(page, 'layout', exact), otherLayout) ??
    settle(inFolded(page, 'tight', exact), otherLayout) ??
    descended(page, selectors, descent) ??
    nearly(page, selectors, around, descent, effort)
  )
}

const placeOf = ({ start, end }: Match): Place => ({ start, end })

const inFolded = (page: Page, folding: 'layout' | 'tight', exact: string): Place[] => {
  const folded = page[folding]()
  return everyPlace(folded.text, fold(exact, folding).text).map((m) =>
    unfold(folded, page.text, m.start, m.end),
  )
}

/** A negation that came or went beside a passage turns it around, though its own words are the same. */
const turnedAround = (text: string, selectors: Selectors, place: Place): Resolved | null => {
  const wider = negationBeside(text, selectors, place)
  return wider && { state: 'changed', numbers: false, polarity: true, ...wider }
}

/** A number that the passage begins with has another sign: "5 percent", "−5 percent". */
const withSign = (text: string, { start, end }: Place): Resolved => {
  const from = /[-−–‐‑]/u.test(text[start - 1] ?? '') ? start - 1 : start
  return { state: 'changed', numbers: true, polarity: false, start: from, end }
}

const changed = (text: string, exact: string, place: Place): Resolved => {
  const now = text.slice(place.start, place.end)
  if (fold(now, 'tight').text === fold(exact, 'tight').text) return { state: 'reflowed', ...place }
  return {
    state: 'changed',
    numbers: numbersDiffer(exact, now),
    polarity: polarityDiffers(exact, now),
    ...place,
  }
}

const descended = ({ text }: Page, selectors: Selectors, descent: Descent | null): Resolved | null => {
  const place = descent?.now()
  return place ? changed(text, selectors[1].exact, place) : null
}

const nearly = (
  page: Page,
  selectors: Selectors,
  around: Surroundings,
  descent: Descent | null,
  effort: Effort,
): Resolved => {
  const [position, { exact }] = selectors
  const { text } = page
  const layout = page.layout()
  const words = fold(exact).text
  const expected = descent?.near() ?? position.start
  const near = Math.round((expected / Math.max(1, text.length)) * layout.text.length)
  const likely = nearestPlaces(layout.text, words, near, effort)
    .map((m) => toWholeWords(text, unfold(layout, text, m.start, m.end)))
    .filter((place, i, all) => all.findIndex((p) => p.start === place.start && p.end === place.end) === i)
    .filter((place) => !descent?.isAnother(place))
  const places = choose(text, likely, around, position.start)
  if (places.length > 1) return { state: 'ambiguous', ...places[0]!, places }
  const place = places[0]
  if (!place || (words.length < TELLING_LENGTH && around.at(text, place) < ENOUGH)) return { state: 'gone' }
  return changed(text, exact, place)
}

const toWholeWords = (text: string, place: Place): Place => {
  let { start, end } = place
  const joins = (at: number) =>
    /[\p{L}\p{M}\p{N}]{2}/u.test(text.slice(at - 1, at + 1)) ||
    /\p{Nd}[.,]\p{Nd}/u.test(text.slice(Math.max(0, at - 2), at + 1)) ||
    /\p{Nd}[.,]\p{Nd}/u.test(text.slice(at - 1, at + 2))
  while (start > 0 && place.start - start < 40 && joins(start)) start--
  while (end < text.length && end - place.end < 40 && joins(end)) end++
  return { start, end }
}
