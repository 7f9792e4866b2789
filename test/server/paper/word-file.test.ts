import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import type { BodyNode } from '../../../shared/brief/body.ts'
import type { ReadBrief } from '../../../shared/brief/read.ts'
import { loadStyle } from '../../../shared/cite/styles.ts'
import { schema } from '../../../shared/editor/schema.ts'
import { WORD_BLOCKS, WORD_INLINE, WORD_MARKS } from '../../../server/paper/word-blocks.ts'
import { wordFile } from '../../../server/paper/word-file.ts'
import { zipOf } from '../../../server/brief/zip.ts'
import { HOSTILE } from '../../support/hostile-words.ts'
import { cited, doc, node, paragraph, smallBrief, text } from '../../support/small-brief.ts'
import { tinyJpeg } from '../../support/tiny-jpeg.ts'
import { tinyPng } from '../../support/tiny-png.ts'

const partsOf = (brief: ReadBrief, pictures?: Map<string, Uint8Array>) =>
  new Map(wordFile(brief, {}, pictures).map(({ name, bytes }) => [name, bytes.toString()]))
const documentOf = (brief: ReadBrief) => partsOf(brief).get('word/document.xml')!
const withBody = (...content: BodyNode[]) => smallBrief({ body: doc(...content) })
const fields = (xml: string) =>
  [...xml.matchAll(/<w:instrText[^>]*>([^<]*)<\/w:instrText>/g)].map(([, code]) =>
    code!.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
  )

