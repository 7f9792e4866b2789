/** The parts of a Word file beside its text: how it looks, how it numbers, what stands on every page, and what is said of it. */
import type { HouseTemplate } from '../ingest/house-template.ts'
import { escapeXml, XML_HEAD } from '../ingest/xml-words.ts'
import { LIST_STEP } from './word-blocks.ts'
import { field, wordRuns } from './word-runs.ts'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
export const NAMESPACES = `${W} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"`

type Style = { id: string; name: string; paragraph?: string; run?: string; next?: string; basedOn?: string }

const paragraphStyle = ({ id, name, paragraph = '', run = '', next, basedOn = 'Normal' }: Style) =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${id === 'Normal' ? '' : `<w:basedOn w:val="${basedOn}"/>`}${next ? `<w:next w:val="${next}"/>` : ''}<w:qFormat/>${paragraph && `<w:pPr>${paragraph}</w:pPr>`}${run && `<w:rPr>${run}</w:rPr>`}</w:style>`

const characterStyle = (id: string, name: string, run: string) =>
  `<w:style w:type="character" w:styleId="${id}"><w:name w:val="${name}"/><w:rPr>${run}</w:rPr></w:style>`

const size = (halfPoints: number) => `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`
const space = (before: number, after: number) => `<w:spacing w:before="${before}" w:after="${after}"/>`
const sans = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/>'
const mono = '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Courier New"/>'
const bold = '<w:b/><w:bCs/>'

const HEADING_SIZES = [32, 27, 24, 22, 22, 22]

const box = ['top', 'left', 'bottom', 'right']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="4" w:color="B8B2A3"/>`)
  .join('')

/** The names are Word's own where it has them, so that a house's template restyles them. */
const STYLES: readonly string[] = [
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
  '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>',
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
  paragraphStyle({
    id: 'Title',
    name: 'Title',
    next: 'Subtitle',
    paragraph: space(0, 80),
    run: `${bold}${size(44)}`,
  }),
  paragraphStyle({
    id: 'Subtitle',
    name: 'Subtitle',
    next: 'Normal',
    paragraph: space(0, 320),
    run: `${sans}<w:color w:val="5C574D"/>${size(20)}`,
  }),
  ...HEADING_SIZES.map((points, at) =>
    paragraphStyle({
      id: `Heading${at + 1}`,
      name: `heading ${at + 1}`,
      next: 'Normal',
      paragraph: `<w:keepNext/><w:keepLines/>${space(at === 0 ? 360 : 240, 100)}<w:outlineLvl w:val="${at}"/>`,
      run: `${bold}${at > 3 ? '<w:i/><w:iCs/>' : ''}${size(points)}`,
    }),
  ),
  paragraphStyle({ id: 'ListParagraph', name: 'List Paragraph', paragraph: space(0, 60) }),
  paragraphStyle({
    id: 'Quote',
    name: 'Quote',
    paragraph: `<w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="D8D3C6"/></w:pBdr><w:ind w:left="480" w:right="360"/>`,
  }),
  paragraphStyle({
    id: 'QuoteSource',
    name: 'Quote Source',
    basedOn: 'Quote',
    run: `${sans}<w:color w:val="5C574D"/>${size(19)}`,
  }),
  paragraphStyle({
    id: 'Callout',
    name: 'Callout',
    paragraph: `<w:pBdr>${box}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="F4F2EC"/>${space(0, 80)}`,
  }),
  paragraphStyle({
    id: 'SourceCode',
    name: 'Source Code',
    paragraph: '<w:shd w:val="clear" w:color="auto" w:fill="F4F2EC"/><w:wordWrap w:val="0"/>',
    run: `${mono}${size(19)}`,
  }),
  paragraphStyle({ id: 'Figure', name: 'Figure', paragraph: '<w:keepNext/>' }),
  paragraphStyle({ id: 'Caption', name: 'caption', run: `${sans}<w:color w:val="5C574D"/>${size(19)}` }),
  paragraphStyle({
    id: 'TableText',
    name: 'Table Text',
    paragraph: '<w:spacing w:before="40" w:after="40" w:line="252" w:lineRule="auto"/>',
    run: size(20),
  }),
  paragraphStyle({
    id: 'Bibliography',
    name: 'Bibliography',
    paragraph: `${space(0, 100)}<w:ind w:left="480" w:hanging="480"/>`,
  }),
  paragraphStyle({
    id: 'FootnoteText',
    name: 'footnote text',
    paragraph: '<w:spacing w:after="40" w:line="240" w:lineRule="auto"/>',
    run: size(18),
  }),
  paragraphStyle({
    id: 'Header',
    name: 'header',
    paragraph: `<w:jc w:val="center"/>${''}`,
    run: `${sans}${size(18)}`,
  }),
  paragraphStyle({
    id: 'Footer',
    name: 'footer',
    paragraph: '<w:jc w:val="center"/>',
    run: `${sans}${size(18)}`,
  }),
  ...[1, 2, 3].map((level) =>
    paragraphStyle({
      id: `TOC${level}`,
      name: `toc ${level}`,
      paragraph: `${space(0, 40)}<w:ind w:left="${(level - 1) * 240}"/>`,
    }),
  ),
  characterStyle('FootnoteReference', 'footnote reference', '<w:vertAlign w:val="superscript"/>'),
  characterStyle('Hyperlink', 'Hyperlink', '<w:color w:val="0B5C8A"/><w:u w:val="single"/>'),
  characterStyle('VerbatimChar', 'Verbatim Char', `${mono}${size(20)}`),
  `<w:style w:type="table" w:styleId="BriefTable"><w:name w:val="Brief Table"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="B8B2A3"/>`).join('')}</w:tblBorders></w:tblPr></w:style>`,
]

/** Of a house's template, where there is one: what it lacks of ours is added. */
export const styles = (lang: string, house: HouseTemplate | null = null): string => {
  if (!house)
    return `${XML_HEAD}<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Cambria" w:hAnsi="Cambria" w:eastAsia="SimSun" w:cs="Times New Roman"/>${size(22)}<w:lang w:val="${escapeXml(lang)}" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="140" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>${STYLES.join('')}</w:styles>`
  const ids = new Map(house.ids)
  const own = STYLES.filter((style) => !ids.has(nameIn(style)))
  return `${XML_HEAD}<w:styles ${W}>${house.styles}${own.map((style) => inHouse(style, house)).join('')}</w:styles>`
}

