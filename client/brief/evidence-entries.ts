/** What the picker offers: every excerpt and every source of the brief, found by author, title, year or words. */
import type { NewCite } from '../../shared/brief/citation.ts'
import { type Excerpt, wordsOf } from '../../shared/brief/excerpt.ts'
import type { CslItem } from '../../shared/cite/csl.ts'
import type { Source } from '../../shared/brief/source.ts'
import { locatorText } from '../../shared/cite/locator.ts'
import { shortName } from './work-name.ts'
import type { Evidence } from './evidence.ts'
import { say } from '../words/en/brief.ts'
import { written } from '../words/written.ts'

/** What something to be cited is called, and found by. */
export type Named = {
  /** Unique among the entries. */
  id: string
  item: CslItem
  /** Its key in the brief; empty where it has none. */
  key: string
  name: string
  /** The excerpt's words, or the source's title. */
  words: string
  /** "p. 4 · Jane Doe"; empty where nothing is known. */
  detail: string
}

export type EvidenceEntry = Named & {
  source: Source
  excerpt: Excerpt | null
}

/** More than a person reads; typing narrows it. */
const SHOWN = 40

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

type Kept = { excerpts: Evidence['excerpts']; all: EvidenceEntry[]; toQuote: EvidenceEntry[] }
// Asked at every key: made anew only when a record has changed.
const madeBefore = new WeakMap<Evidence['sources'], Kept>()

/** Excerpts, the newest first, then the sources. What was taken out of the list of sources is not offered. */
export const evidenceEntries = (
  { sources, excerpts }: Pick<Evidence, 'sources' | 'excerpts'>,
  what: 'all' | 'excerpts',
): readonly EvidenceEntry[] => {
  let kept = madeBefore.get(sources)
  if (kept?.excerpts !== excerpts) {
    kept = { excerpts, ...makeEntries({ sources, excerpts }) }
    madeBefore.set(sources, kept)
  }
  return what === 'all' ? kept.all : kept.toQuote
}

const makeEntries = ({
  sources,
  excerpts,
}: Pick<Evidence, 'sources' | 'excerpts'>): Pick<Kept, 'all' | 'toQuote'> => {
  const passages = [...excerpts.values()]
    .filter((e) => !e.erased && sources.get(e.source) && !sources.get(e.source)?.removed)
    .sort((a, b) => ((a.createdAt ?? '') < (b.createdAt ?? '') ? 1 : -1))
    .map((excerpt): EvidenceEntry => {
      const source = sources.get(excerpt.source)!
      const where = locatorText(excerpt.locator?.label, excerpt.locator?.locator, written)
      return {
        id: `excerpt-${excerpt.id}`,
        item: source.item,
        key: source.key,
        source,
        excerpt,
        name: shortName(source.item),
        words: wordsOf(excerpt) || excerpt.note || where,
        detail: [where, excerpt.says?.name].filter(Boolean).join(' · '),
      }
    })
  const works = [...sources.values()]
    .filter((source) => !source.removed)
    .map((source): EvidenceEntry => ({
      id: `source-${source.id}`,
      item: source.item,
      key: source.key,
      source,
      excerpt: null,
      name: shortName(source.item),
      words: source.item.title ?? '',
      detail: say.wholeSource,
    }))
  return {
    all: [...passages, ...works],
    toQuote: passages.filter((entry) => entry.excerpt && wordsOf(entry.excerpt) !== ''),
  }
}

/** Where a word of the query stands, and what that is worth: who looks for a name means an author before a word in a title. */
const WEIGHTS = { author: 8, title: 4, year: 3, words: 2, rest: 1 }
type Field = keyof typeof WEIGHTS
type Read = Record<Field, string>

// A source or an excerpt that changed is another object: what was folded of the others is found again at each key.
const readBefore = new WeakMap<Named, Read>()

const read = (entry: Named & { excerpt?: Excerpt | null }): Read => {
  const before = readBefore.get(entry)
  if (before) return before
  const { item, key, excerpt, name, words, detail } = entry
  const authors = (item.author ?? []).map((a) => [a.given, a.family, a.literal].join(' ')).join(' ')
  const field = (...parts: readonly unknown[]) => ` ${fold(parts.filter(Boolean).join(' '))}`
  const made: Read = {
    author: field(authors, authors ? key : ''),
    title: field(item.title, item['container-title']),
    year: field(item.issued?.['date-parts']?.[0]?.[0]),
    words: field(excerpt && words),
    rest: field(name, key, excerpt && detail, excerpt?.note),
  }
  readBefore.set(entry, made)
  return made
}

/** Of one word in one entry: twice as much at the beginning of a word as within one. 0: it does not stand there. */
const worth = (entry: Read, word: string): number => {
  let most = 0
  for (const [field, weight] of Object.entries(WEIGHTS)) {
    if (2 * weight <= most) continue
    const text = entry[field as Field]
    if (text.includes(` ${word}`)) most = 2 * weight
    else if (weight > most && text.includes(word)) most = weight
  }
  return most
}

const wordsIn = (query: string) => fold(query).split(/\s+/).filter(Boolean)

/**
 * Every word of the query must stand in the entry, as the beginning of a word or within one. First what has them where they
 * count most: author, title, year, words of the passage; then as they came.
 */
export const findEntries = (entries: readonly EvidenceEntry[], query: string): EvidenceEntry[] => {
  const words = wordsIn(query)
  if (words.length === 0) return entries.slice(0, SHOWN)
  return byWorth(
    entries.flatMap((entry) => {
      const fields = read(entry)
      let sum = 0
      for (const word of words) {
        const one = worth(fields, word)
        if (one === 0) return []
        sum += one
      }
      return [{ entry, sum }]
    }),
  ).slice(0, SHOWN)
}

/** The same order for what was found elsewhere, which keeps what it found in ways of its own. */
export const rankEntries = <T extends Named>(entries: readonly T[], query: string): T[] => {
  const words = wordsIn(query)
  return byWorth(
    entries.map((entry) => {
      const fields = read(entry)
      return { entry, sum: words.reduce((sum, word) => sum + worth(fields, word), 0) }
    }),
  )
}

const byWorth = <T>(found: { entry: T; sum: number }[]): T[] =>
  found.sort((a, b) => b.sum - a.sum).map(({ entry }) => entry)

/** The cite that choosing the entry makes. */
export const citeOf = ({ source, excerpt }: Pick<EvidenceEntry, 'source' | 'excerpt'>): NewCite => ({
  source: source.id,
  excerpt: excerpt?.id ?? null,
  locator: excerpt?.locator?.locator ?? null,
  label: excerpt?.locator?.label ?? null,
})
