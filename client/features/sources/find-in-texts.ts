/** Looks for words in the newest saved copy of each source. What cannot be had is passed over: the list says what is. */
import type { Capture } from '../../brief/captures.ts'
import type { Source } from '../../../shared/brief/source.ts'
import { findWords, type Searchable, searchable } from '../../../shared/text/find.ts'

export type Found = {
  source: Source
  /** How many places. */
  places: number
  first: { before: string; words: string; after: string }
}

/** Texts made ready once, by hash; a saved copy never changes. */
const ready = new Map<string, Searchable>()
/** As many as a large brief has; the ready form takes five times the memory of the text. */
const MOST_READY = 60

const readyOf = (hash: string, text: string): Searchable => {
  const there = ready.get(hash)
  if (there) return there
  const made = searchable(text)
  ready.set(hash, made)
  const oldest = ready.keys().next().value
  if (ready.size > MOST_READY && oldest !== undefined) ready.delete(oldest)
  return made
}

/** Characters shown on each side. */
const AROUND = 60

export const findInTexts = async (
  sources: readonly Source[],
  typed: string,
  get: (hash: string) => Promise<Capture>,
): Promise<Found[]> => {
  const found: Found[] = []
  for (const source of sources) {
    const hash = source.captures.at(-1)?.hash
    const capture = hash ? await get(hash).catch(() => null) : null
    if (!hash || !capture) continue
    const { text } = capture
    const places = findWords(readyOf(hash, text), typed)
    const [first] = places
    if (!first) continue
    const { start, end } = first
    found.push({
      source,
      places: places.length,
      first: {
        before: text.slice(Math.max(0, start - AROUND), start).replace(/\s+/g, ' '),
        words: text.slice(start, end),
        after: text.slice(end, end + AROUND).replace(/\s+/g, ' '),
      },
    })
  }
  return found
}
