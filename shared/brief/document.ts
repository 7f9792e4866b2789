/**
 * The roots of a brief's two Y.Docs. People change these together; everything else is either immutable (by
 * SHA-256), a row in SQL, or follows from them.
 */
import type * as Y from 'yjs'

/** Who did something: the person's id in the workspace, and the name as it was then. */
export type Person = { id: string; name: string }

/** The roots of document BRIEF_ID. */
export const roots = (doc: Y.Doc) => ({
  /** {@link About}, a value a field. */
  about: doc.getMap<unknown>('about'),
  /** The body, of the schema in shared/editor/schema.ts. */
  body: doc.getXmlFragment('body'),
  /** Footnote id → its text: an element `footnoteText` of the same schema, with paragraphs in it. */
  footnotes: doc.getMap<Y.XmlElement>('footnotes'),
  /** Source id → {@link Source}, a Y.Map a source, its `item` a Y.Map and its `captures` a Y.Array. */
  sources: doc.getMap<Y.Map<unknown>>('sources'),
  /** Excerpt id → {@link Excerpt}, a Y.Map an excerpt, a value a field. */
  excerpts: doc.getMap<Y.Map<unknown>>('excerpts'),
  /** Citation id → {@link CitationRecord}, a Y.Map with `cites` as Y.Array of Y.Maps. */
  citations: doc.getMap<Y.Map<unknown>>('citations'),
  /** Citation id → {@link Check}, a plain value. */
  checks: doc.getMap<unknown>('checks'),
})

/** The roots of document BRIEF_ID.discussion. */
export const discussionRoots = (doc: Y.Doc) => ({
  threads: doc.getMap<unknown>('threads'),
  proposals: doc.getMap<unknown>('proposals'),
})

/**
 * What stands in a root: `body` is text of the schema; `texts` are such texts by id; `records` are Y.Maps by id, with whatever fields; `values`
 * are plain values by name. Nothing else gets into a document, neither another root nor another kind of content.
 */
export type RootKind = 'body' | 'texts' | 'records' | 'values'

/** The roots of each of the two documents. A new one is added here, or its changes are refused. */
export const ROOTS: Record<DocumentName['part'], Readonly<Record<string, RootKind>>> = {
  brief: {
    about: 'values',
    body: 'body',
    footnotes: 'texts',
    sources: 'records',
    excerpts: 'records',
    citations: 'records',
    checks: 'values',
  },
  discussion: { threads: 'records', proposals: 'records' },
}

/** The name under which a brief's document, or its discussion, is synced and logged. */
export type DocumentName = { brief: string; part: 'brief' | 'discussion' }

/** `BRIEF_ID` or `BRIEF_ID.discussion`; null for anything else. */
export const parseDocumentName = (name: string): DocumentName | null => {
  const match = /^([a-z0-9]{10,32})(\.discussion)?$/.exec(name)
  if (!match) return null
  return { brief: match[1]!, part: match[2] ? 'discussion' : 'brief' }
}
