/**
 * A brief as a file may hold it: ids that can stand as labels, a citation key of its own for each source, the
 * body in its normal form, and, for people outside, nothing but the words that are cited.
 */
import { footnoteIds, withFootnotes } from '../brief/footnotes.ts'
import { citationIds } from '../brief/order.ts'
import type { BodyNode } from '../brief/body.ts'
import { ID_PATTERN } from '../brief/id.ts'
import { type BriefContents, type ReadBrief, withOrder } from '../brief/read.ts'
import { source as sourceShape, type Source } from '../brief/source.ts'
import { fingerprint } from '../text/fingerprint.ts'
import { sortedBy } from './json.ts'
import { normalBody, normalFootnote } from './normal.ts'

export type Portable = ReadBrief & {
  /** Source id → the key that it has in the file, no two the same. */
  keys: Map<string, string>
}

/** Ids that other programs made may be anything; they get a name that is always the same for the same id. */
export const portableId = (id: string) =>
  ID_PATTERN.test(id) ? id : `x${fingerprint(JSON.stringify(id)).slice(0, 16)}`

const withId = <T extends { id: string }>(
  records: Map<string, T>,
  change: (record: T) => T,
): Map<string, T> =>
  new Map(
    sortedBy(
      [...records].map(([id, record]) => change({ ...record, id: portableId(id) })),
      (record) => record.id,
    ).map((record) => [record.id, record]),
  )

/** A footnote's label must not be a citation's. */
type NoteId = (id: string) => string

const noteIds = (brief: ReadBrief): NoteId => {
  const taken = new Set(
    [...brief.citations.keys(), ...citationIds(brief.body, brief.footnotes)].map(portableId),
  )
  return (id) => {
    const own = portableId(id)
    return taken.has(own) ? `x${fingerprint(JSON.stringify(['footnote', id])).slice(0, 16)}` : own
  }
}

const portableBody = (node: BodyNode, noteId: NoteId): BodyNode => {
  const copy = { ...node }
  if (node.type === 'footnote' && typeof node.attrs?.id === 'string')
    copy.attrs = { ...node.attrs, id: noteId(node.attrs.id) }
  else if (node.attrs) copy.attrs = portableAttrs(node.type === 'citation' ? 'id' : 'excerpt', node.attrs)
  if (node.marks)
    copy.marks = node.marks.map((m) => (m.attrs ? { ...m, attrs: portableAttrs('excerpt', m.attrs) } : m))
  if (node.content) copy.content = node.content.map((child) => portableBody(child, noteId))
  return copy
}

const portableAttrs = (name: string, attrs: Record<string, unknown>) =>
  typeof attrs[name] === 'string' ? { ...attrs, [name]: portableId(attrs[name]) } : attrs

/** Letters, digits and single underscores: what pandoc and every other reader take as one key. */
const cleanKey = (key: string): string =>
  key
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 80) || 'source'

const letters = (n: number): string =>
  (n < 26 ? '' : letters(Math.floor(n / 26) - 1)) + String.fromCharCode(97 + (n % 26))

/** Sources that share a key get `a`, `b`… in the order of their ids. */
const keysOf = (sources: Map<string, Source>): Map<string, string> => {
  const groups = new Map<string, string[]>()
  for (const { id, key } of sortedBy(sources.values(), (s) => s.id))
    groups.set(cleanKey(key), [...(groups.get(cleanKey(key)) ?? []), id])
  const taken = new Set([...groups].filter(([, ids]) => ids.length === 1).map(([key]) => key))
  const keys = new Map<string, string>()
  for (const [key, ids] of sortedBy(groups, ([k]) => k)) {
    if (ids.length === 1) {
      keys.set(ids[0]!, key)
      continue
    }
    let n = 0
    for (const id of ids) {
      while (taken.has(key + letters(n))) n++
      taken.add(key + letters(n))
      keys.set(id, key + letters(n))
    }
  }
  return keys
}

/** Those that the body names, by the ids that they have in the file. */
const portableFootnotes = (brief: ReadBrief, noteId: NoteId): BriefContents['footnotes'] =>
  new Map(
    sortedBy(new Set(footnoteIds(brief.body)), noteId).flatMap((id) => {
      const text = brief.footnotes.get(id)
      return text ? [[noteId(id), normalFootnote(text.map((node) => portableBody(node, noteId)))]] : []
    }),
  )

const everything = (brief: ReadBrief, noteId: NoteId = noteIds(brief)): BriefContents => ({
  about: brief.about,
  body: normalBody(portableBody(brief.body, noteId)),
  footnotes: portableFootnotes(brief, noteId),
  sources: withId(brief.sources, (source) => source),
  excerpts: withId(brief.excerpts, (e) => ({ ...e, source: portableId(e.source) })),
  citations: withId(brief.citations, (record) => ({
    ...record,
    cites: record.cites.map((cite) => ({
      ...cite,
      source: portableId(cite.source),
      excerpt: cite.excerpt === null ? null : portableId(cite.excerpt),
      citedIn: cite.citedIn === null ? null : portableId(cite.citedIn),
    })),
  })),
  checks: new Map(
    sortedBy(
      [...brief.checks].map(
        ([id, check]) => [portableId(id), { ...check, excerpts: check.excerpts.map(portableId) }] as const,
      ),
      ([id]) => id,
    ),
  ),
})

const excerptsNamed = (node: BodyNode): string[] => [
  ...[node.attrs?.excerpt, ...(node.marks ?? []).map((m) => m.attrs?.excerpt)].filter(
    (e) => typeof e === 'string',
  ),
  ...(node.content ?? []).flatMap(excerptsNamed),
]

/** Fields of a CSL item that people keep for themselves. */
const PRIVATE_FIELDS = ['note', 'annote', 'abstract', 'keyword']

const forOutside = (all: BriefContents): BriefContents => {
  const placed = new Set(citationIds(all.body, all.footnotes))
  const citations = new Map(
    [...all.citations]
      .filter(([id]) => placed.has(id))
      .map(([id, record]) => [
        id,
        {
          ...record,
          removed: null,
          sentence: '',
          cites: record.cites.map((cite) => ({ ...cite, use: null, bearing: null })),
        },
      ]),
  )
  const cites = [...citations.values()].flatMap((record) => record.cites)
  const excerpts = new Set([
    ...excerptsNamed(withFootnotes(all.body, all.footnotes)),
    ...cites.map((cite) => cite.excerpt),
  ])
  const kept = new Map([...all.excerpts].filter(([id]) => excerpts.has(id)))
  const sources = new Set([
    ...cites.flatMap((cite) => [cite.source, cite.citedIn]),
    ...[...kept.values()].map((e) => e.source),
  ])
  return {
    about: { ...all.about, template: null },
    body: all.body,
    footnotes: all.footnotes,
    citations,
    excerpts: kept,
    sources: new Map(
      [...all.sources]
        .filter(([id]) => sources.has(id))
        .map(([id, { key, item, handling }]) => {
          const fields = Object.entries(item).filter(([field]) => !PRIVATE_FIELDS.includes(field))
          return [id, sourceShape.parse({ id, key, handling, item: Object.fromEntries(fields) })]
        }),
    ),
    checks: new Map(),
  }
}

export const portable = (brief: ReadBrief, audience: 'inside' | 'outside'): Portable => {
  const all = everything(brief)
  const read = withOrder(audience === 'outside' ? forOutside(all) : all)
  return { ...read, keys: keysOf(read.sources) }
}
