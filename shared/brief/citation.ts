/**
 * The record of an inline citation: what it cites, and what it covers. The node in the body carries only the
 * record's id, so that two people adding a cite each keep both.
 */
import * as Y from 'yjs'
import { z } from 'zod'
import { type Person, roots } from './document.ts'
import { newId } from './id.ts'

const person = z.object({ id: z.string(), name: z.string() })

/** A CSL cite item, with the excerpt it rests on. */
export const cite = z.object({
  /** Distinguishes cites of one citation, so that a change reaches the one that was meant. */
  id: z.string(),
  source: z.string(),
  excerpt: z.string().nullable().catch(null).default(null),
  locator: z.string().nullable().catch(null).default(null),
  label: z.string().nullable().catch(null).default(null),
  prefix: z.string().nullable().catch(null).default(null),
  suffix: z.string().nullable().catch(null).default(null),
  suppressAuthor: z.boolean().catch(false).default(false),
  /** Source id of the work that was really seen: prints "X, as cited in Y". */
  citedIn: z.string().nullable().catch(null).default(null),
  use: z.enum(['quoted', 'paraphrased', 'computed', 'background']).nullable().catch(null).default(null),
  bearing: z.enum(['supports', 'contradicts', 'context']).nullable().catch(null).default(null),
})
export type Cite = z.infer<typeof cite>

export const citationRecord = z.object({
  id: z.string(),
  cites: z.array(cite),
  /** The sentence it stands in (or ends), or the whole paragraph, list item or cell. */
  covers: z.enum(['sentence', 'block']).catch('sentence').default('sentence'),
  removed: z.object({ by: person, at: z.string() }).nullable().catch(null).default(null),
  /** The sentence as its writer last saw it: shown, when the node is lost in a merge, to find its place. */
  sentence: z.string().catch('').default(''),
})
export type CitationRecord = z.infer<typeof citationRecord>

export const readCitation = (id: string, map: unknown): CitationRecord | null => {
  if (!(map instanceof Y.Map)) return null
  const json = map.toJSON() as { cites?: unknown }
  // One cite that does not read must not take the others with it.
  const cites = (Array.isArray(json.cites) ? json.cites : []).flatMap((c, i) => {
    const one = cite.safeParse({ id: `c${i}`, ...(typeof c === 'object' ? c : {}) })
    return one.success ? [one.data] : []
  })
  // Two people who move one cite at once leave it twice.
  const once = cites.filter((one, at) => cites.findIndex((other) => other.id === one.id) === at)
  const result = citationRecord.safeParse({ ...json, id, cites: once })
  return result.success ? result.data : null
}

export const readCitations = (doc: Y.Doc): Map<string, CitationRecord> => {
  const all = new Map<string, CitationRecord>()
  for (const [id, map] of roots(doc).citations) {
    const one = readCitation(id, map)
    if (one) all.set(id, one)
  }
  return all
}

export type NewCite = Omit<z.input<typeof cite>, 'id'> & { id?: string }

const citeMap = (fields: NewCite) =>
  new Y.Map(Object.entries(cite.parse({ ...fields, id: fields.id ?? newId() })))

/** Writes a record; the node that names it is inserted beside it, in the same transaction. Returns its id. */
export const addCitation = (
  doc: Y.Doc,
  fields: { id?: string; cites: NewCite[]; covers?: CitationRecord['covers']; sentence?: string },
): string => {
  const id = fields.id ?? newId()
  doc.transact(() => {
    const map = new Y.Map<unknown>()
    map.set('cites', Y.Array.from(fields.cites.map(citeMap)))
    map.set('covers', fields.covers ?? 'sentence')
    if (fields.sentence) map.set('sentence', fields.sentence)
    roots(doc).citations.set(id, map)
  })
  return id
}

const citesOf = (doc: Y.Doc, citationId: string): Y.Array<unknown> | null => {
  const cites = roots(doc).citations.get(citationId)?.get('cites')
  return cites instanceof Y.Array ? cites : null
}

export const addCite = (doc: Y.Doc, citationId: string, fields: NewCite): void => {
  citesOf(doc, citationId)?.push([citeMap(fields)])
}

export const changeCite = (
  doc: Y.Doc,
  citationId: string,
  citeId: string,
  change: Partial<Omit<Cite, 'id'>>,
): void => {
  const map = citesOf(doc, citationId)
    ?.toArray()
    .find((c) => c instanceof Y.Map && c.get('id') === citeId)
  if (!(map instanceof Y.Map)) return
  doc.transact(() => {
    for (const [field, value] of Object.entries(change)) map.set(field, value)
  })
}

export const removeCite = (doc: Y.Doc, citationId: string, citeId: string): void => {
  const cites = citesOf(doc, citationId)
  if (!cites) return
  doc.transact(() => {
    for (let at = cites.length - 1; at >= 0; at--) {
      const one = cites.get(at)
      if (one instanceof Y.Map && one.get('id') === citeId) cites.delete(at)
    }
  })
}

/**
 * Moves a cite one place towards the beginning (-1) or the end (1); at the edge nothing happens. A cite that a colleague changes in
 * the same moment keeps what it was when it was moved.
 */
export const moveCite = (doc: Y.Doc, citationId: string, citeId: string, by: -1 | 1): void => {
  const cites = citesOf(doc, citationId)
  const all = cites?.toArray() ?? []
  const at = all.findIndex((c) => c instanceof Y.Map && c.get('id') === citeId)
  const moved = all[at]
  if (!cites || !(moved instanceof Y.Map) || at + by < 0 || at + by >= all.length) return
  doc.transact(() => {
    // What is deleted has nothing left to copy.
    const copy = moved.clone()
    cites.delete(at)
    cites.insert(at + by, [copy])
  })
}

/** Whether the citation speaks for its sentence or for the whole block. */
export const changeCovers = (doc: Y.Doc, citationId: string, covers: CitationRecord['covers']): void => {
  roots(doc).citations.get(citationId)?.set('covers', covers)
}

/** Says that a person took the citation out; without it, a record without a node is listed as unplaced. */
export const markRemoved = (doc: Y.Doc, citationId: string, by: Person, at: string): void => {
  roots(doc).citations.get(citationId)?.set('removed', { by, at })
}

/** The citation is back in the body (undo, redo, put back). */
export const markPlaced = (doc: Y.Doc, citationId: string): void => {
  const map = roots(doc).citations.get(citationId)
  if (map?.has('removed')) map.delete('removed')
}
