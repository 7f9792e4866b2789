/**
 * Finds a described passage in a text again and says how its words stand there. The ladder, each rung only when
 * the one before found nothing: its old place, its exact words, the same words in another layout, the same
 * letters without spaces and hyphens, nearly the same words.
 */
import { type Folded, fold, type Folding, unfold } from './fold.ts'
import { numbersDiffer, polarityDiffers } from './meaning.ts'
import { everyPlace, type Match, nearestPlaces } from './search.ts'
import type { Selectors } from './selectors.ts'

export type Place = { start: number; end: number }

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

export type ResolveOptions = {
  /** The text folded for its layout, where many passages are looked up in one text. */
  folded?: Folded
}

/** Of the words around, so many characters must agree before they tell a place. */
const ENOUGH_CONTEXT = 8
/** Shorter words with an error stand everywhere: they count only where the words around agree. */
const TELLING_LENGTH = 16

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

/** The words around a passage, folded, and how much of them stands around a place. */
const contextOf = (selectors: Selectors) => {
  const prefix = fold(selectors[1].prefix, 'tight').text
  const suffix = fold(selectors[1].suffix, 'tight').text
  return {
    whole: prefix.length + suffix.length,
    at: (text: string, place: Place) => {
      const before = fold(text.slice(Math.max(0, place.start - 200), place.start), 'tight').text
      const after = fold(text.slice(place.end, place.end + 200), 'tight').text
      return sameAtEnd(prefix, before) + sameAtStart(suffix, after)
    },
  }
}

type Context = ReturnType<typeof contextOf>

/** The place that the words around tell, or all that are left when they tell none. */
const choose = (text: string, places: Place[], context: Context, old: number): Place[] => {
  if (places.length < 2) return places
  const scored = places.map((place) => ({ place, score: context.at(text, place) }))
  const best = Math.max(...scored.map((s) => s.score))
  const leading = scored.filter((s) => s.score === best)
  const unmoved = leading.find((s) => s.place.start === old)
  if (unmoved) return [unmoved.place]
  if (leading.length === 1 && best >= Math.min(ENOUGH_CONTEXT, context.whole)) return [leading[0]!.place]
  return places
}

const ambiguous = (places: Place[]): Resolved => ({ state: 'ambiguous', ...places[0]!, places })

const toWholeWords = (text: string, place: Place): Place => {
  let { start, end } = place
  const joins = (at: number) => /[\p{L}\p{M}\p{N}]{2}/u.test(text.slice(at - 1, at + 1))
  while (start > 0 && place.start - start < 40 && joins(start)) start--
  while (end < text.length && end - place.end < 40 && joins(end)) end++
  return { start, end }
}

const inFolded = (text: string, folded: Folded, matches: Match[]): Place[] =>
  matches.map((m) => unfold(folded, text, m.start, m.end))

/** Selectors may come from anywhere: nothing in them makes this throw. */
export const resolve = (text: string, selectors: Selectors, options: ResolveOptions = {}): Resolved => {
  const [position, { exact }] = selectors
  if (!exact.trim()) return { state: 'gone' }
  const context = contextOf(selectors)

  const exactPlaces = everyPlace(text, exact)
  if (exactPlaces.length) {
    const places = choose(text, exactPlaces, context, position.start)
    if (places.length > 1) return ambiguous(places.map(({ start, end }) => ({ start, end })))
    const { start, end } = places[0]!
    if (context.at(text, { start, end }) < context.whole) return { state: 'context-changed', start, end }
    return { state: start === position.start ? 'exact' : 'moved', start, end }
  }

  const layout = options.folded ?? fold(text)
  const rungs: [Folding, () => Folded][] = [
    ['layout', () => layout],
    ['tight', () => fold(text, 'tight')],
  ]
  for (const [folding, folded] of rungs) {
    const page = folded()
    const found = inFolded(text, page, everyPlace(page.text, fold(exact, folding).text))
    const places = choose(text, found, context, position.start)
    if (places.length > 1) return ambiguous(places)
    if (places[0]) return { state: 'reflowed', ...places[0] }
  }

  const words = fold(exact).text
  const near = Math.round((position.start / Math.max(1, text.length)) * layout.text.length)
  const likely = inFolded(text, layout, nearestPlaces(layout.text, words, near))
    .map((place) => toWholeWords(text, place))
    .filter((place, i, all) => all.findIndex((p) => p.start === place.start && p.end === place.end) === i)
  const places = choose(text, likely, context, position.start)
  if (places.length > 1) return ambiguous(places)
  const place = places[0]
  if (!place || (words.length < TELLING_LENGTH && context.at(text, place) < ENOUGH_CONTEXT))
    return { state: 'gone' }
  const now = text.slice(place.start, place.end)
  return {
    state: 'changed',
    numbers: numbersDiffer(exact, now),
    polarity: polarityDiffers(exact, now),
    ...place,
  }
}
