/** A whole brief as plain data, out of its Y.Doc: what exports, checks and lists are computed from. */
import type * as Y from 'yjs'
import { type About, readAbout } from './about.ts'
import { type BodyNode, readBody } from './body.ts'
import { type Check, readChecks } from './check.ts'
import { type CitationRecord, readCitations } from './citation.ts'
import { type Excerpt, readExcerpts } from './excerpt.ts'
import { readFootnotes } from './footnotes.ts'
import { type Order, orderOf } from './order.ts'
import { readSources, type Source } from './source.ts'

/** What stands in the document. */
export type BriefContents = {
  about: About
  body: BodyNode
  /** Footnote id → the paragraphs of its text. */
  footnotes: Map<string, readonly BodyNode[]>
  sources: Map<string, Source>
  excerpts: Map<string, Excerpt>
  citations: Map<string, CitationRecord>
  /** By citation id. */
  checks: Map<string, Check>
}

/** What stands in the document, and what follows from it. */
export type ReadBrief = BriefContents & { order: Order }

export const withOrder = (contents: BriefContents): ReadBrief => ({
  ...contents,
  order: orderOf(contents.body, contents.citations, contents.footnotes),
})

/** Never throws for what a document holds: records that do not read are left out. */
export const readBrief = (doc: Y.Doc): ReadBrief =>
  withOrder({
    about: readAbout(doc),
    body: readBody(doc),
    footnotes: readFootnotes(doc),
    sources: readSources(doc),
    excerpts: readExcerpts(doc),
    citations: readCitations(doc),
    checks: readChecks(doc),
  })
