import { describe, expect, it } from 'vitest'
import { ingestHere } from '../../support/ingest-here.ts'
import { tinyPdf, type PdfOptions, type Words } from '../../support/tiny-pdf.ts'

const lines = (texts: string[], top = 700, x = 72): Words[] =>
  texts.map((text, i) => ({ text, x, y: top - 14 * i }))

const bring = async (
  pages: Words[][],
  options?: PdfOptions,
  range: { from: number; to: number } | null = null,
) => {
  const { capture, guess, textless } = await ingestHere({
    bytes: tinyPdf(pages, options),
    filename: 'report.pdf',
    range,
  })
  const blocks = capture.blocks.map((block) => [block.kind, capture.text.slice(block.start, block.end)])
  return { ...capture, guess, textless, blocks, placed: capture.blocks }
}

describe('A PDF', () => {
  it('is read in paragraphs, headings and items, with the hyphens at its line ends kept', async () => {
    const { blocks } = await bring([
      [
        { text: 'Closing the gap', y: 760, size: 20 },
        ...lines([
          'Developed countries mobilised finance for adap-',
          'tation in 2020, and fell short of the goal.',
        ]),
        ...lines(['A second paragraph begins further below.'], 640),
        ...lines(['• cranes', '• tugs and the men who', '   steer them'], 600).map((each, i) =>
          i === 2 ? { ...each, x: 84 } : each,
        ),
      ],
    ])
    expect(blocks).toEqual([
      ['heading', 'Closing the gap'],
      [
        'paragraph',
        'Developed countries mobilised finance for adap-\ntation in 2020, and fell short of the goal.',
      ],
      ['paragraph', 'A second paragraph begins further below.'],
      ['list-item', 'cranes'],
      ['list-item', 'tugs and the men who steer them'],
    ])
  })

  it('knows on which page each passage stands, and what is printed on the page', async () => {
    const { text, pages } = await bring([lines(['First words.']), [], lines(['Third words.'])], {
      catalogue: '/PageLabels << /Nums [0 << /S /r >> 2 << /S /D >>] >>',
    })
    expect(text).toBe('First words.\n\nThird words.')
    expect(pages).toEqual([
      { page: 1, label: 'i', start: 0 },
      { page: 2, label: 'ii', start: 14 },
      { page: 3, label: '1', start: 14 },
    ])
  })

  it('is read without the title and the number that stand on each of its pages', async () => {
    const page = (n: number): Words[] => [
      { text: 'Adaptation finance 2020', y: 810, size: 8 },
      ...lines([`Page ${n} says something of its own.`]),
      { text: `Page ${n} of 4`, y: 30, size: 8 },
    ]
    const { blocks } = await bring([1, 2, 3, 4].map(page))
    expect(blocks.map(([, text]) => text)).toEqual(
      [1, 2, 3, 4].map((n) => `Page ${n} says something of its own.`),
    )
  })

  it('is read down one column and then the other, and downwards whatever is drawn first', async () => {
    const left = lines(['The left column says', 'that exports fell.'])
    const right = lines(['The right one says', 'that they rose.'], 700, 320)
    const columns = await bring([[...left, ...right]])
    expect(columns.text).toBe('The left column says that exports fell.\n\nThe right one says that they rose.')
    const words = ['One', 'two', 'three', 'four', 'five', 'six', 'seven'].map((each) => `${each} and so on`)
    expect((await bring([lines(words).toReversed()])).text).toBe(words.join(' '))
  })

  it('has the rows of a table, each cell in its column under its heading', async () => {
    const row = (y: number, ...cells: string[]): Words[] =>
      cells.map((text, i) => ({ text, x: 72 + 150 * i, y }))
    const { blocks, placed } = await bring([
      [
        ...row(700, 'Indicator', '2019', '2020'),
        ...row(686, 'Total finance', '80.4', '83.3'),
        ...row(672, 'Adaptation', '20.1', '28.6'),
      ],
    ])
    expect(blocks).toEqual([
      ['row', 'Indicator | 2019 | 2020'],
      ['row', 'Total finance | 80.4 | 83.3'],
      ['row', 'Adaptation | 20.1 | 28.6'],
    ])
    expect(placed[0]!.cells!.every((cell) => cell.head)).toBe(true)
    expect(placed[2]!.cells!.map((cell) => cell.head ?? false)).toEqual([true, false, false])
  })

  it('keeps the number of a note apart from the number it stands at', async () => {
    const { text } = await bring([
      [
        { text: 'Exports fell to 3', y: 700 },
        { text: '1', x: 155, y: 704, size: 7 },
      ],
    ])
    expect(text).toBe('Exports fell to 3¹')
  })

  it('says who wrote it, when, in which language, and its DOI', async () => {
    const { guess } = await bring([lines(['See https://doi.org/10.1787/d28f963c-en.'])], {
      info: {
        Title: 'Climate finance',
        Author: 'Ada Lovelace; World Bank',
        CreationDate: 'D:20220729120000Z',
      },
      catalogue: '/Lang (en-GB)',
    })
    expect(guess).toMatchObject({
      title: 'Climate finance',
      author: [{ given: 'Ada', family: 'Lovelace' }, { literal: 'World Bank' }],
      issued: { 'date-parts': [[2022, 7, 29]] },
      language: 'en-GB',
      DOI: '10.1787/d28f963c-en',
    })
  })

  it('that is a scan is a source without text, with its pages', async () => {
    expect(await bring([[], []])).toMatchObject({
      text: '',
      textless: true,
      pages: [{ page: 1 }, { page: 2 }],
    })
  })

  it('with more than five hundred pages is read by its parts', async () => {
    const pages = Array.from({ length: 501 }, (_, i) => lines([`Words of page ${i + 1}.`]))
    await expect(bring(pages)).rejects.toThrow(/501 pages, and 500 are read at once.* say which/)
    const part = await bring(pages, {}, { from: 500, to: 501 })
    expect(part.text).toBe('Words of page 500.\n\nWords of page 501.')
    expect(part.pages.map(({ page }) => page)).toEqual([500, 501])
  })

  it('that is locked with a password says so', async () => {
    const trailer =
      '/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <' +
      '00'.repeat(32) +
      '> /U <' +
      '11'.repeat(32) +
      '> >> /ID [<00> <00>]'
    await expect(bring([lines(['Secret.'])], { trailer })).rejects.toThrow(/locked with a password/)
  })
})
