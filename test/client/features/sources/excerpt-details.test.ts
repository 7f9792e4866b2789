import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { tagsOf, usedTags } from '../../../../client/features/sources/tags.ts'
import { translationLine } from '../../../../client/brief/translation-kinds.ts'
import { translationsOf } from '../../../../client/features/sources/translations-field.tsx'
import { unusedOf } from '../../../../client/features/sources/unused-excerpts.tsx'
import { cellText } from '../../../../shared/brief/cell-text.ts'
import { keepPassage } from '../../../../client/features/sources/keep-passage.ts'
import { findInTexts } from '../../../../client/features/sources/find-in-texts.ts'
import { addCitation, markRemoved, readCitations } from '../../../../shared/brief/citation.ts'
import { addExcerpt, readExcerpts, removeExcerpt } from '../../../../shared/brief/excerpt.ts'
import { addSource, readSources } from '../../../../shared/brief/source.ts'

const ana = { id: 'ana', name: 'Ana' }
const words = (text: string) => ({
  kind: 'attested' as const,
  source: 's',
  attested: { words: text, by: ana, at: '2026-01-01T00:00:00Z' },
})

describe('Of an excerpt', () => {
  it('tags are typed with commas, each once', () => {
    expect(tagsOf(' budget, #AI ,, budget;two  words ')).toEqual(['budget', 'AI', 'two words'])
    expect(usedTags([{ tags: ['b', 'a'] }, { tags: ['a'] }])).toEqual(['a', 'b'])
  })

  it('translations say whose they are, and empty ones are none', () => {
    const one = { lang: 'de', text: ' Ein Rad ', by: 'Ana', kind: 'own' as const, at: '2026-01-01T00:00:00Z' }
    expect(translationsOf([one, { ...one, text: ' ' }])).toEqual([{ ...one, text: 'Ein Rad' }])
    expect(translationsOf([{ ...one, lang: 'German!' }])[0]!.lang).toBe('und')
    expect(translationLine(one)).toBe('Our own translation, Ana, de')
    expect(translationLine({ ...one, kind: 'machine' })).toBe('Translated by a machine, Ana, de')
  })

  it('the tray holds what nothing rests on, and what is deleted from it can be put back as it was', () => {
    const doc = new Y.Doc()
    const used = addExcerpt(doc, words('used'))
    const spare = addExcerpt(doc, { ...words('spare'), note: 'later', tags: ['x'] })
    const citation = addCitation(doc, { cites: [{ source: 's', excerpt: used }] })
    const tray = () => unusedOf(readExcerpts(doc), readCitations(doc)).map((each) => each.id)
    expect(tray()).toEqual([spare])
    const taken = removeExcerpt(doc, spare)
    expect(tray()).toEqual([])
    addExcerpt(doc, taken!)
    expect(readExcerpts(doc).get(spare)).toEqual(taken)
    markRemoved(doc, citation, ana, '2026-01-01T00:00:00Z')
    expect(tray().toSorted()).toEqual([used, spare].toSorted())
    expect(removeExcerpt(doc, 'none')).toBeNull()
  })
})

describe('Searching all texts of a brief', () => {
  it('names each source with its places, and passes over a copy that cannot be had', async () => {
    const doc = new Y.Doc()
    const capture = (hash: string) => ({
      hash: hash.repeat(64),
      mediaType: 'text/plain',
      filename: null,
      takenAt: '2026-01-01T00:00:00Z',
      extractor: 'plain-text 1',
      length: 1,
    })
    addSource(doc, { id: 'a', item: { type: 'report', title: 'A' }, captures: [capture('a')] })
    addSource(doc, { id: 'b', item: { type: 'report', title: 'B' }, captures: [capture('b')] })
    addSource(doc, { id: 'c', item: { type: 'report', title: 'C' } })
    const texts: Record<string, string> = { ['a'.repeat(64)]: 'The Ministry said. A ministry did not.' }
    const found = await findInTexts([...readSources(doc).values()], 'MINISTRY', async (hash) => {
      const text = texts[hash]
      if (text === undefined) throw new Error('not here')
      return { text, info: { ...capture('a'), encoding: 'utf-8', bytes: 1, blocks: [] } }
    })
    expect(found).toMatchObject([
      {
        source: { id: 'a' },
        places: 2,
        first: { before: 'The ', words: 'Ministry', after: ' said. A ministry did not.' },
      },
    ])
  })
})

describe('A number in a table', () => {
  it('keeps the headings, the unit and the caption that it means nothing without', () => {
    const text = 'Exports\nYear\tValue, USD bn\n2023\t83.3'
    const doc = new Y.Doc()
    const blocks = [
      { kind: 'caption' as const, start: 0, end: 7, table: 0 },
      {
        kind: 'row' as const,
        start: 8,
        end: 26,
        table: 0,
        cells: [
          { start: 8, end: 12, column: 0, head: true },
          { start: 13, end: 26, column: 1, head: true },
        ],
      },
      {
        kind: 'row' as const,
        start: 27,
        end: 36,
        table: 0,
        cells: [
          { start: 27, end: 31, column: 0, head: true },
          { start: 32, end: 36, column: 1 },
        ],
      },
    ]
    const capture = {
      text,
      info: {
        hash: 'a'.repeat(64),
        mediaType: 'application/pdf',
        filename: null,
        takenAt: '2026-01-01T00:00:00Z',
        extractor: 'pdf 1',
        length: text.length,
        encoding: 'binary',
        bytes: 1,
        blocks,
        pages: [
          { page: 1, start: 0 },
          { page: 2, label: 'iv', start: 27 },
        ],
      },
    }
    const kept = keepPassage(doc, {
      source: 's',
      capture,
      range: { start: 32, end: 36 },
      me: ana,
      says: null,
      via: [],
      note: '',
    })
    const excerpt = readExcerpts(doc).get(kept.id)!
    expect(excerpt).toMatchObject({
      cell: { row: ['2023'], column: ['Value, USD bn'], unit: 'USD bn', caption: 'Exports' },
      locator: { label: 'page', locator: 'iv' },
    })
    expect(cellText(excerpt)).toBe('In the table “Exports”: 2023 · Value, USD bn')
  })
})
