import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { excerptCounts, filterLibrary, libraryOf } from '../../../../client/features/sources/library.ts'
import { keepPassage } from '../../../../client/features/sources/keep-passage.ts'
import { passagesIn } from '../../../../client/features/sources/passages.ts'
import { addCitation, markRemoved, readCitations } from '../../../../shared/brief/citation.ts'
import { readExcerpts } from '../../../../shared/brief/excerpt.ts'
import { addSource, readSources } from '../../../../shared/brief/source.ts'

const hash = 'a'.repeat(64)
const text = 'Exports fell.\n\nOfficials said so twice.'
const capture = {
  text,
  info: {
    hash,
    mediaType: 'text/plain',
    filename: null,
    takenAt: '2024-05-03T10:00:00Z',
    extractor: 'text 1',
    length: text.length,
    encoding: 'utf-8',
    bytes: text.length,
    blocks: [
      { kind: 'heading' as const, level: 1, start: 0, end: 13 },
      { kind: 'paragraph' as const, start: 15, end: 39 },
    ],
  },
}
const me = { id: 'p1', name: 'Ana' }

const brief = () => {
  const doc = new Y.Doc()
  const article = addSource(doc, {
    item: { type: 'article', title: 'On trade' },
    addedAt: '2024-05-01T00:00:00Z',
  })
  const video = addSource(doc, {
    item: { type: 'motion_picture', title: 'A speech' },
    addedAt: '2024-05-02T00:00:00Z',
  })
  const keep = (start: number, end: number, more: { note?: string } = {}) =>
    keepPassage(doc, {
      source: article,
      capture,
      range: { start, end },
      me,
      says: null,
      via: [],
      note: '',
      ...more,
    })
  return {
    doc,
    article,
    video,
    keep,
    library: () => libraryOf(readSources(doc), readExcerpts(doc), readCitations(doc)),
  }
}

describe('The list of sources', () => {
  it('shows the newest first, with what was taken from each and how often it is cited', () => {
    const { doc, article, video, keep, library } = brief()
    const excerpt = keep(15, 24)
    addCitation(doc, { cites: [{ source: article, excerpt: excerpt.id }, { source: article }] })
    const gone = addCitation(doc, { cites: [{ source: video }] })
    markRemoved(doc, gone, me, '2024-05-03T00:00:00Z')
    expect(library().map((e) => [e.source.id, e.excerpts.length, e.cited])).toEqual([
      [video, 0, 0],
      [article, 1, 1],
    ])
    expect(excerptCounts(readCitations(doc)).get(excerpt.id)).toBe(1)
  })

  it('is searched by title, people and the words that were taken', () => {
    const { article, keep, library } = brief()
    keep(15, 24)
    expect(filterLibrary(library(), 'officials TRADE').map((e) => e.source.id)).toEqual([article])
    expect(filterLibrary(library(), 'nowhere')).toEqual([])
    expect(filterLibrary(library(), '  ')).toHaveLength(2)
  })
})

describe('A passage that is kept', () => {
  it('knows its paragraph, headings not counted', () => {
    const { doc, keep } = brief()
    const kept = keep(15, 24)
    expect(kept.locator).toEqual({ label: 'paragraph', locator: '1' })
    expect(readExcerpts(doc).get(kept.id)).toMatchObject({ kind: 'anchored', createdBy: me })
  })

  it('is one excerpt however often it is marked, and no note is lost', () => {
    const { doc, keep } = brief()
    const first = keep(15, 24, { note: 'Who?' })
    const again = keep(15, 24, { note: 'Ask them.' })
    expect(again.id).toBe(first.id)
    expect(readExcerpts(doc).size).toBe(1)
    expect(readExcerpts(doc).get(first.id)?.note).toBe('Who?\nAsk them.')
  })

  it('is drawn in every paragraph it touches', () => {
    const { doc, keep } = brief()
    const kept = keep(8, 24)
    const drawn = passagesIn(capture, [...readExcerpts(doc).values()])
    expect([...drawn]).toEqual([
      [0, [{ id: kept.id, start: 8, end: 24 }]],
      [1, [{ id: kept.id, start: 8, end: 24 }]],
    ])
  })

  it('is not drawn over other words than its own', () => {
    const { doc, keep } = brief()
    keep(15, 24)
    const other = { ...capture, text: text.replace('Officials', 'Diplomats') }
    expect(passagesIn(other, [...readExcerpts(doc).values()]).size).toBe(0)
  })
})
