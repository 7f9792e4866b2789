/**
 * Which excerpts a newer capture of their source is held against, and which sentences rest on them. How they stand is
 * computed from the excerpt and the two captures, and stored nowhere.
 */
import type { Resolved } from '../anchor/resolve.ts'
import type { CitationRecord } from '../brief/citation.ts'
import type { AnchoredExcerpt, Excerpt } from '../brief/excerpt.ts'
import type { CaptureRef, Source } from '../brief/source.ts'

export type Followed = {
  excerpt: AnchoredExcerpt
  source: Source
  /** The newest capture of the source; the excerpt was taken from another one. */
  newest: CaptureRef
}

/** An excerpt that stands otherwise in the newest capture. */
export type Change = Followed & {
  found: Resolved
  /** What stands in its place now; null where nothing does, or where it is not known which. */
  now: string | null
}

/** What asks for a person; the others are told quietly or not at all. */
export const isLoud = ({ state }: Pick<Resolved, 'state'>): boolean =>
  state === 'changed' || state === 'ambiguous' || state === 'gone'

/** In the order of the records. */
export const followedExcerpts = (brief: {
  sources: ReadonlyMap<string, Source>
  excerpts: ReadonlyMap<string, Excerpt>
}): Followed[] =>
  [...brief.excerpts.values()].flatMap((excerpt): Followed[] => {
    if (excerpt.kind !== 'anchored' || excerpt.erased || excerpt.detached) return []
    const source = brief.sources.get(excerpt.source)
    const newest = source?.captures.at(-1)
    if (!source || !newest || newest.hash === excerpt.capture || excerpt.kept?.capture === newest.hash)
      return []
    return [{ excerpt, source, newest }]
  })

/** Those that are carried from one copy to another are carried together. */
export const byCopies = (followed: readonly Followed[]): Followed[][] => {
  const groups = new Map<string, Followed[]>()
  for (const one of followed) {
    const key = `${one.excerpt.capture} ${one.newest.hash}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()]
}

/** What a found place means for its excerpt; null where its words and those around them are the same. */
export const changeOf = (followed: Followed, found: Resolved, text: string): Change | null => {
  if (found.state === 'exact' || found.state === 'moved' || found.state === 'reflowed') return null
  const known = found.state === 'changed' || found.state === 'context-changed'
  return { ...followed, found, now: known ? text.slice(found.start, found.end) : null }
}

/** Excerpt id → the citations that rest on it, in the order of `citations`. */
export const citationsByExcerpt = (citations: Iterable<CitationRecord>): Map<string, string[]> => {
  const resting = new Map<string, string[]>()
  for (const { id, cites, removed } of citations)
    if (!removed)
      for (const excerpt of new Set(cites.map((cite) => cite.excerpt)))
        if (excerpt) resting.set(excerpt, [...(resting.get(excerpt) ?? []), id])
  return resting
}

/** Numbers and negations first, then what has no place any more, then other words; the quiet ones last. */
export const byUrgency = (a: Change, b: Change): number => urgency(a.found) - urgency(b.found)

const urgency = (found: Resolved): number => {
  if (found.state === 'changed') return found.polarity ? 0 : found.numbers ? 1 : 4
  return found.state === 'gone' ? 2 : found.state === 'ambiguous' ? 3 : 5
}
