/**
 * The sources, excerpts, citation records and footnotes of a brief, read once and kept in step with the document record by
 * record, for what the page draws of them.
 */
import type * as Y from 'yjs'
import { type CitationRecord, readCitation, readCitations } from '../../shared/brief/citation.ts'
import { roots } from '../../shared/brief/document.ts'
import { type Excerpt, readExcerpt, readExcerpts } from '../../shared/brief/excerpt.ts'
import { type Footnotes, readFootnote, readFootnotes } from '../../shared/brief/footnotes.ts'
import { readSource, readSources, type Source } from '../../shared/brief/source.ts'

export type Evidence = {
  sources: ReadonlyMap<string, Source>
  excerpts: ReadonlyMap<string, Excerpt>
  citations: ReadonlyMap<string, CitationRecord>
  footnotes: Footnotes
}

export type EvidenceStore = {
  get(): Evidence
  /** Called once for all that changed in one turn, after it. */
  subscribe(listener: () => void): () => void
  close(): void
}

export const readEvidence = (doc: Y.Doc): Evidence => ({
  sources: readSources(doc),
  excerpts: readExcerpts(doc),
  citations: readCitations(doc),
  footnotes: readFootnotes(doc),
})

export const watchEvidence = (doc: Y.Doc): EvidenceStore => {
  const { sources, excerpts, citations, footnotes } = roots(doc)
  const listeners = new Set<() => void>()
  let evidence = readEvidence(doc)
  let announced = true
  const announce = () => {
    if (!announced) return
    announced = false
    queueMicrotask(() => {
      announced = true
      for (const listener of listeners) listener()
    })
  }
  const follow = <T>(
    root: Y.Map<Y.Map<unknown>> | Y.Map<Y.XmlElement>,
    read: (id: string, record: unknown) => T | null,
    take: (change: (all: ReadonlyMap<string, T>) => ReadonlyMap<string, T>) => void,
  ) => {
    const onChange = (events: Y.YEvent<Y.AbstractType<unknown>>[]) => {
      const touched = new Set(
        events.flatMap((e) => (e.path.length ? [String(e.path[0])] : [...e.changes.keys.keys()])),
      )
      take((all) => {
        const next = new Map(all)
        for (const id of touched) {
          const one = read(id, root.get(id))
          if (one) next.set(id, one)
          else next.delete(id)
        }
        return next
      })
      announce()
    }
    root.observeDeep(onChange)
    return () => root.unobserveDeep(onChange)
  }
  const stop = [
    follow(sources, readSource, (change) => (evidence = { ...evidence, sources: change(evidence.sources) })),
    follow(
      excerpts,
      readExcerpt,
      (change) => (evidence = { ...evidence, excerpts: change(evidence.excerpts) }),
    ),
    follow(
      citations,
      readCitation,
      (change) => (evidence = { ...evidence, citations: change(evidence.citations) }),
    ),
    follow(
      footnotes,
      readFootnote,
      (change) => (evidence = { ...evidence, footnotes: change(evidence.footnotes) }),
    ),
  ]
  return {
    get: () => evidence,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close() {
      for (const each of stop) each()
      listeners.clear()
    },
  }
}
