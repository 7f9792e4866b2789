import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readEvidence } from '../../../client/brief/evidence.ts'
import { libraryEntries } from '../../../client/brief/library-works.ts'
import type { CslItem } from '../../../shared/cite/csl.ts'
import { citeOf, evidenceEntries, findEntries } from '../../../client/brief/evidence-entries.ts'
import { addSource, changeSource } from '../../../shared/brief/source.ts'
import { briefWith, Page } from '../features/editor/pages.ts'

let page: Page
const open = () => (page = new Page('ana', 11, briefWith('Exports fell.')))

const found = (query: string, what: 'all' | 'excerpts' = 'all') =>
  findEntries(evidenceEntries(page.evidence.get(), what), query).map((entry) => entry.id)

describe('choosing what to cite', () => {
  afterEach(() => page.close())

  it('offers passages first, then whole sources', () => {
    open()
    expect(found('').map((id) => id.split('-')[0])).toEqual(['excerpt', 'excerpt', 'source', 'source'])
  })

  it.each([
    ['author', 'who', ['excerpt-e1', 'source-s1']],
    ['author without its accent', 'muller', ['excerpt-e2', 'source-s2']],
    ['year', '2021', ['excerpt-e1', 'source-s1']],
    ['title', 'trade', ['excerpt-e1', 'source-s1']],
    ['words of the passage', '12 per cent', ['excerpt-e1']],
    ['several of these at once', 'who fall', ['excerpt-e1']],
    ['nothing', 'tariff', []],
  ])('finds by %s', (_, query, ids) => {
    open()
    expect(found(query).sort()).toEqual(ids)
  })

  it('offers only passages with words to quote', () => {
    open()
    expect(found('', 'excerpts').sort()).toEqual(['excerpt-e1', 'excerpt-e2'])
  })

  it('does not offer what was taken out of the list of sources', () => {
    open()
    changeSource(page.doc, 's2', { removed: { by: { id: 'ana', name: 'Ana' }, at: '2026-01-01' } })
    expect(found('').sort()).toEqual(['excerpt-e1', 'source-s1'])
  })

  it('takes the place of the passage over into the cite', () => {
    open()
    const [entry] = findEntries(evidenceEntries(page.evidence.get(), 'all'), '12')
    expect(citeOf(entry!)).toEqual({ source: 's1', excerpt: 'e1', locator: '4', label: 'page' })
  })
})

describe('ranking what was found', () => {
  const item = (fields: Partial<CslItem>): CslItem => ({ type: 'report', ...fields })
  const brief = (...items: CslItem[]) => {
    const doc = new Y.Doc()
    const ids = items.map((each) => addSource(doc, { item: each }))
    return { evidence: readEvidence(doc), doc, ids }
  }
  const titles = ({ evidence }: ReturnType<typeof brief>, query: string) =>
    findEntries(evidenceEntries(evidence, 'all'), query).map(({ source }) => source.item.title)

  it('puts who is called so before titles that say it, a year before a number within a word, whole words first', () => {
    const here = brief(
      item({ title: 'A life of May' }),
      item({ title: 'Trade', author: [{ family: 'May', given: 'T.' }] }),
      item({ title: 'Dismay', author: [{ family: 'Roe' }], issued: { 'date-parts': [[2019]] } }),
      item({ title: 'Case 12019', author: [{ family: 'Doe' }] }),
    )
    expect(titles(here, 'may')).toEqual(['Trade', 'A life of May', 'Dismay'])
    expect(titles(here, '2019')).toEqual(['Dismay', 'Case 12019'])
  })

  it('finds the one among many', () => {
    const here = brief(
      ...Array.from({ length: 200 }, (_, i) =>
        item({
          title: `Exports of region ${i} and what became of them`,
          author: [{ family: `Autor${i}`, given: 'Änne' }],
          issued: { 'date-parts': [[1990 + (i % 30)]] },
        }),
      ),
    )
    expect(titles(here, 'autor199')).toEqual(['Exports of region 199 and what became of them'])
  })

  it('offers works of the library that the brief does not have, in the same order', () => {
    const here = brief(item({ title: 'Held', DOI: '10.1000/182' }))
    const work = (name: string, fields: Partial<CslItem>) => ({
      work: name,
      item: item(fields),
      origin: null,
      briefs: 1,
      cited: 0,
      excerpts: 2,
      captures: 1,
      added: '',
      grade: null,
    })
    const works = libraryEntries(
      [
        work('doi:10.1000/182', { title: 'Held', DOI: '10.1000/182' }),
        work('url:a.org/1', { title: 'On Smith' }),
        work('url:a.org/2', { title: 'Trade', author: [{ family: 'Smith' }] }),
        // Found by the server in Latin letters: what it found is not doubted here.
        work('url:a.org/3', { title: 'Торговля' }),
      ],
      'b1',
      here.evidence.sources,
      'smith',
    )
    expect(works.map(({ words }) => words)).toEqual(['Trade', 'On Smith', 'Торговля'])
    expect(works[0]!.detail).toBe('From the library · 2 excerpts')
  })
})
