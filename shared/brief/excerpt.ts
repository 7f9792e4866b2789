/**
 * An excerpt: the exact words of a source. Anchored: a passage of one capture as W3C Web Annotation selectors,
 * which a machine can hold against the text. Attested: words or an area given by a person, from what a machine
 * cannot hold.
 */
import * as Y from 'yjs'
import { z } from 'zod'
import { roots } from './document.ts'
import { newId } from './id.ts'

const person = z.object({ id: z.string(), name: z.string() })

/** UTF-16 code units into the capture's extracted text; end is exclusive. */
const textPositionSelector = z.object({
  type: z.literal('TextPositionSelector'),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
})

/** The words, with up to 64 characters of the text on each side. */
const textQuoteSelector = z.object({
  type: z.literal('TextQuoteSelector'),
  exact: z.string(),
  prefix: z.string().default(''),
  suffix: z.string().default(''),
})

/** W3C Web Annotation Data Model §4.2.4 and §4.2.5; the type stands in shared/anchor/selectors.ts. */
const selectors = z.tuple([textPositionSelector, textQuoteSelector])

/** Who asserts it. `named` is false for "officials", "a person familiar with the matter". */
export const says = z.object({
  name: z.string(),
  role: z.string().optional(),
  named: z.boolean().default(true),
})
export type Says = z.infer<typeof says>

/** CSL label and value: {label: 'paragraph', locator: '4'}. */
export const locator = z.object({ label: z.string(), locator: z.string() })

export const translation = z.object({
  lang: z.string(),
  text: z.string(),
  by: z.string(),
  kind: z.enum(['own', 'official', 'machine']),
  at: z.string(),
})

/** What a person vouches for in place of a machine. */
export const attestation = z.object({
  /** The words as the person heard or read them; may be empty where `area` says what is meant. */
  words: z.string().default(''),
  by: person,
  at: z.string(),
  /**
   * Media fragment (W3C Media Fragments 1.0): `t=73,91` or `xywh=percent:10,20,30,40`; on a page of a PDF with the page as the
   * file counts (RFC 8118): `page=3&xywh=percent:10,20,30,40`.
   */
  fragment: z.string().nullable().default(null),
  /** Hash of the capture that an area was drawn on. */
  capture: z.string().optional(),
  /** Where a document that is not here can be seen. */
  heldBy: z.string().nullable().default(null),
})

const common = {
  id: z.string(),
  source: z.string(),
  says: says.nullable().catch(null).default(null),
  /** Works or descriptions between the speaker and this source, the nearest to the source last. */
  via: z.array(z.string()).catch([]).default([]),
  locator: locator.nullable().catch(null).default(null),
  note: z.string().catch('').default(''),
  tags: z.array(z.string()).catch([]).default([]),
  /** Digit of the Admiralty code or a step of the workspace's scale; null: nobody graded it. */
  credibility: z.string().nullable().catch(null).default(null),
  translations: z.array(translation).catch([]).default([]),
  createdBy: person.nullable().catch(null).default(null),
  /** ISO 8601, UTC. */
  createdAt: z.string().nullable().catch(null).default(null),
  erased: z.object({ by: person, at: z.string(), why: z.string() }).nullable().catch(null).default(null),
}

/** Outermost heading first; shared/text/table-cell.ts finds them. */
export const tableCell = z.object({
  row: z.array(z.string()),
  column: z.array(z.string()),
  unit: z.string().nullable(),
  caption: z.string().nullable(),
})
export type TableCell = z.infer<typeof tableCell>

export const anchoredExcerpt = z.object({
  ...common,
  kind: z.literal('anchored'),
  /** Hash of the capture that the selectors point into. */
  capture: z.string(),
  selector: selectors,
  /** Of a passage within one cell of a table: the headings of its row and column, its unit and the table's caption. */
  cell: tableCell.nullable().catch(null).default(null),
  /** A person looked at a later capture and stays with this one. Another capture after it is looked at again. */
  kept: z.object({ capture: z.string(), by: person, at: z.string() }).nullable().catch(null).default(null),
  /** The words of earlier captures, the oldest first, with who took the newer ones over. */
  earlier: z
    .array(z.object({ capture: z.string(), exact: z.string(), by: person, at: z.string() }))
    .catch([])
    .default([]),
  /** A person let it go: nothing rests on it, later captures are not held against it, its words stay. */
  detached: z.object({ by: person, at: z.string() }).nullable().catch(null).default(null),
})
export const attestedExcerpt = z.object({ ...common, kind: z.literal('attested'), attested: attestation })

export const excerpt = z.discriminatedUnion('kind', [anchoredExcerpt, attestedExcerpt])
export type Excerpt = z.infer<typeof excerpt>
export type AnchoredExcerpt = z.infer<typeof anchoredExcerpt>
export type AttestedExcerpt = z.infer<typeof attestedExcerpt>

/** The words of an excerpt: what a quotation is held against. Empty for an attested area without words. */
export const wordsOf = (e: Excerpt): string =>
  e.kind === 'anchored' ? e.selector[1].exact : e.attested.words

export const readExcerpt = (id: string, map: unknown): Excerpt | null => {
  if (!(map instanceof Y.Map)) return null
  const result = excerpt.safeParse({ ...map.toJSON(), id })
  return result.success ? result.data : null
}

export const readExcerpts = (doc: Y.Doc): Map<string, Excerpt> => {
  const all = new Map<string, Excerpt>()
  for (const [id, map] of roots(doc).excerpts) {
    const one = readExcerpt(id, map)
    if (one) all.set(id, one)
  }
  return all
}

type NewExcerpt =
  z.input<typeof excerpt> extends infer E
    ? E extends unknown
      ? Omit<E, 'id'> & { id?: string }
      : never
    : never

/** Adds an excerpt with defaults for every field it leaves out. Returns its id. */
export const addExcerpt = (doc: Y.Doc, fields: NewExcerpt): string => {
  const id = fields.id ?? newId()
  const full = excerpt.parse({ ...fields, id })
  doc.transact(() => {
    roots(doc).excerpts.set(id, new Y.Map(Object.entries(full)))
  })
  return id
}

/** What a person may change later. The words and where they stand are not among it. */
export const changeExcerpt = (
  doc: Y.Doc,
  id: string,
  change: Partial<
    Pick<Excerpt, 'says' | 'via' | 'note' | 'tags' | 'credibility' | 'locator' | 'translations'>
  >,
): void => {
  const map = roots(doc).excerpts.get(id)
  if (!map) return
  doc.transact(() => {
    for (const [field, value] of Object.entries(change)) map.set(field, value)
  })
}

/** Takes an excerpt out of the brief, and gives what it was, to be put back. Null: there was none. */
export const removeExcerpt = (doc: Y.Doc, id: string): Excerpt | null => {
  const { excerpts } = roots(doc)
  const taken = readExcerpt(id, excerpts.get(id))
  if (taken) excerpts.delete(id)
  return taken
}
