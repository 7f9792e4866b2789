import { describe, expect, it } from 'vitest'
import { readWord } from '../../../server/ingest/word-document.ts'
import { contentsOfWord } from '../../../shared/word/contents.ts'
import { tinyDocx, wordParagraph } from '../../support/tiny-zip.ts'

const read = async (body: string) => (await readWord(tinyDocx(body))).document
const contents = async (body: string) => contentsOfWord(await read(body), { pictures: [] })

const CITATION = JSON.stringify({
  citationID: 'aB3xY9',
  citationItems: [
    {
      itemData: { id: 7, type: 'book', title: 'On Exports', author: [{ family: 'Brandt', given: 'Nadia' }] },
      locator: '12',
      label: 'page',
      prefix: 'see',
      'suppress-author': true,
    },
  ],
}).replaceAll('"', '&quot;')
const field = (instruction: string, shown: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction.slice(0, 30)}</w:instrText></w:r><w:r><w:instrText>${instruction.slice(30)}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>${shown}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`

describe('A Word file', () => {
  it('gives a citation of Zotero as a citation with its work, place and words around, cut as Word cuts it', async () => {
    const { contents: made } = await contents(
      `<w:p><w:r><w:t xml:space="preserve">They fell </w:t></w:r>${field(`ADDIN ZOTERO_ITEM CSL_CITATION ${CITATION}`, '(Brandt 2020)')}<w:r><w:t>.</w:t></w:r></w:p>`,
    )
    expect(made.body.content![0]!.content).toEqual([
      { type: 'text', text: 'They fell' },
      { type: 'citation', attrs: { id: 'aB3xY9' } },
      { type: 'text', text: '.' },
    ])
    const [source] = [...made.sources.values()]
    expect(source).toMatchObject({ key: 'brandt', item: { title: 'On Exports' } })
    expect(made.citations.get('aB3xY9')!.cites).toMatchObject([
      { source: source!.id, locator: '12', label: 'page', prefix: 'see', suppressAuthor: true },
    ])
  })

  it('gives a citation of Mendeley, which stands in a content control', async () => {
    const tag = Buffer.from(CITATION.replaceAll('&quot;', '"')).toString('base64')
    const { contents: made } = await contents(
      `<w:p><w:r><w:t>They fell</w:t></w:r><w:sdt><w:sdtPr><w:tag w:val="MENDELEY_CITATION_v3_${tag}"/></w:sdtPr><w:sdtContent><w:r><w:t>(Brandt)</w:t></w:r></w:sdtContent></w:sdt></w:p>`,
    )
    expect(made.citations.size).toBe(1)
    expect(JSON.stringify(made.body)).not.toContain('(Brandt)')
  })

  it('keeps who changed what: both what was struck and what was put in', async () => {
    const { blocks } = await read(
      '<w:p><w:r><w:t>It </w:t></w:r><w:del w:author="Ana" w:date="2025-01-02T03:04:00Z"><w:r><w:delText>rose</w:delText></w:r></w:del><w:ins w:author="Ana" w:date="2025-01-02T03:04:00Z"><w:r><w:t>fell</w:t></w:r></w:ins></w:p>',
    )
    const by = { author: 'Ana', at: '2025-01-02T03:04' }
    expect(blocks).toMatchObject([
      { runs: [{ text: 'It ' }, { text: 'rose', deleted: by }, { text: 'fell', inserted: by }] },
    ])
  })

  it('imports tracked changes as accepted, and says so', async () => {
    const { contents: made, report } = await contents(
      '<w:p><w:r><w:t xml:space="preserve">It </w:t></w:r><w:del w:author="Ana"><w:r><w:delText>rose</w:delText></w:r></w:del><w:ins w:author="Ana"><w:r><w:t>fell</w:t></w:r></w:ins></w:p>',
    )
    expect(JSON.stringify(made.body)).toContain('It fell')
    expect(report[0]).toMatch(/^One tracked change was taken as accepted/)
  })

  it('gives a table its merged cells and its heading row', async () => {
    const cell = (text: string, properties = '') =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${text ? wordParagraph(text) : '<w:p/>'}</w:tc>`
    const { contents: made } = await contents(
      `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('Both', '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cell('Tall', '<w:vMerge w:val="restart"/>')}${cell('1')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('2')}</w:tr></w:tbl>`,
    )
    const rows = made.body.content![0]!.content!
    expect(rows[0]!.content![0]).toMatchObject({ type: 'tableHeader', attrs: { colspan: 2 } })
    expect(rows[1]!.content![0]).toMatchObject({ type: 'tableCell', attrs: { rowspan: 2 } })
    expect(rows[2]!.content).toHaveLength(1)
  })

  it('names and counts what it does not understand', async () => {
    const { report } = await contents(
      `${wordParagraph('Words')}<w:p><w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r><w:r><w:t>A</w:t></w:r></w:p>`,
    )
    expect(report).toEqual(['Not understood: signs of a font of their own, left out (1).'])
  })

  it('is refused when its mark-up is cut, declares entities, or is nested without an end', async () => {
    const deep = '<w:sdt><w:sdtContent>'.repeat(400)
    for (const body of ['<w:p><w:r>', `${deep}${'</w:sdtContent></w:sdt>'.repeat(400)}`])
      await expect(read(body)).rejects.toThrow(/Nothing was/)
    await expect(readWord(tinyDocx('', { before: '<!DOCTYPE x [<!ENTITY a "b">]>' }))).rejects.toThrow(
      /Nothing was/,
    )
  })
})
