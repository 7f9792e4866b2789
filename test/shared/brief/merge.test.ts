import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addCitation, readCitations } from '../../../shared/brief/citation.ts'
import { roots } from '../../../shared/brief/document.ts'
import { addExcerpt, readExcerpts } from '../../../shared/brief/excerpt.ts'
import { mergeSources, unmergeSource } from '../../../shared/brief/merge.ts'
import { addCapture, addSource, changeSource, readSource, readSources } from '../../../shared/brief/source.ts'
import { twinsIn } from '../../../shared/brief/twins.ts'

const ana = { id: 'ana', name: 'Ana' }
const deed = { by: ana, at: '2026-01-05T00:00:00Z' }
const capture = (digit: string, takenAt: string) => ({
  hash: digit.repeat(64),
  mediaType: 'text/plain',
  filename: null,
  takenAt,
  extractor: 'plain-1',
  length: 10,
})

const twice = () => {
  const doc = new Y.Doc()
  const into = addSource(doc, {
    item: { type: 'report', title: 'Exports of the coast', issued: { 'date-parts': [[2024]] } },
    captures: [capture('a', '2026-01-01T00:00:00Z')],
    addedAt: '2026-01-01T00:00:00Z',
  })
  const from = addSource(doc, {
    item: {
      type: 'report',
      title: 'Exports of the Coast',
      issued: { 'date-parts': [[2024, 3]] },
      publisher: 'Sorve',
    },
    captures: [capture('a', '2026-01-01T00:00:00Z'), capture('b', '2026-01-02T00:00:00Z')],
    addedAt: '2026-01-02T00:00:00Z',
  })
  const attested = { words: 'Exports fell.', by: ana, at: deed.at }
  const excerpt = addExcerpt(doc, { kind: 'attested', source: from, attested })
  const citation = addCitation(doc, {
    cites: [
      { source: from, excerpt },
      { source: into, citedIn: from },
    ],
  })
  return { doc, into, from, excerpt, citation }
}

const seen = (doc: Y.Doc) => ({
  sources: Object.fromEntries(readSources(doc)),
  excerpts: Object.fromEntries(readExcerpts(doc)),
  citations: Object.fromEntries(readCitations(doc)),
})

describe('Two sources that are one work', () => {
  it('become one, which has the excerpts, citations, copies and details of both', () => {
    const { doc, into, from, excerpt, citation } = twice()
    mergeSources(doc, { from, into }, deed)
    const { sources, excerpts, citations } = seen(doc)
    expect(sources[into]!.captures.map(({ hash }) => hash[0])).toEqual(['a', 'b'])
    expect(sources[into]!.item).toMatchObject({ title: 'Exports of the coast', publisher: 'Sorve' })
    expect(sources[from]).toMatchObject({ removed: deed, merged: { into, by: ana } })
    expect(excerpts[excerpt]!.source).toBe(into)
    expect(citations[citation]!.cites).toMatchObject([{ source: into }, { source: into, citedIn: into }])
  })

  it('are two again, as they were, when that is taken back', () => {
    const { doc, into, from } = twice()
    const before = seen(doc)
    mergeSources(doc, { from, into }, deed)
    unmergeSource(doc, from)
    expect(seen(doc)).toEqual(before)
    // There is nothing more to take back.
    unmergeSource(doc, from)
    expect(seen(doc)).toEqual(before)
  })

  it('keep what was done since the merge, when that is taken back', () => {
    const { doc, into, from } = twice()
    mergeSources(doc, { from, into }, deed)
    changeSource(doc, into, { item: { publisher: 'The port of Sorve' } })
    addExcerpt(doc, {
      id: 'since',
      kind: 'anchored',
      source: into,
      capture: 'b'.repeat(64),
      selector: [
        { type: 'TextPositionSelector', start: 0, end: 4 },
        { type: 'TextQuoteSelector', exact: 'Fell' },
      ],
    })
    unmergeSource(doc, from)
    const { sources, excerpts } = seen(doc)
    expect(sources[into]!.item.publisher).toBe('The port of Sorve')
    expect(excerpts.since!.source).toBe(into)
    // The copy that it rests on stays with it.
    expect(sources[into]!.captures.map(({ hash }) => hash[0])).toEqual(['a', 'b'])
  })

  it('are left alone when one of them is gone, taken out, or the same', () => {
    const { doc, into, from } = twice()
    changeSource(doc, from, { removed: deed })
    const before = seen(doc)
    mergeSources(doc, { from, into }, deed)
    mergeSources(doc, { from: into, into }, deed)
    mergeSources(doc, { from: 'nobody', into }, deed)
    expect(seen(doc)).toEqual(before)
  })

  it('are one on both screens when two people merge them at once', () => {
    const { doc, into, from } = twice()
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    mergeSources(doc, { from, into }, deed)
    mergeSources(other, { from, into }, { ...deed, by: { id: 'ben', name: 'Ben' } })
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
    expect(seen(other)).toEqual(seen(doc))
    expect(seen(doc).sources[into]!.captures).toHaveLength(2)
    unmergeSource(doc, from)
    expect(readSource(from, roots(doc).sources.get(from))).toMatchObject({ removed: null, merged: null })
  })
})

describe('A source that looks like one that is here', () => {
  it('is known by its name or its bytes, and asks the later one', () => {
    const { doc, into, from } = twice()
    expect(twinsIn(readSources(doc))).toEqual(new Map([[from, into]]))
    const alone = addSource(doc, {
      item: { type: 'document', title: 'Notes' },
      addedAt: '2026-01-03T00:00:00Z',
    })
    expect(twinsIn(readSources(doc)).has(alone)).toBe(false)
    addCapture(doc, alone, capture('b', '2026-01-03T00:00:00Z'))
    expect(twinsIn(readSources(doc)).get(alone)).toBe(from)
  })

  it('is not asked again after a person kept them apart, and never of one that was taken out', () => {
    const { doc, into, from } = twice()
    changeSource(doc, from, { apart: [into] })
    expect(twinsIn(readSources(doc)).size).toBe(0)
    changeSource(doc, from, { apart: [] })
    mergeSources(doc, { from, into }, deed)
    expect(twinsIn(readSources(doc)).size).toBe(0)
  })
})
