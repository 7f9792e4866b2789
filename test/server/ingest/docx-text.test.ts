import { describe, expect, it } from 'vitest'
import { ingestHere } from '../../support/ingest-here.ts'
import { tinyDocx, wordParagraph } from '../../support/tiny-zip.ts'

const bring = (bytes: Buffer) => ingestHere({ bytes, filename: 'brief.docx' })
const cell = (text: string) => `<w:tc>${wordParagraph(text)}</w:tc>`
const row = (...cells: string[]) => `<w:tr>${cells.map(cell).join('')}</w:tr>`

describe('A Word document', () => {
  it('is read in its paragraphs and headings, its tables as tables', async () => {
    const { capture } = await bring(
      tinyDocx(
        wordParagraph('Closing the gap', 'Heading1') +
          wordParagraph('Exports fell by a third.') +
          `<w:tbl>${row('Year', 'USD bn')}${row('2024', '79.9')}${row('2025', '83.3')}</w:tbl>`,
      ),
    )
    expect(capture.text).toBe(
      'Closing the gap\n\nExports fell by a third.\n\nYear | USD bn\n\n2024 | 79.9\n\n2025 | 83.3',
    )
    expect(capture.blocks.map((block) => block.kind)).toEqual(['heading', 'paragraph', 'row', 'row', 'row'])
    expect(capture.blocks[2]!.cells!.every((each) => each.head)).toBe(true)
  })

  it('has its notes behind its text, without the arrows back', async () => {
    const note = `<w:r><w:footnoteReference w:id="1"/></w:r>`
    const { capture } = await bring(
      tinyDocx(`<w:p><w:r><w:t>Exports fell.</w:t></w:r>${note}</w:p>`, {
        more: [
          {
            name: 'word/footnotes.xml',
            content: `<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:id="1">${wordParagraph('Two officials said so.')}</w:footnote></w:footnotes>`,
          },
          {
            name: 'word/_rels/document.xml.rels',
            content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/></Relationships>`,
          },
        ],
      }),
    )
    expect(capture.text).toBe('Exports fell.[1]\n\nTwo officials said so.')
  })

  it('says who wrote it and when', async () => {
    const { guess } = await bring(
      tinyDocx(wordParagraph('Exports fell.'), {
        more: [
          {
            name: 'docProps/core.xml',
            content:
              '<cp:coreProperties xmlns:cp="x" xmlns:dc="y" xmlns:dcterms="z"><dc:title>Harbour note</dc:title><dc:creator>Ana Petrova; Ben Smith</dc:creator><dcterms:created>2024-03-01T09:00:00Z</dcterms:created></cp:coreProperties>',
          },
        ],
      }),
    )
    expect(guess).toMatchObject({
      title: 'Harbour note',
      author: [
        { given: 'Ana', family: 'Petrova' },
        { given: 'Ben', family: 'Smith' },
      ],
      issued: { 'date-parts': [[2024, 3, 1]] },
    })
  })
})