describe('A brief as a Word file', () => {
  it('knows every node and every mark of the schema', () => {
    const known = { ...WORD_BLOCKS, ...WORD_INLINE }
    expect(Object.keys(schema.nodes).filter((name) => !(name in known))).toEqual([])
    expect(Object.keys(schema.marks).filter((name) => !(name in WORD_MARKS))).toEqual([])
  })

  it('has a footnote for each citation, with the work, the place and the quoted words', () => {
    const parts = partsOf(smallBrief())
    const marks = [...parts.get('word/document.xml')!.matchAll(/<w:footnoteReference w:id="(\d+)"\/>/g)]
    expect(marks.map(([, id]) => id)).toEqual(['1', '2', '3', '4'])
    const notes = parts.get('word/footnotes.xml')!.split('<w:footnote ').slice(3)
    expect(notes).toHaveLength(4)
    expect(notes[0]).toContain('p. 7.')
    expect(notes[0]).toContain('“Climate finance provided and mobilised')
    expect(parts.get('word/_rels/footnotes.xml.rels')).toContain('Target="https://example.org/a_b"')
  })

  it('writes each citation as a field of Zotero’s that carries its id and its works', () => {
    const codes = fields(partsOf(smallBrief()).get('word/footnotes.xml')!)
    const read = codes.map((code) => JSON.parse(/^ ADDIN ZOTERO_ITEM CSL_CITATION (.*) $/s.exec(code)![1]!))
    expect(read.map(({ citationID }) => citationID)).toEqual(['k7f2', 'm3q9', 'b8r1', 't5w0'])
    expect(read[1].citationItems).toMatchObject([
      { id: 'unep_2023', prefix: 'see', label: 'page', locator: '42', itemData: { title: 'Adaptation Gap' } },
      { id: 'oecd_2022', locator: '7-8', itemData: { title: 'Climate Finance' } },
    ])
  })

  it('leaves out for people outside what is ours alone', () => {
    const outside = wordFile(smallBrief())
      .map(({ bytes }) => bytes.toString())
      .join()
    for (const own of ['our own note', 'our own remark', 'ab'.repeat(32)]) expect(outside).not.toContain(own)
  })

  it('says on every page how it is to be handled, and which page it is', () => {
    const parts = partsOf(smallBrief())
    expect(parts.get('word/header1.xml')).toContain('TLP:AMBER')
    expect(parts.get('word/footer1.xml')).toContain('TLP:AMBER')
    expect(fields(parts.get('word/footer1.xml')!)).toEqual([' PAGE ', ' NUMPAGES '])
    const unmarked = partsOf(smallBrief({ about: { ...smallBrief().about, handling: null } }))
    expect(unmarked.has('word/header1.xml')).toBe(false)
  })

  it('numbers lists anew, nests them, and repeats a table’s headings', () => {
    const item = (...content: BodyNode[]) => node('listItem', content)
    const ordered = (start: number, ...items: BodyNode[]) => node('orderedList', items, { start })
    const xml = documentOf(
      withBody(
        ordered(3, item(paragraph(text('third')), ordered(1, item(paragraph(text('below')))))),
        ordered(1, item(paragraph(text('first')))),
        node('table', [
          node('tableRow', [
            node('tableHeader', [paragraph(text('H'))], { rowspan: 2 }),
            node('tableHeader', [paragraph(text('I'))], { colspan: 2 }),
          ]),
          node('tableRow', [
            node('tableHeader', [paragraph(text('J'))]),
            node('tableHeader', [paragraph(text('K'))]),
          ]),
          node('tableRow', [node('tableCell', [paragraph(text('only'))])]),
        ]),
      ),
    )
    const lists = [...xml.matchAll(/<w:ilvl w:val="(\d)"\/><w:numId w:val="(\d)"\/>/g)]
    expect(lists.map(([, depth, list]) => [depth, list])).toEqual([
      ['0', '1'],
      ['1', '2'],
      ['0', '3'],
    ])
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(2)
    expect(xml).toContain('<w:vMerge w:val="restart"/>')
    expect(xml).toContain('<w:vMerge/>')
    expect(xml.match(/<w:gridCol /g)).toHaveLength(3)
  })

  it('turns a table from the right, and each line of it', () => {
    const cell = (words: string) => node('tableCell', [paragraph(text(words))])
    const table = (...words: string[]) => node('table', [node('tableRow', words.map(cell))])
    const xml = documentOf(withBody(table('الصادرات', '2024'), table('Exports', '2024')))
    expect(xml.match(/<w:bidiVisual\/>/g)).toHaveLength(1)
    expect(xml.match(/<w:bidi\/>/g)).toHaveLength(1)
  })

  it('keeps a citation within a footnote in brackets, for Word has no notes within notes', () => {
    const brief = smallBrief({
      body: doc(paragraph(text('Words.'), node('footnote', [], { id: 'fn1' }), cited('k7f2'))),
      footnotes: new Map([['fn1', [paragraph(text('Own words'), cited('m3q9'))]]]),
    })
    const notes = partsOf(brief).get('word/footnotes.xml')!.split('<w:footnote ').slice(3)
    expect(notes).toHaveLength(2)
    expect(fields(notes[0]!)[0]).toContain('"citationID":"m3q9"')
    expect(fields(notes[1]!)[0]).toContain('"citationID":"k7f2"')
  })

  it('holds pictures with what they show, and says it in words where their bytes are gone', () => {
    const brief = withBody(
      node('figure', [
        node('picture', [], { sha256: 'cd'.repeat(32), alt: 'A map' }),
        node('caption', [text('Where')]),
      ]),
    )
    const parts = partsOf(brief, new Map([['cd'.repeat(32), tinyPng(4, 4)]]))
    expect(parts.has(`word/media/${'cd'.repeat(32)}.png`)).toBe(true)
    expect(parts.get('word/document.xml')).toContain('descr="A map"')
    expect(documentOf(brief)).toContain('Picture: A map')
  })

  it('turns a photograph as it was held, within the width of its lines', () => {
    const brief = withBody(node('figure', [node('picture', [], { sha256: 'cd'.repeat(32), alt: 'A map' })]))
    const drawn = (orientation: number) => {
      const parts = partsOf(brief, new Map([['cd'.repeat(32), tinyJpeg(4000, 1000, orientation)]]))
      expect(parts.has(`word/media/${'cd'.repeat(32)}.jpg`)).toBe(true)
      return /<a:xfrm([^>]*)>.*?<a:ext cx="(\d+)" cy="(\d+)"/.exec(parts.get('word/document.xml')!)!.slice(1)
    }
    expect(drawn(1)).toEqual(['', '5760000', '1440000'])
    expect(drawn(6)).toEqual([' rot="5400000"', '7200000', '1800000'])
    expect(drawn(5)).toEqual([' rot="16200000" flipH="1"', '7200000', '1800000'])
  })

  it('leads only to the web and to mail', () => {
    const link = (href: string) => paragraph(text('here', { type: 'link', attrs: { href } }))
    const rels = partsOf(
      withBody(
        ...['javascript:x', 'file:///etc/passwd', 'https://ok.example/', 'mailto:a@b.example'].map(link),
      ),
    ).get('word/_rels/document.xml.rels')!
    const targets = [...rels.matchAll(/Target="([^"]*)" TargetMode/g)].map(([, target]) => target)
    expect(targets).toEqual(['https://ok.example/', 'mailto:a@b.example'])
  })

  it.each(HOSTILE)('takes %j for words, wherever they stand', (words) => {
    const plain = smallBrief()
    const about = { ...plain.about, title: words, authors: [words], handling: words }
    const brief = smallBrief({
      about,
      body: doc(node('heading', [text(words)]), paragraph(text(words), cited('k7f2'))),
    })
    for (const cite of brief.citations.get('k7f2')!.cites)
      Object.assign(cite, { prefix: words, locator: words })
    for (const [name, xml] of partsOf(brief)) {
      const { document } = parseHTML(xml.replace(/^<\?xml[^>]*>\n/, ''))
      const strangers = [...document.querySelectorAll('*')].filter(
        ({ localName }) =>
          !/^(w|wp|a|pic|cp|dc|dcterms):|^(Types|Default|Override|Relationships|Relationship)$/i.test(
            localName,
          ),
      )
      expect([name, strangers.map(({ localName }) => localName)]).toEqual([name, []])
      // oxlint-disable-next-line no-control-regex -- they are what is looked for
      expect(xml).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/)
    }
  })

  it('is the same bytes for the same brief', async () => {
    const [one, other] = await Promise.all([zipOf(wordFile(smallBrief())), zipOf(wordFile(smallBrief()))])
    expect(one.equals(other)).toBe(true)
  })

  it('writes an author–date style into the line, before the full stop, and the list as a field of Zotero’s', async () => {
    const style = await loadStyle({ style: 'apa', ownStyle: null, lang: 'en' })
    const body = doc(paragraph(text('Costs rose.'), cited('k7f2')))
    const parts = new Map(
      wordFile(smallBrief({ body }), {}, new Map(), style).map(({ name, bytes }) => [name, bytes.toString()]),
    )
    const xml = parts.get('word/document.xml')!
    expect(xml).not.toContain('footnoteReference')
    expect(fields(xml)[0]).toContain('"citationID":"k7f2"')
    expect(fields(xml)[1]).toContain('ADDIN ZOTERO_BIBL')
    const words = xml.replace(/<w:instrText[^>]*>[^<]*<\/w:instrText>/g, '').replace(/<[^>]+>/g, '')
    expect(words).toMatch(/Costs rose \([^)]*2022[^)]*\)\./)
  })

  it('draws no heading over its sources where the writer has one', () => {
    const headings = (brief: ReadBrief) =>
      [...documentOf(brief).matchAll(/<w:pStyle w:val="Heading\d"\/>.*?<\/w:p>/g)].map(([xml]) =>
        xml.replace(/<[^>]+>/g, ''),
      )
    const said = [paragraph(text('Costs rose.'), cited('k7f2'))]
    const headed = [...said, node('heading', [text('Works cited')]), node('references', [])]
    expect(headings(withBody(...said))).toEqual(['Sources'])
    expect(headings(withBody(...headed))).toEqual(['Works cited'])
  })

  it('writes a note style into the footnotes', async () => {
    const style = await loadStyle({ style: 'chicago-notes', ownStyle: null, lang: 'en' })
    const parts = new Map(
      wordFile(smallBrief(), {}, new Map(), style).map(({ name, bytes }) => [name, bytes.toString()]),
    )
    const notes = parts.get('word/footnotes.xml')!.split('<w:footnote ').slice(3)
    expect(notes).toHaveLength(4)
    expect(fields(parts.get('word/footnotes.xml')!).join()).toContain('"citationID":"m3q9"')
    expect(notes[0]).toContain('“Climate finance provided and mobilised')
  })
})
