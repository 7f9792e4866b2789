/** The list of sources as a person reads it: sorted, filtered, with what was taken from each. */
import type { CitationRecord } from '../../../shared/brief/citation.ts'
import { type Excerpt, wordsOf } from '../../../shared/brief/excerpt.ts'
import type { Source } from '../../../shared/brief/source.ts'
import { inLatin } from '../../../shared/text/in-latin.ts'
import { authorsText, dateText } from './csl-fields.ts'

export type Entry = { source: Source; excerpts: Excerpt[]; cited: number }

/** How often each source is cited: citations that stand, a citation counted once a source. */
const citedCounts = (citations: ReadonlyMap<string, CitationRecord>): Map<string, number> =>
  countIn(citations, (c) =>
    c.cites.flatMap((cite) => (cite.citedIn ? [cite.source, cite.citedIn] : [cite.source])),
  )

/** How often each excerpt is cited. */
export const excerptCounts = (citations: ReadonlyMap<string, CitationRecord>): Map<string, number> =>
  countIn(citations, (c) => c.cites.flatMap((cite) => (cite.excerpt ? [cite.excerpt] : [])))

const countIn = (citations: ReadonlyMap<string, CitationRecord>, named: (c: CitationRecord) => string[]) => {
  const counts = new Map<string, number>()
  for (const citation of citations.values()) {
    if (citation.removed) continue
    for (const id of new Set(named(citation))) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return counts
}

/** In the order in which they stand in their source; what has no place comes last, the oldest first. */
export const inOrder = (excerpts: readonly Excerpt[]): Excerpt[] =>
  [...excerpts].sort((a, b) => {
    const [pa, pb] = [a, b].map((e) => (e.kind === 'anchored' ? e.selector[0].start : Infinity))
    if (pa !== pb) return pa! - pb!
    return (a.createdAt ?? '') < (b.createdAt ?? '') ? -1 : 1
  })

/** Sources that were not taken out, the newest first. */
export const libraryOf = (
  sources: ReadonlyMap<string, Source>,
  excerpts: ReadonlyMap<string, Excerpt>,
  citations: ReadonlyMap<string, CitationRecord>,
): Entry[] => {
  const counts = citedCounts(citations)
  const bySource = new Map<string, Excerpt[]>()
  for (const e of excerpts.values()) bySource.set(e.source, [...(bySource.get(e.source) ?? []), e])
  return [...sources.values()]
    .filter((source) => !source.removed)
    .sort((a, b) =>
      (a.addedAt ?? '') > (b.addedAt ?? '')
        ? -1
        : (a.addedAt ?? '') < (b.addedAt ?? '')
          ? 1
          : a.id < b.id
            ? -1
            : 1,
    )
    .map((source) => ({
      source,
      excerpts: inOrder(bySource.get(source.id) ?? []),
      cited: counts.get(source.id) ?? 0,
    }))
}

/** Entries in which every typed word stands somewhere: title, people, outlet, date, or an excerpt's words. */
export const filterLibrary = (entries: readonly Entry[], typed: string): Entry[] => {
  const words = inLatin(typed).split(/\s+/).filter(Boolean)
  if (words.length === 0) return [...entries]
  return entries.filter(({ source, excerpts }) => {
    const { item } = source
    const said = excerpts.flatMap((e) => [wordsOf(e), e.note, e.says?.name ?? '', ...e.via])
    const all = [
      item.title,
      authorsText(item.author),
      item['container-title'],
      item.publisher,
      dateText(item.issued),
    ]
    const text = inLatin([...all, source.origin, source.key, ...said].join('\n'))
    return words.every((word) => text.includes(word))
  })
}
