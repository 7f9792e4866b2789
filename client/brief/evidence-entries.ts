/** What the picker offers: every excerpt and every source of the brief, found by author, title, year or words. */
import type { NewCite } from '../../shared/brief/citation.ts'
import { type Excerpt, wordsOf } from '../../shared/brief/excerpt.ts'
import type { Source } from '../../shared/brief/source.ts'
import { locatorText } from '../../shared/cite/locator.ts'
import { shortName } from '../../shared/cite/short-name.ts'
import type { Evidence } from './evidence.ts'

export type EvidenceEntry = {
  /** Unique among the entries. */
  id: string
  source: Source
  excerpt: Excerpt | null
  name: string
  /** The excerpt's words, or the source's title. */
  words: string
  /** "p. 4 · Jane Doe"; empty where nothing is known. */
  detail: string
}

/** More than a person reads; typing narrows it. */
const SHOWN = 40

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** Excerpts, the newest first, then the sources. What was taken out of the list of sources is not offered. */
export const evidenceEntries = (
  { sources, excerpts }: Evidence,
  what: 'all' | 'excerpts',
): EvidenceEntry[] => {
  const passages = [...excerpts.values()]
    .filter((e) => !e.erased && sources.get(e.source) && !sources.get(e.source)?.removed)
    .sort((a, b) => ((a.createdAt ?? '') < (b.createdAt ?? '') ? 1 : -1))
    .map((excerpt): EvidenceEntry => {
      const source = sources.get(excerpt.source)!
      const where = locatorText(excerpt.locator?.label, excerpt.locator?.locator)
      return {
        id: `excerpt-${excerpt.id}`,
        source,
        excerpt,
        name: shortName(source.item),
        words: wordsOf(excerpt) || excerpt.note || where,
        detail: [where, excerpt.says?.name].filter(Boolean).join(' · '),
      }
    })
  if (what === 'excerpts') return passages.filter((entry) => entry.excerpt && wordsOf(entry.excerpt) !== '')
  const works = [...sources.values()]
    .filter((source) => !source.removed)
    .map((source): EvidenceEntry => ({
      id: `source-${source.id}`,
      source,
      excerpt: null,
      name: shortName(source.item),
      words: source.item.title ?? '',
      detail: 'Whole source',
    }))
  return [...passages, ...works]
}

const haystack = ({ source, excerpt, name, words, detail }: EvidenceEntry): string => {
  const { item } = source
  const authors = (item.author ?? []).map((a) => [a.given, a.family, a.literal].join(' ')).join(' ')
  return fold(
    [
      name,
      authors,
      item.title,
      item['container-title'],
      source.key,
      words,
      excerpt && detail,
      excerpt?.note,
    ].join(' '),
  )
}

/** Every word of the query must stand in the entry, as the beginning of a word or within one. */
export const findEntries = (entries: readonly EvidenceEntry[], query: string): EvidenceEntry[] => {
  const words = fold(query).split(/\s+/).filter(Boolean)
  if (words.length === 0) return entries.slice(0, SHOWN)
  return entries
    .map((entry) => ({ entry, hay: ` ${haystack(entry)}` }))
    .filter(({ hay }) => words.every((word) => hay.includes(word)))
    .map(({ entry, hay }) => ({ entry, starts: words.filter((word) => hay.includes(` ${word}`)).length }))
    .sort((a, b) => b.starts - a.starts)
    .slice(0, SHOWN)
    .map(({ entry }) => entry)
}

/** The cite that choosing the entry makes. */
export const citeOf = ({ source, excerpt }: Pick<EvidenceEntry, 'source' | 'excerpt'>): NewCite => ({
  source: source.id,
  excerpt: excerpt?.id ?? null,
  locator: excerpt?.locator?.locator ?? null,
  label: excerpt?.locator?.label ?? null,
})
