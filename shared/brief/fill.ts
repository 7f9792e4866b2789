/** Writes a whole brief into an empty Y.Doc: the seed of an imported brief, of a copy, of the example. */
import * as Y from 'yjs'
import { writeBody } from './body.ts'
import type { CitationRecord } from './citation.ts'
import { roots } from './document.ts'
import { writeFootnote } from './footnotes.ts'
import type { BriefContents } from './read.ts'
import type { Source } from './source.ts'

const sourceMap = ({ item, captures, ...plain }: Source): Y.Map<unknown> => {
  const map = new Y.Map<unknown>(Object.entries(plain))
  map.set('item', new Y.Map(Object.entries(item)))
  map.set('captures', Y.Array.from(captures))
  return map
}

const citationMap = ({ cites, covers, removed, sentence }: CitationRecord): Y.Map<unknown> => {
  const map = new Y.Map<unknown>([['covers', covers]])
  map.set('cites', Y.Array.from(cites.map((cite) => new Y.Map(Object.entries(cite)))))
  // A record without these fields is one that stands in the body: markPlaced and others ask for `has`.
  if (removed) map.set('removed', removed)
  if (sentence) map.set('sentence', sentence)
  return map
}

/** One transaction; `readBrief` of the document gives `contents` back. */
export const fillBrief = (doc: Y.Doc, contents: BriefContents): void => {
  const { about, sources, excerpts, citations, checks } = roots(doc)
  doc.transact(() => {
    for (const [field, value] of Object.entries(contents.about)) about.set(field, value)
    for (const source of contents.sources.values()) sources.set(source.id, sourceMap(source))
    for (const excerpt of contents.excerpts.values())
      excerpts.set(excerpt.id, new Y.Map(Object.entries(excerpt)))
    for (const record of contents.citations.values()) citations.set(record.id, citationMap(record))
    for (const [id, check] of contents.checks) checks.set(id, check)
    writeBody(doc, contents.body)
    for (const [id, paragraphs] of contents.footnotes) writeFootnote(doc, id, paragraphs)
  })
}
