import { describe, expect, it } from 'vitest'
import { readBibliography } from '../../../server/ingest/bibliography.ts'
import type { BibliographyFormat } from '../../../shared/cite/bibliography-format.ts'
import { listNames, namesOf } from '../../../shared/cite/names.ts'

const itemsOf = async (text: string, format: BibliographyFormat) =>
  (await readBibliography(text, format)).entries.map(({ item }) => item)

describe('BibTeX', () => {
  it('keeps institutions whole, "and others" as such, and accents', async () => {
    const [item] = await itemsOf(
      String.raw`@online{wb_2020,
  author = {{World Bank} and M{\"u}ller, J{\'o}zef and others},
  title = {The {Sudan} \& its caf\'es},
  shorttitle = {The Sudan},
  origtitle = {Les caf{\'e}s du Soudan},
  date = {2020-03-01/2020-03-05},
  url = {https://example.org/a_b?x=1%202},
  urldate = {2021-01-02}
}`,
      'bibtex',
    )
    expect(item).toMatchObject({
      type: 'webpage',
      author: [{ literal: 'World Bank' }, { family: 'Müller', given: 'Józef' }, { literal: 'others' }],
      title: 'The Sudan & its cafés',
      'title-short': 'The Sudan',
      'original-title': 'Les cafés du Soudan',
      issued: {
        'date-parts': [
          [2020, 3, 1],
          [2020, 3, 5],
        ],
      },
      accessed: { 'date-parts': [[2021, 1, 2]] },
      URL: 'https://example.org/a_b?x=1%202',
    })
    expect(listNames(namesOf(item!.author))).toBe('World Bank, Józef Müller and others')
  })

  it('knows the abbreviations that the file defines', async () => {
    const [item] = await itemsOf(
      '@string{hl = "Harbour Ledger"}\n@article{a, title={Port}, journal=hl}',
      'bibtex',
    )
    expect(item).toMatchObject({ 'container-title': 'Harbour Ledger' })
  })

  it('tells a bad entry by its line, and takes the others', async () => {
    const { entries, problems } = await readBibliography(
      '% notes\n@book{one, title={One of them}}\n\n@book{bad, title={Never closed},\n  year=2020\n\n' +
        '@comment{x}\n@book{empty, note={x}}\n@book(two, title={Another of them})',
      'bibtex',
    )
    expect(entries.map(({ item, key }) => [key, item.title])).toEqual([
      ['one', 'One of them'],
      ['two', 'Another of them'],
    ])
    expect(problems).toEqual([
      { line: 4, why: 'Its braces do not close.' },
      { line: 8, why: 'It names neither a title, nor an author, nor an address.' },
    ])
  })
})

describe('RIS', () => {
  it('gives a newspaper its author, its day and the day it was read', async () => {
    const items = await itemsOf(
      'TY  - NEWS\r\nAU  - Brandt, Nadia\r\nAU  - Harbour Council\r\nTI  - Port reopens\r\nT2  - Harbour Ledger\r\n' +
        'DA  - 2025/02/18/\r\nY2  - 2025/03/01/\r\nUR  - https://example.org/port\r\nER  - \r\n\r\n' +
        'TY  - RPRT\r\nTI  - Without an end\r\nPY  - 2024\r\n',
      'ris',
    )
    expect(items).toMatchObject([
      {
        type: 'article-newspaper',
        author: [{ family: 'Brandt', given: 'Nadia' }, { literal: 'Harbour Council' }],
        title: 'Port reopens',
        'container-title': 'Harbour Ledger',
        issued: { 'date-parts': [[2025, 2, 18]] },
        accessed: { 'date-parts': [[2025, 3, 1]] },
        URL: 'https://example.org/port',
      },
      { type: 'report', title: 'Without an end', issued: { 'date-parts': [[2024]] } },
    ])
  })
})

describe('CSL-JSON', () => {
  it('comes as a list, an object with items, or one work; a bad one is told by its line', async () => {
    expect(await itemsOf('{"type":"book","title":"Alone {in} a \\"file\\""}', 'csl')).toMatchObject([
      { title: 'Alone {in} a "file"' },
    ])
    expect(await itemsOf('{"items": [{"title":"A"}, {"title":"B"}]}', 'csl')).toHaveLength(2)
    const { entries, problems } = await readBibliography(
      '[\n {"id":"a","title":"First","issued":{"date-parts":[["2020",3]]}},\n {"title": oops},\n {"title": 5},\n {"title":"Last"}\n]',
      'csl',
    )
    expect(entries.map(({ item }) => item.title)).toEqual(['First', 'Last'])
    expect(problems).toEqual([
      { line: 3, why: 'It is no valid JSON.' },
      { line: 4, why: 'The field "title" cannot be read.' },
    ])
  })
})

describe('A bibliography from anywhere', () => {
  it('brings no mark-up with it', async () => {
    const title = 'Ports <i>and</i> <script>alert(1)</script>ships <img src=x onerror=alert(1)> <<b>script>'
    const [item] = await itemsOf(JSON.stringify([{ title, note: '<style>a' }]), 'csl')
    expect(JSON.stringify(item)).not.toMatch(/<\/?[a-z]/i)
    expect(item!.title).toMatch(/^Ports and ships/)
  })

  it('has at most 2,000 entries, and at least one', async () => {
    await expect(readBibliography('@book{a, title={Port}}\n'.repeat(2001), 'bibtex')).rejects.toThrow(
      /2,000 at once/,
    )
    await expect(readBibliography('words', 'ris')).rejects.toThrow(/no RIS entry/)
  })
})
