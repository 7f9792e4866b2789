/**
 * A source: a work as this brief knows it, with zero or more captures. What happens to the work in the whole
 * workspace (withdrawn, graded) stands in SQL and is written into no brief.
 */
import * as Y from 'yjs'
import { z } from 'zod'
import { type CslItem, cslItem } from '../cite/csl.ts'
import { newId } from './id.ts'
import { inLatin } from '../text/in-latin.ts'
import { roots } from './document.ts'
import { keysTaken } from './keys-taken.ts'

const person = z.object({ id: z.string(), name: z.string() })

/** How a brief names a capture: bytes and text stay on the server, under the SHA-256 of the original bytes. */
export const captureRef = z.object({
  /** SHA-256 of the original bytes, 64 lower-case hexadecimal digits. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  mediaType: z.string(),
  filename: z.string().nullable().default(null),
  /** ISO 8601, UTC. */
  takenAt: z.string(),
  extractor: z.string(),
  /** Length of the extracted text in UTF-16 code units. */
  length: z.number().int().nonnegative(),
  /** ISO 8601, UTC: when the work was found like this again, after it had been otherwise. */
  seenAt: z.string().optional(),
})
export type CaptureRef = z.infer<typeof captureRef>

/** What became of a work: it was taken back, it was corrected, or nobody should believe it any more. */
export const withdrawal = z.object({
  kind: z.enum(['retracted', 'corrected', 'discredited']),
  reason: z.string(),
  by: person,
  at: z.string(),
  /** A person looked at what rests on it and goes on citing it. */
  settled: z.object({ by: person, at: z.string() }).nullable().catch(null).default(null),
})
export type Withdrawal = z.infer<typeof withdrawal>

/** What a source became a part of, and what moved there: enough to take it back. */
export const merge = z.object({
  /** Id of the source that has it all now. */
  into: z.string(),
  by: person,
  at: z.string(),
  moved: z.object({
    excerpts: z.array(z.string()).default([]),
    cites: z
      .array(z.object({ citation: z.string(), cite: z.string(), as: z.enum(['source', 'citedIn']) }))
      .default([]),
    /** Hashes of captures that the other source did not have. */
    captures: z.array(z.string()).default([]),
    /** Fields of the item that the other source lacked. */
    fields: z.array(z.string()).default([]),
  }),
})
export type Merge = z.infer<typeof merge>

export const source = z.object({
  id: z.string(),
  /** Citation key, `author_year`, unique in the brief; stable once cited. */
  key: z.string(),
  item: cslItem,
  /** First reported by: where the work has it from. An excerpt's `via` overrides it. */
  origin: z.string().nullable().catch(null).default(null),
  archivedAt: z.string().nullable().catch(null).default(null),
  handling: z.string().nullable().catch(null).default(null),
  embargoUntil: z.string().nullable().catch(null).default(null),
  note: z.string().catch('').default(''),
  /** Fields that were asked for once and left open: they are never asked for again. */
  asked: z.array(z.string()).catch([]).default([]),
  /** Each once, the newest last. */
  captures: z.array(captureRef).catch([]).default([]),
  addedBy: person.nullable().catch(null).default(null),
  addedAt: z.string().nullable().catch(null).default(null),
  /** Taken out of the list by a person; what cites it still finds its words. */
  removed: z.object({ by: person, at: z.string() }).nullable().catch(null).default(null),
  /** Words that left for good, and the hashes of the captures that held them: no device keeps those. */
  erased: z
    .object({ by: person, at: z.string(), why: z.string(), captures: z.array(z.string()).default([]) })
    .nullable()
    .catch(null)
    .default(null),
  /** It was the same work as another source, and became a part of it; `removed` is set with it. */
  merged: merge.nullable().catch(null).default(null),
  /** Ids of sources that look like the same work; a person said that they are not. */
  apart: z.array(z.string()).catch([]).default([]),
  /** This brief has taken over that the work was withdrawn. */
  withdrawn: withdrawal.nullable().catch(null).default(null),
})
export type Source = z.infer<typeof source>

/** A source out of its Y.Map, with defaults for what an older client did not write; null if it is none. */
export const readSource = (id: string, map: unknown): Source | null => {
  if (!(map instanceof Y.Map)) return null
  const result = source.safeParse({ ...map.toJSON(), id })
  return result.success ? { ...result.data, captures: inOrder(result.data.captures) } : null
}

