import { describe, expect, it } from 'vitest'
import { readHouse } from '../../../server/ingest/house-template.ts'
import { wordFile } from '../../../server/paper/word-file.ts'
import { zipOf } from '../../../server/brief/zip.ts'
import { smallBrief } from '../../support/small-brief.ts'
import { tinyPng } from '../../support/tiny-png.ts'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const relations = (...list: [id: string, type: string, target: string, mode?: string][]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(
      ([id, type, target, mode]) =>
        `<Relationship Id="${id}" Type="${TYPE}/${type}" Target="${target}"${mode ? ` TargetMode="${mode}"` : ''}/>`,
    )
    .join('')}</Relationships>`

/** As a Word of another language writes it: names are its own, ids are not ours. */
const STYLES = `<w:styles ${W} ${R}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Garamond"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:basedOn w:val="Standard"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:rPr><w:color w:val="990000"/></w:rPr></w:style></w:styles>`

const HEADER = `<w:hdr ${W} ${R} ${A}><w:p><w:hyperlink r:id="rId9"><w:r><w:t>Ministry</w:t></w:r></w:hyperlink><w:r><w:drawing><a:blip r:embed="rId1"/></w:drawing></w:r><w:r><w:drawing><a:blip r:link="rId8"/></w:drawing></w:r><w:object><w:t>an object</w:t></w:object><w:fldSimple w:instr=" INCLUDETEXT &quot;/etc/passwd&quot; "><w:r><w:t>kept words</w:t></w:r></w:fldSimple><w:r><w:instrText> DDEAUTO c:/x </w:instrText></w:r><w:r><w:instrText> PAGE </w:instrText></w:r></w:p></w:hdr>`

const template = async (change: Record<string, string | Buffer> = {}) => {
  const files: Record<string, string | Buffer> = {
    '_rels/.rels': relations(['rId1', 'officeDocument', 'word/document.xml']),
    'word/document.xml': `<w:document ${W} ${R}><w:body><w:p><w:r><w:t>Nobody else’s business</w:t></w:r></w:p><w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:left="3000" w:right="2000" w:top="1000" w:bottom="1000"/></w:sectPr></w:body></w:document>`,
    'word/_rels/document.xml.rels': relations(
      ['rId1', 'styles', 'styles.xml'],
      ['rId2', 'header', 'header1.xml'],
      ['rId3', 'attachedTemplate', 'file:///c:/evil.dotm', 'External'],
      ['rId4', 'vbaProject', 'vbaProject.bin'],
    ),
    'word/styles.xml': STYLES,
    'word/header1.xml': HEADER,
    'word/_rels/header1.xml.rels': relations(
      ['rId1', 'image', 'media/logo.png'],
      ['rId8', 'image', 'http://tracker.example/x.png', 'External'],
      ['rId9', 'hyperlink', 'http://evil.example/', 'External'],
    ),
    'word/media/logo.png': tinyPng(4, 4),
    'word/vbaProject.bin': Buffer.from('macro'),
    ...change,
  }
  return new Uint8Array(
    await zipOf(Object.entries(files).map(([name, content]) => ({ name, bytes: Buffer.from(content) }))),
  )
}

const partsIn = async (bytes: Uint8Array, handling = '') => {
  const small = smallBrief()
  const brief = { ...small, about: { ...small.about, handling } }
  const files = wordFile(brief, {}, new Map(), null, await readHouse(bytes))
  return new Map(files.map(({ name, bytes: content }) => [name, content.toString('utf8')]))
}

describe('A Word file in the looks of the house', () => {
  it('has its styles under the names that they have there, and ours where it has none', async () => {
    const parts = await partsIn(await template())
    const styles = parts.get('word/styles.xml')!
    expect(styles).toContain('w:ascii="Garamond"')
    expect(styles.match(/w:val="heading 1"/g)).toHaveLength(1)
    expect(styles).toContain('<w:name w:val="footnote text"/>')
    expect(styles).toContain('<w:basedOn w:val="Standard"/>')
    expect(styles).not.toContain('numPr')
    const text = parts.get('word/document.xml')!
    expect(text).toContain('<w:pStyle w:val="berschrift1"/>')
    expect(text).not.toContain('"Heading1"')
    expect(text).toContain('<w:pgSz w:w="12240" w:h="15840"/>')
    expect(text).toContain('w:left="3000"')
    expect(text).not.toContain('business')
  })

  it('has what stands above its pages, with the picture and the number, and nothing that leads out or runs', async () => {
    const parts = await partsIn(await template())
    const header = parts.get('word/header1.xml')!
    expect(header).toContain('Ministry')
    expect(header).toContain('kept words')
    expect(header).toContain(' PAGE ')
    expect(header).toContain('r:embed="rIdH1"')
    for (const part of parts.values())
      expect(part).not.toMatch(/evil|tracker|passwd|DDEAUTO|an object|hyperlink r:id="rId9"|macro/)
    expect([...parts.keys()].filter((name) => name.includes('media'))).toEqual(['word/media/house1.png'])
    expect([...parts.keys()].join()).not.toContain('vba')
  })

  it('has the handling mark above and below every page all the same', async () => {
    const parts = await partsIn(await template(), 'TLP:RED')
    expect(parts.get('word/header1.xml')).toContain('TLP:RED')
    expect(parts.get('word/footer1.xml')).toContain('TLP:RED')
  })

  describe('of several sections', () => {
    const part = (words: string) => `<w:hdr ${W}><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:hdr>`
    const sections = (settings: string) =>
      template({
        'word/document.xml': `<w:document ${W} ${R}><w:body><w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:headerReference w:type="even" r:id="rId5"/></w:sectPr></w:pPr></w:p><w:sectPr><w:pgSz w:w="12240" w:h="15840"/></w:sectPr></w:body></w:document>`,
        'word/_rels/document.xml.rels': relations(
          ['rId2', 'header', 'header1.xml'],
          ['rId5', 'header', 'header2.xml'],
          ['rId6', 'settings', 'settings.xml'],
        ),
        'word/header1.xml': part('Odd'),
        'word/header2.xml': part('Even'),
        'word/settings.xml': `<w:settings ${W}>${settings}</w:settings>`,
      })

    it('has above its pages what the last one has from an earlier one', async () => {
      const parts = await partsIn(await sections('<w:evenAndOddHeaders/>'))
      expect(parts.get('word/header1.xml')).toContain('Odd')
      expect(parts.get('word/header2.xml')).toContain('Even')
      expect(parts.get('word/settings.xml')).toContain('<w:evenAndOddHeaders/>')
    })

    it('has one head for all pages where the template names another for even ones and does not use it', async () => {
      const parts = await partsIn(await sections(''), 'TLP:RED')
      expect(parts.get('word/header1.xml')).toContain('Odd')
      expect(parts.has('word/header2.xml')).toBe(false)
      expect(parts.get('word/settings.xml')).not.toContain('evenAndOdd')
    })
  })

  it.each([
    ['no archive', Buffer.from('not a zip')],
    ['no Word file', 'empty'],
  ])('is refused in a sentence when it is %s', async (_, bytes) => {
    const given =
      bytes === 'empty' ? await zipOf([{ name: 'a.txt', bytes: Buffer.from('a') }]) : (bytes as Buffer)
    await expect(readHouse(new Uint8Array(given))).rejects.toThrow(/Nothing was exported/)
  })

  it('is refused when it declares entities', async () => {
    const bytes = await template({ 'word/styles.xml': `<!DOCTYPE x [<!ENTITY a "b">]>${STYLES}` })
    await expect(readHouse(bytes)).rejects.toThrow(/Nothing was exported/)
  })
})