const nameIn = (style: string): string => /<w:name w:val="([^"]*)"/.exec(style)![1]!.toLowerCase()
const idIn = (style: string): string => /w:styleId="([^"]*)"/.exec(style)![1]!

/** Styles are told apart by their names; their ids are in the language of the program that wrote them. */
export const inHouse = (xml: string, house: HouseTemplate | null): string => {
  if (!house) return xml
  const ids = new Map(house.ids)
  const theirs = new Map(STYLES.map((style) => [idIn(style), ids.get(nameIn(style))]))
  return xml.replace(
    /<w:(pStyle|rStyle|tblStyle|basedOn|next) w:val="([^"]*)"\/>/g,
    (whole, name: string, id: string) => {
      const their = theirs.get(id)
      return their === undefined ? whole : `<w:${name} w:val="${escapeXml(their)}"/>`
    },
  )
}

const BULLETS = ['•', '–', '▪']
const FORMATS = ['decimal', 'lowerLetter', 'lowerRoman']

const abstract = (id: number, level: (depth: number) => string) =>
  `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="hybridMultilevel"/>${Array.from({ length: 9 }, (_, depth) => `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/>${level(depth)}<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${(depth + 1) * LIST_STEP}" w:hanging="${LIST_STEP}"/></w:pPr></w:lvl>`).join('')}</w:abstractNum>`

export type Numbering = { kind: 'bullet' | 'number'; depth: number; start: number }

/** A list of its own for each: two lists in one text each begin anew. The first has the number 1. */
export const numbering = (lists: readonly Numbering[]): string =>
  `${XML_HEAD}<w:numbering ${W}>${abstract(0, (depth) => `<w:numFmt w:val="bullet"/><w:lvlText w:val="${BULLETS[depth % 3]}"/>`)}${abstract(1, (depth) => `<w:numFmt w:val="${FORMATS[depth % 3]}"/><w:lvlText w:val="%${depth + 1}."/>`)}${lists
    .map(
      ({ kind, depth, start }, at) =>
        `<w:num w:numId="${at + 1}"><w:abstractNumId w:val="${kind === 'bullet' ? 0 : 1}"/>${kind === 'number' ? `<w:lvlOverride w:ilvl="${depth}"><w:startOverride w:val="${start}"/></w:lvlOverride>` : ''}</w:num>`,
    )
    .join('')}</w:numbering>`

/** As marks of handling ask for: on every page, above and below (TLP 2.0, section 5). */
export const header = (inside: string): string => `${XML_HEAD}<w:hdr ${NAMESPACES}>${inside}</w:hdr>`

/** On a line of its own. */
export const marked = (handling: string, style: 'Header' | 'Footer'): string =>
  handling && `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${wordRuns(handling, { bold: true })}</w:p>`

export const footer = (inside: string): string => `${XML_HEAD}<w:ftr ${NAMESPACES}>${inside}</w:ftr>`

/** Which page of how many, behind the mark. */
export const pageNumber = (handling: string): string => {
  const mark = handling ? `${wordRuns(handling, { bold: true })}${wordRuns(' · ')}` : ''
  const of = `${field(' PAGE ', wordRuns('1'))}${wordRuns(' / ')}${field(' NUMPAGES ', wordRuns('1'))}`
  return `<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>${mark}${of}</w:p>`
}

const SEPARATORS = ['separator', 'continuationSeparator']
  .map(
    (kind, at) =>
      `<w:footnote w:type="${kind}" w:id="${at - 1}"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:${kind}/></w:r></w:p></w:footnote>`,
  )
  .join('')

export const footnotes = (notes: readonly string[]): string =>
  `${XML_HEAD}<w:footnotes ${NAMESPACES}>${SEPARATORS}${notes.map((note, at) => `<w:footnote w:id="${at + 1}">${note}</w:footnote>`).join('')}</w:footnotes>`

export const settings = (lang: string, evenAndOdd = false): string =>
  `${XML_HEAD}<w:settings ${W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="360"/>${evenAndOdd ? '<w:evenAndOddHeaders/>' : ''}<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="${escapeXml(lang)}"/></w:settings>`

/** Dates are the brief's own: no clock. */
export const properties = (about: {
  title: string
  authors: readonly string[]
  date: string | null
  lang: string
}): string => {
  const at = /^\d{4}-\d\d-\d\d$/.test(about.date ?? '') ? `${about.date}T00:00:00Z` : ''
  const date = (name: string) => at && `<dcterms:${name} xsi:type="dcterms:W3CDTF">${at}</dcterms:${name}>`
  return `${XML_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(about.title)}</dc:title><dc:creator>${escapeXml(about.authors.join('; '))}</dc:creator><dc:language>${escapeXml(about.lang)}</dc:language>${date('created')}${date('modified')}</cp:coreProperties>`
}