/** Two people may have named the same capture at once; the one that was seen last counts. */
const inOrder = (captures: readonly CaptureRef[]): CaptureRef[] => {
  const byHash = new Map<string, CaptureRef>()
  for (const each of captures) {
    const there = byHash.get(each.hash)
    if (!there || lastSeen(there) < lastSeen(each)) byHash.set(each.hash, each)
  }
  return [...byHash.values()].sort((a, b) =>
    lastSeen(a) < lastSeen(b) ? -1 : lastSeen(a) > lastSeen(b) ? 1 : 0,
  )
}

const lastSeen = ({ seenAt, takenAt }: CaptureRef) => seenAt ?? takenAt

export const readSources = (doc: Y.Doc): Map<string, Source> => {
  const all = new Map<string, Source>()
  for (const [id, map] of roots(doc).sources) {
    const one = readSource(id, map)
    if (one) all.set(id, one)
  }
  return all
}

/** Adds a source; `key` is made from the item unless given. Returns its id. */
export const addSource = (doc: Y.Doc, fields: { item: CslItem } & Partial<Omit<Source, 'item'>>): string => {
  const id = fields.id ?? newId()
  const taken = keysTaken(doc)
  const key = fields.key ?? citationKey(fields.item, taken)
  taken.add(key)
  const full = source.parse({ ...fields, key, id })
  const { item, captures, ...plain } = full
  doc.transact(() => {
    const map = new Y.Map<unknown>()
    for (const [field, value] of Object.entries(plain)) map.set(field, value)
    map.set('item', new Y.Map(Object.entries(item)))
    map.set('captures', Y.Array.from(captures))
    roots(doc).sources.set(id, map)
  })
  return id
}

/** Changes fields of a source; `item` changes field by field (undefined takes a field away). */
export const changeSource = (
  doc: Y.Doc,
  id: string,
  change: Partial<Omit<Source, 'id' | 'item' | 'captures'>> & { item?: Partial<CslItem> },
): void => {
  const map = roots(doc).sources.get(id)
  if (!map) return
  const { item, ...plain } = change
  doc.transact(() => {
    for (const [field, value] of Object.entries(plain)) map.set(field, value)
    const itemMap = map.get('item')
    if (!item || !(itemMap instanceof Y.Map)) return
    for (const [field, value] of Object.entries(item)) {
      if (value === undefined) itemMap.delete(field)
      else itemMap.set(field, value)
    }
  })
}

/**
 * Adds a capture. One with the same bytes is named once: where the work is like this again after it was otherwise,
 * that one becomes the newest.
 */
export const addCapture = (doc: Y.Doc, sourceId: string, capture: CaptureRef): void => {
  const map = roots(doc).sources.get(sourceId)
  const captures = map?.get('captures')
  if (!(captures instanceof Y.Array)) return
  const newest = readSource(sourceId, map)?.captures.at(-1)
  if (newest?.hash === capture.hash) return
  const at = captures.toArray().findIndex((c) => (c as CaptureRef).hash === capture.hash)
  doc.transact(() => {
    if (at < 0) return captures.push([capture])
    const before = captures.get(at) as CaptureRef
    captures.delete(at)
    captures.push([{ ...before, seenAt: capture.takenAt }])
  })
}

/**
 * `author_year` in ASCII letters, digits and underscores: the first author's family name (or the publisher,
 * or the first long word of the title) and the year where one is known. A key that is taken gets `_2`, `_3`…
 */
export const citationKey = (item: CslItem, taken: ReadonlySet<string>): string => {
  const first = item.author?.[0]
  const name =
    first?.family ?? first?.literal ?? item['container-title'] ?? item.publisher ?? item.title ?? ''
  const year = item.issued?.['date-parts']?.[0]?.[0]
  const word =
    inLatin(name)
      .split(/[^a-z0-9]+/)
      .find((w) => w.length > 2 && !['the', 'and', 'for'].includes(w)) ?? 'source'
  const base = (/^[a-z]/.test(word) ? word : `s${word}`) + (year ? `_${year}` : '')
  let key = base
  for (let n = 2; taken.has(key); n++) key = `${base}_${n}`
  return key
}
