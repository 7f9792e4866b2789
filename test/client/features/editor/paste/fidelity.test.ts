import { describe, expect, it } from 'vitest'
import { picturesOfRtf } from '../../../../../client/features/editor/paste/rtf-pictures.ts'
import { tinyPng } from '../../../../support/tiny-png.ts'
import { fixture, pasted } from './pasting.ts'

describe('Pasting from another program', () => {
  it('takes lists, tables, footnotes and headings of Word for what they are', () => {
    const { lines, notes, left } = pasted(fixture('word.html'))
    expect(lines).toEqual([
      '# Sanctions and the budget',
      '<tableOfContents>',
      '# Key points',
      'Exports of Russia fell by **12\u00a0per cent** in _2020_.[^n1] Oil paid for most of it.[^n2] It still does.',
      '- Energy',
      '  - Crude',
      '    - Urals',
      '  More of energy.',
      '- Metals',
      '3. Ask the ministry',
      '  1. in writing',
      '4. Check the sums',
      '## Sums',
      '| **Revenue**! c2 | Share! r2',
      '| 2020 / • oil | 10² km, CO₂',
      '> “A short quotation.”',
      'The [report](https://example.org/report?a=1&b=2) and a file.',
    ])
    expect(notes).toEqual([
      ['Bank of Russia, _Balance of payments_.', 'Nominal sums.'],
      ['See [the ministry](https://minfin.example/).'],
    ])
    expect(left).toBe(
      'Left out: 1 picture that is kept elsewhere, 1 comment, 1 tracked deletion and 1 link that leads nowhere from here. Copy a picture by itself, or save it and drop it here, to add it.',
    )
  })

  it('takes a picture of Word from the rich text beside the page', () => {
    const bytes = tinyPng(64, 40)
    const hex = bytes.toString('hex').replace(/(.{128})/g, '$1\n')
    const rtf = String.raw`{\rtf1 {\*\shppict{\pict{\*\picprop\shplid1025{\sp{\sn shapeType}{\sv 75}}}\picw64\pich40\pngblip\bliptag-12{\*\blipuid 0102030405060708090a0b0c0d0e0f10}
${hex}}}{\nonshppict{\pict\picw64\wmetafile8 0102030405060708}}}`
    const { pictures, left } = pasted(fixture('word.html'), picturesOfRtf(rtf))
    expect(pictures.map(({ type, alt }) => [type, alt])).toEqual([['image/png', 'A black box']])
    expect(Buffer.from(pictures[0]!.bytes).equals(bytes)).toBe(true)
    expect(left).not.toContain('picture')
  })

  it('makes headings of what says that it is one, and none of a byline or a short bold line', () => {
    const { lines } = pasted(
      '<p class=MsoTitle>Sanctions</p><p class=MsoSubtitle><b>By Ana Brandt</b></p><p><b>What we know</b></p><h2>Sums</h2>',
    )
    expect(lines).toEqual(['# Sanctions', '**By Ana Brandt**', '**What we know**', '## Sums'])
  })

  it('nests the entries of Word on the web, which come as a list each', () => {
    expect(pasted(fixture('word-online.html')).lines).toEqual([
      'Exports fell.',
      '- Energy',
      '  - Crude',
      '- Metals',
    ])
  })

  it('takes a page of Google Docs without the bold that is none', () => {
    const { lines, notes, left } = pasted(fixture('google-docs.html'))
    expect(lines).toEqual([
      '# What we know',
      'Exports **fell**_ sharply_~~ soon~~ in 2020.[^n1]',
      '- Energy',
      '  - Crude',
      '    1. Urals',
      '- Metals',
      '[x] Ask the ministry',
      '[ ] Check the sums',
      '| Year | Sum',
      '| 2020 | ',
      'انخفضت الصادرات',
      '[The report](https://example.org/report)',
    ])
    expect(notes).toEqual([['Bank of Russia.']])
    expect(left).toContain('1 picture that is kept elsewhere')
  })

  it('takes the words of a web page, and nothing that runs, plays or watches', () => {
    const { lines, notes, left, html } = pasted(fixture('web-page.html'))
    expect(lines).toEqual([
      '## Economy',
      'Exports fell **12\u00a0%**.[^n1] See [oil](https://en.example.org/wiki/Oil), a relative page and a trap.',
      'A refinery near the sea',
      '**Urals**',
      'A grade of crude oil.',
      '  | Year! | Sum!',
      '  | 2020 | • 83.3 / • 84.1',
      '  caption: Sums by year',
      '```js let x = 1⏎let y = 2',
      'He said “no”.⏎And left.',
      '**More**',
      'Within.',
      '[x] Done',
      '[ ] Open',
    ])
    expect(notes).toEqual([['Bank, _Balance_.']])
    expect(html).not.toMatch(/<script|javascript:|tracker|iframe|<img/i)
    expect(left).toMatch(/^Left out: 2 pictures that are kept elsewhere, 2 scripts, 3 players/)
  })

  it.each([
    ['excel.html', ['| Year and sum c2 | Share', '| 2020 | 83.3⏎est. | 12.0%', '| 2021 |  | ']],
    ['google-sheets.html', ['| **Year** | **Sum**', '| 2020 | 83.3']],
    ['calc.html', ['| **Year** | **Sum**', '| 2020 | 83.3']],
  ])('makes a table of the cells of %s', (name, table) => {
    const { lines, left } = pasted(fixture(name))
    expect(lines.map((line) => line.replaceAll('\u00a0', ''))).toEqual(table)
    expect(left).toBeNull()
  })

  it('takes foot- and endnotes and the pictures of LibreOffice', () => {
    const { lines, notes, pictures } = pasted(fixture('writer.html'))
    expect(lines).toEqual([
      '# Findings',
      'Exports **fell**[^n1], and prices rose[^n2].',
      '- Energy',
      '  - Crude',
      '- Metals',
      '3. Third',
      '\uE0F00\uE0F1',
      '| Year | Sum',
      '| 2020 c2',
    ])
    expect(notes).toEqual([['Bank of Russia.'], ['The ministry.']])
    expect(pictures.map(({ type, bytes }) => [type, bytes.length])).toEqual([['image/png', 70]])
  })

  it('takes notes of a Mac', () => {
    expect(pasted(fixture('apple-notes.html')).lines).toEqual([
      '# Findings',
      'Exports **fell**.',
      '- Energy',
      '  - Crude',
      '- Metals',
      '| Year | Sum',
      '| 2020 | 83.3',
    ])
  })
})
