/**
 * Takes the words of evidence out of a document: what excerpts say, what was written about them, and the quoted words
 * in the body. A tombstone stays: who, when, why. What the sentences say in their writers' own words stays too.
 */
import * as Y from 'yjs'
import { type Person, roots } from './document.ts'
import { readCitations } from './citation.ts'
import { type Excerpt, readExcerpts } from './excerpt.ts'
import { readSources } from './source.ts'

export type Erasure = {
  /** Excerpts by id; captures by hash, with every excerpt of theirs; sources by id, with all of both. */
  excerpts?: readonly string[]
  captures?: readonly string[]
  sources?: readonly string[]
}
export type Tombstone = { by: Person; at: string; why: string }

/** Hashes of the captures that a document would lose by it. */
export const capturesToErase = (doc: Y.Doc, { captures = [], sources = [] }: Erasure): string[] => {
  const all = readSources(doc)
  const ofSources = sources.flatMap((id) => all.get(id)?.captures.map((capture) => capture.hash) ?? [])
  return [...new Set([...captures, ...ofSources])]
}

/** Returns how many excerpts lost their words. Doing it a second time changes nothing. */
export const eraseEvidence = (doc: Y.Doc, erasure: Erasure, tombstone: Tombstone): number => {
  const captures = new Set(capturesToErase(doc, erasure))
  const sources = new Set(erasure.sources)
  const named = new Set(erasure.excerpts)
  const concerned = [...readExcerpts(doc).values()].filter(
    (each) =>
      named.has(each.id) ||
      sources.has(each.source) ||
      (each.kind === 'anchored' && captures.has(each.capture)),
  )
  const ids = new Set(concerned.map((each) => each.id))
  doc.transact(() => {
    for (const each of concerned) if (!each.erased) eraseExcerpt(doc, each, tombstone)
    eraseCopies(doc, captures, sources, tombstone)
    eraseQuoted(roots(doc).body, ids)
    for (const text of roots(doc).footnotes.values()) if (text instanceof Y.XmlElement) eraseQuoted(text, ids)
    // What the sentence said is kept with its citation, quoted words and all.
    for (const record of readCitations(doc).values())
      if (record.sentence !== '' && record.cites.some(({ excerpt }) => excerpt !== null && ids.has(excerpt)))
        roots(doc).citations.get(record.id)!.set('sentence', '')
  })
  return concerned.filter((each) => !each.erased).length
}

const eraseExcerpt = (doc: Y.Doc, excerpt: Excerpt, erased: Tombstone) => {
  const map = roots(doc).excerpts.get(excerpt.id)!
  // A map made anew: fields that this version does not know may hold the words too.
  const fresh: Record<string, unknown> = {
    id: excerpt.id,
    kind: excerpt.kind,
    source: excerpt.source,
    locator: excerpt.locator,
    createdBy: excerpt.createdBy,
    createdAt: excerpt.createdAt,
    erased,
  }
  if (excerpt.kind === 'anchored') {
    const [{ type, start }] = excerpt.selector
    fresh.capture = excerpt.capture
    fresh.selector = [
      { type, start, end: start },
      { type: 'TextQuoteSelector', exact: '', prefix: '', suffix: '' },
    ]
  } else fresh.attested = { ...excerpt.attested, words: '', heldBy: null, fragment: null }
  for (const field of map.keys()) if (!(field in fresh)) map.delete(field)
  for (const [field, value] of Object.entries(fresh)) map.set(field, value)
}

const eraseCopies = (
  doc: Y.Doc,
  captures: ReadonlySet<string>,
  sources: ReadonlySet<string>,
  tombstone: Tombstone,
) => {
  for (const source of readSources(doc).values()) {
    const gone = source.captures.map(({ hash }) => hash).filter((hash) => captures.has(hash))
    if (gone.length === 0 && !sources.has(source.id)) continue
    const map = roots(doc).sources.get(source.id)!
    const before = source.erased?.captures ?? []
    map.set('erased', { ...(source.erased ?? tombstone), captures: [...new Set([...before, ...gone])] })
    map.set('note', '')
    const list = map.get('captures')
    if (!(list instanceof Y.Array)) continue
    for (let at = list.length - 1; at >= 0; at--)
      if (captures.has((list.get(at) as { hash?: string }).hash ?? '')) list.delete(at)
  }
}

/** Words in quotation blocks, and words under the mark; nodes, citations among them, stay where they are. */
const eraseQuoted = (node: Y.XmlFragment | Y.XmlElement, excerpts: ReadonlySet<string>, inside = false) => {
  const isHeld =
    inside ||
    (node instanceof Y.XmlElement &&
      node.nodeName === 'quotation' &&
      excerpts.has(String(node.getAttribute('excerpt'))))
  for (const child of node.toArray()) {
    if (child instanceof Y.XmlText) eraseText(child, excerpts, isHeld)
    else if (child instanceof Y.XmlElement) eraseQuoted(child, excerpts, isHeld)
  }
}

const eraseText = (text: Y.XmlText, excerpts: ReadonlySet<string>, all: boolean) => {
  type Piece = { insert: unknown; attributes?: Record<string, unknown> }
  const pieces = text.toDelta() as Piece[]
  let at = text.length
  for (const { insert, attributes } of pieces.toReversed()) {
    const length = typeof insert === 'string' ? insert.length : 1
    at -= length
    if (typeof insert === 'string' && (all || isQuoted(attributes, excerpts))) text.delete(at, length)
  }
}

const isQuoted = (attributes: Record<string, unknown> | undefined, excerpts: ReadonlySet<string>): boolean =>
  Object.entries(attributes ?? {}).some(
    ([name, value]) =>
      // The binding writes marks that may overlap with a suffix.
      /^quoted(--|$)/.test(name) && excerpts.has(String((value as { excerpt?: unknown } | null)?.excerpt)),
  )
