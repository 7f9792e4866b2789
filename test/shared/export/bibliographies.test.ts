import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readBibliography } from '../../../server/ingest/bibliography.ts'
import { writeBody } from '../../../shared/brief/body.ts'
import { addCitation } from '../../../shared/brief/citation.ts'
import { readBrief } from '../../../shared/brief/read.ts'
import { addSource } from '../../../shared/brief/source.ts'
import type { CslItem } from '../../../shared/cite/csl.ts'
import { writeAs } from '../../../shared/export/write.ts'
import { HOSTILE } from '../../support/hostile-words.ts'

const WORKS: CslItem[] = [
  {
    type: 'report',
    title: 'The Sudan & 50 % of its cafés_',
    author: [
      { literal: 'World Bank and partners' },
      { family: 'Müller', given: 'Józef' },
      { family: 'Hoog', given: 'A.', 'non-dropping-particle': 'de' },
    ],
    issued: { 'date-parts': [[2020, 3, 1]] },
    accessed: { 'date-parts': [[2021, 1, 2]] },
    publisher: 'World Bank',
    URL: 'https://example.org/a_b?x=1%202',
  },
  {
    type: 'article-newspaper',
    title: 'Exports fall',
    author: [{ family: 'Orr', given: 'Beth' }],
    issued: { 'date-parts': [[2024, 5, 3]] },
    'container-title': 'The Courier',
    URL: 'https://courier.example/1',
  },
  {
    type: 'article-journal',
    title: 'Путин говорит',
    author: [{ family: 'Иванов', given: 'И.' }],
    issued: { 'date-parts': [[2019]] },
    'container-title': 'Журнал',
    volume: '2',
    issue: '3',
    page: '1-20',
    DOI: '10.1000/x_y',
  },
  {
    type: 'legislation',
    title: 'Decree',
    issued: { 'date-parts': [[2025, 3, 14]] },
    URL: 'https://law.example/214',
  },
]

/** Cites each of the works once. */
const citing = (works: CslItem[]) => {
  const doc = new Y.Doc()
  addSource(doc, { id: 'uncitedaaaa', item: { type: 'book', title: 'Never cited' } })
  const ids = works.map((item, n) => {
    const source = addSource(doc, { id: `sourceaaaa${n}`, item })
    return addCitation(doc, { id: `citationaa${n}`, cites: [{ id: `citeaaaaaa${n}`, source }] })
  })
  const content = ids.map((id) => ({ type: 'citation', attrs: { id } }))
  writeBody(doc, { type: 'doc', content: [{ type: 'paragraph', content }] })
  return readBrief(doc)
}

/** What a bibliography is read for. */
const FIELDS = [
  'type',
  'title',
  'author',
  'issued',
  'accessed',
  'container-title',
  'publisher',
  'volume',
  'issue',
  'DOI',
  'URL',
] as const
const essence = (item: CslItem) =>
  Object.fromEntries(FIELDS.flatMap((field) => (item[field] === undefined ? [] : [[field, item[field]]])))
const byTitle = (items: CslItem[]) =>
  items.map(essence).toSorted((a, b) => String(a.title).localeCompare(String(b.title)))

/** RIS has no place for a particle of a name. */
const withPlainNames = (item: CslItem): CslItem => ({
  ...item,
  author: item.author?.map(({ 'non-dropping-particle': particle, ...name }) =>
    typeof particle === 'string' ? { ...name, family: `${particle} ${name.family}` } : name,
  ),
})

describe('The cited works', () => {
  it.each([
    ['csl.json', 'csl'],
    ['bib', 'bibtex'],
    ['ris', 'ris'],
  ] as const)('come back from .%s as they were, in any script, and nothing else does', async (format, as) => {
    const { entries, problems } = await readBibliography(await writeAs(format, citing(WORKS)), as)
    expect(problems).toEqual([])
    const expected = format === 'ris' ? WORKS.map(withPlainNames) : WORKS
    expect(byTitle(entries.map(({ item }) => item))).toEqual(byTitle(expected))
  })

  it.each([
    ['csl.json', 'csl'],
    ['bib', 'bibtex'],
    ['ris', 'ris'],
  ] as const)('are one entry each in .%s, whatever their fields say', async (format, as) => {
    const works = HOSTILE.map((words): CslItem => ({
      type: 'report',
      title: `T ${words}`,
      publisher: words,
      author: [{ literal: words }],
      URL: 'https://x.example/',
    }))
    const { entries, problems } = await readBibliography(await writeAs(format, citing(works)), as)
    expect(problems).toEqual([])
    expect(entries).toHaveLength(works.length)
  })

  it('are an empty file where nothing is cited', async () => {
    expect(await writeAs('csl.json', citing([]))).toBe('[]\n')
    expect(await writeAs('bib', citing([]))).toBe('')
    expect(await writeAs('ris', citing([]))).toBe('')
  })
})
