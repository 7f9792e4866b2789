/**
 * The evidence of a file: first what its ties say, then what its text says that the ties do not. Ids made here
 * follow from the text alone, so that one file always makes one brief.
 */
import { fold } from '../anchor/fold.ts'
import type { Check } from '../brief/check.ts'
import type { CitationRecord, Cite } from '../brief/citation.ts'
import { type Excerpt, wordsOf } from '../brief/excerpt.ts'
import { ID_PATTERN } from '../brief/id.ts'
import { type Source, source as sourceShape } from '../brief/source.ts'
import { fingerprint } from '../text/fingerprint.ts'
import { pandocGroup } from './cites.ts'
import { unescapeMeta } from './escape.ts'
import { GROUP, type GroupCite, plainGroup, readGroup } from './read-groups.ts'
import type { FrontMatter } from './read-front-matter.ts'
import type { Note } from './read-inline.ts'
import type { Ties } from './read-ties.ts'
import type { Report } from './report.ts'

const made = (letter: string, from: string) => letter + fingerprint(from).slice(0, 11)

/** The words in a note, as an export writes them: “…”, before a bracket, another passage or the end. */
const PASSAGE = /“((?:[^”]|”(?!\s*(?:\(|“|$))){1,100000})”(?=\s*(?:\(|“|$))/gs

export type Evidence = {
  sources: Map<string, Source>
  excerpts: Map<string, Excerpt>
  citations: Map<string, CitationRecord>
  checks: Map<string, Check>
  /** A citation that a comment in the text names is no note's. */
  claim: (id: string) => void
  /** What a footnote stands for, by its label and its text as it stands in the file. */
  readNote: (label: string, raw: string) => Note
  /** A citation named in a comment, with the group before it. */
  group: (id: string, group: string) => string
  quote: (group: string, words: string) => { citation: string; excerpt: string | null } | null
  excerptOf: (citationId: string) => string | null
}

export const openEvidence = (front: FrontMatter, ties: Ties, report: Report): Evidence => {
  const sources = new Map<string, Source>()
  const citations = new Map<string, CitationRecord>()
  const excerpts = new Map(ties.excerpts)
  /** Key in the file → source id. */
  const byKey = new Map<string, string>()
  const keys = new Map<string, string>()
  const items = new Map(front.items.map(({ key, item }) => [key, item]))

  const addSource = (source: Source, fileKey: string) => {
    sources.set(source.id, source)
    byKey.set(fileKey, source.id)
    keys.set(source.id, fileKey)
  }
  for (const { fileKey, item, ...rest } of ties.sources.values())
    addSource({ ...rest, item: item ?? items.get(fileKey) ?? { type: 'document' } }, fileKey)
  for (const { key, item } of front.items)
    if (!byKey.has(key)) addSource(sourceShape.parse({ id: made('s', key), key, item }), key)

  const sourceOf = (key: string): string => {
    const known = byKey.get(key)
    if (known) return known
    report.note('unknown-key')
    const id = made('s', key)
    addSource(sourceShape.parse({ id, key, item: { type: 'document', title: key } }), key)
    return id
  }
  for (const [id, { cites, ...rest }] of ties.citations) {
    const tied = cites.map((cite): Cite => {
      if (!('key' in cite)) return cite
      const { key, ...fields } = cite
      return { ...fields, source: sourceOf(key) }
    })
    citations.set(id, { id, ...rest, cites: tied })
  }

  const fromGroup = (cite: GroupCite, index: number): Cite => ({
    id: `c${index}`,
    source: sourceOf(cite.key),
    excerpt: null,
    locator: cite.locator,
    label: cite.label,
    prefix: cite.prefix,
    suffix: cite.suffix,
    suppressAuthor: cite.suppressAuthor,
    citedIn: null,
    use: null,
    bearing: null,
  })
  const excerptFrom = (cite: Cite, words: string, name: string): string => {
    const id = made('x', name)
    excerpts.set(id, {
      id,
      kind: 'attested',
      source: cite.source,
      attested: {
        words,
        by: { id: '', name: 'Imported file' },
        at: front.about.date ?? '',
        fragment: null,
        heldBy: null,
      },
      says: null,
      via: [],
      locator: cite.label && cite.locator ? { label: cite.label, locator: cite.locator } : null,
      note: '',
      tags: [],
      credibility: null,
      translations: [],
      createdBy: null,
      createdAt: null,
      erased: null,
    })
    return id
  }
  const create = (id: string, parsed: GroupCite[], passages: string[]): void => {
    const cites = parsed.map(fromGroup).map((cite, i) => {
      const words = passages[i]
      return words ? { ...cite, excerpt: excerptFrom(cite, words, `${id} ${i} ${words}`) } : cite
    })
    citations.set(id, { id, cites, covers: 'sentence', removed: null, sentence: '' })
  }
  /** A group that a person changed in the file: what it says now, with the excerpts that its keys had. */
  const follow = (record: CitationRecord, parsed: GroupCite[]): void => {
    const left = [...record.cites]
    const cites = parsed.map((now, i) => {
      const at = left.findIndex((cite) => keys.get(cite.source) === now.key)
      const before = at < 0 ? undefined : left.splice(at, 1)[0]
      const fresh = fromGroup(now, record.cites.length + i)
      if (!before) return fresh
      const suffix = before.citedIn ? before.suffix : fresh.suffix
      return {
        ...fresh,
        ...before,
        prefix: fresh.prefix,
        suffix,
        locator: fresh.locator,
        label: fresh.label,
      }
    })
    citations.set(record.id, { ...record, cites })
    report.note('edited')
  }
  const edited = new Set<string>()
  /** Holds a group of the text against the tie. */
  const compare = (id: string, group: string): void => {
    const record = citations.get(id)
    if (!record || edited.has(id) || !group.includes('@')) return
    const expected = plainGroup(pandocGroup(record, { keys, sources }))
    if (group.replace(/\s+/g, ' ').trim() === expected || plainGroup(group) === expected) return
    const parsed = readGroup(group.trim().slice(1, -1))
    edited.add(id)
    if (parsed) follow(record, parsed)
  }
  const claimed = new Set<string>()
  let byGroup: Map<string, string[]> | null = null
  /** The citation of the ties that reads like this note: the same group, and if there are several, the same words. */
  const tiedTo = (group: string, raw: string): string | undefined => {
    if (!byGroup) {
      byGroup = new Map()
      for (const id of ties.citations.keys()) {
        const expected = plainGroup(pandocGroup(citations.get(id)!, { keys, sources }))
        if (expected) byGroup.set(expected, [...(byGroup.get(expected) ?? []), id])
      }
    }
    const free = (byGroup.get(group) ?? []).filter((id) => !claimed.has(id))
    if (free.length < 2) return free[0]
    const text = fold(unescapeMeta(raw), 'tight').text
    const says = (id: string) =>
      citations.get(id)!.cites.every(({ excerpt }) => {
        const one = excerpt === null ? undefined : excerpts.get(excerpt)
        return !one || text.includes(fold(wordsOf(one), 'tight').text)
      })
    // More words are the better match: a citation without an excerpt would fit any note.
    const fitting = free.filter(says)
    return (
      fitting.find((id) => citations.get(id)!.cites.some((cite) => cite.excerpt)) ?? fitting[0] ?? free[0]
    )
  }

  return {
    sources,
    excerpts,
    citations,
    checks: new Map(ties.checks),
    claim: (id) => claimed.add(id),
    readNote: (label, raw) => {
      const found = GROUP.exec(raw)
      // Our own footnotes may begin with a citation, or with a link.
      const group = found && !/^\(|^\s*`?<!-- cite /.test(raw.slice(found[0].length)) ? found : null
      if (citations.has(label)) {
        claimed.add(label)
        if (group) compare(label, group[0])
        return { is: 'citation', id: label }
      }
      const id = ID_PATTERN.test(label) ? label : made('n', label)
      if (raw.includes('<!-- no record -->')) return { is: 'citation', id }
      const parsed = group ? readGroup(group[1] ?? '') : null
      if (!group || !parsed) {
        const text = unescapeMeta(raw.replace(/<[^<>]*>/g, ' '))
          .replace(/\s+/g, ' ')
          .trim()
        return { is: 'footnote', id, text }
      }
      // Other programs number the labels anew: the tie is the first that cites the same places.
      const same = tiedTo(plainGroup(group[0]), raw)
      if (same) {
        claimed.add(same)
        return { is: 'citation', id: same }
      }
      const passages = [...raw.slice(group[0].length).matchAll(PASSAGE)].map((m) =>
        unescapeMeta(m[1]!).replace(/\s+/g, ' '),
      )
      create(id, parsed, passages)
      return { is: 'citation', id }
    },
    group: (id, group) => {
      if (citations.has(id)) compare(id, group)
      else {
        const parsed = readGroup(group.replace(/^\[|\]$/g, ''))
        if (parsed) create(id, parsed, [])
      }
      claimed.add(id)
      return id
    },
    quote: (group, words) => {
      const parsed = readGroup(group.replace(/^\[|\]$/g, ''))
      if (!parsed) return null
      const id = made('n', `${group} ${words}`)
      if (!citations.has(id)) create(id, parsed, [words])
      return { citation: id, excerpt: citations.get(id)?.cites[0]?.excerpt ?? null }
    },
    excerptOf: (id) => citations.get(id)?.cites.find((cite) => cite.excerpt !== null)?.excerpt ?? null,
  }
}
