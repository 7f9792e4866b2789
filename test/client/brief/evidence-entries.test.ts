import { afterEach, describe, expect, it } from 'vitest'
import { citeOf, evidenceEntries, findEntries } from '../../../client/brief/evidence-entries.ts'
import { changeSource } from '../../../shared/brief/source.ts'
import { briefWith, Page } from '../features/editor/pages.ts'

let page: Page
const open = () => (page = new Page('ana', 11, briefWith('Exports fell.')))
afterEach(() => page.close())

const found = (query: string, what: 'all' | 'excerpts' = 'all') =>
  findEntries(evidenceEntries(page.evidence.get(), what), query).map((entry) => entry.id)

describe('choosing what to cite', () => {
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
