/**
 * The text of one part of a Word file, element by element: what each is for us, and what of it cannot be kept, counted by its name.
 * Both states of a tracked change are kept, each with who made it.
 */
import { safeAddress } from '../../shared/export/escape-html.ts'
import { Refusal } from '../../shared/wire/refusal.ts'
import { isOurBookmark } from '../../shared/word/bookmark.ts'
import type { ByLine, WordBlock, WordParagraph, WordRun } from '../../shared/word/document.ts'
import { oneLine } from '../../shared/capture/text-blocks.ts'
import { citationOfTag, type FieldMeaning, meaningOf } from './word-fields.ts'
import type { Relations } from './word-package.ts'
import { marksOf, type Numbering, type Styles, type TextMark } from './word-styles.ts'
import { readTable } from './word-rows.ts'
import { below, isOn, one, valueOf, type XmlElement } from './xml-tree.ts'

/** What is known of the file, and what was found so far. */
export type Reading = {
  styles: Styles
  numbering: Numbering
  links: Relations
  /** What is not understood → how often. */
  left: Map<string, number>
  /** Names of parts. */
  pictures: string[]
  /** "footnote 3", "endnote 1", in the order in which the text names them. */
  notes: string[]
  /** Open ones, the innermost last: a field may go over paragraphs. */
  fields: Field[]
  /** Open ones of ours by their id. */
  bookmarks: Map<string, { name: string; paragraph: WordParagraph | null; hasWords: boolean }>
  /** By the id of the remark. */
  remarks: Map<string, { paragraph: WordParagraph | null; words: string; isOpen: boolean }>
  part: 'body' | 'note'
  characters: number
  most: number
}

type Field = { code: string; result: boolean; means: FieldMeaning | null }

const PICTURES = 500
const NOTES = 10_000
/** Of the words that a remark is about, and of who made a change. */
const REMARKED = 500
const NAME = 80

/** Where the reader is: what holds for all that stands within. */
type Within = {
  paragraph: WordParagraph
  inserted?: ByLine | undefined
  deleted?: ByLine | undefined
  href?: string | undefined
  /** What stands in text boxes of the paragraph comes behind it. */
  after: WordBlock[]
}

export const leave = ({ left }: Pick<Reading, 'left'>, what: string) =>
  left.set(what, (left.get(what) ?? 0) + 1)

export const byLineOf = ({ attributes }: XmlElement): ByLine => ({
  author: oneLine(attributes['w:author'] ?? '').slice(0, NAME) || 'Somebody',
  at: /^\d{4}-\d\d-\d\dT\d\d:\d\d/.exec(attributes['w:date'] ?? '')?.[0] ?? null,
})

type Tracked = Pick<Within, 'inserted' | 'deleted'>

/** Blocks of the body, a note, a cell or a text box. */
export const readBlocks = (parent: XmlElement, reading: Reading, tracked: Tracked = {}): WordBlock[] =>
  parent.children.flatMap((child): WordBlock[] => {
    if (typeof child === 'string') return []
    switch (child.name) {
      case 'w:p':
        return readParagraph(child, reading, tracked)
      case 'w:tbl':
        return [readTable(child, reading, (cell) => readBlocks(cell, reading, tracked))]
      case 'w:sdt':
        return readBlocks(one(child, 'w:sdtContent') ?? EMPTY, reading, tracked)
      case 'w:ins':
      case 'w:moveTo':
        return readBlocks(child, reading, { ...tracked, inserted: byLineOf(child) })
      case 'w:del':
      case 'w:moveFrom':
        return readBlocks(child, reading, { ...tracked, deleted: byLineOf(child) })
      case 'w:customXml':
      case 'w:smartTag':
        return readBlocks(child, reading, tracked)
      case 'mc:AlternateContent':
        return readBlocks(chosen(child), reading, tracked)
      case 'w:altChunk':
        leave(reading, 'documents within the document')
        return []
      default:
        readMark(child, reading, null)
        return []
    }
  })

const EMPTY: XmlElement = { name: '', attributes: {}, children: [] }

/** The newer of two ways to say it, where it is there. */
const chosen = (element: XmlElement): XmlElement =>
  one(element, 'mc:Choice') ?? one(element, 'mc:Fallback') ?? EMPTY

/** Names of styles that say nothing that a brief would lose. */
const USUAL =
  /^(?:normal|standard|default|body text.*|text body.*|first paragraph|compact|no spacing|list.*|.*list paragraph|footnote.*|endnote.*|table.*|header|footer|figure|annotation text|comment text|contents.*|toc.*|index.*)$/i

const readParagraph = (element: XmlElement, reading: Reading, tracked: Tracked): WordBlock[] => {
  const properties = one(element, 'w:pPr')
  const style = valueOf(properties, 'w:pStyle')
  const { role, level, list: styled } = reading.styles.paragraph(style)
  const paragraph: WordParagraph = { is: 'paragraph', role, runs: [] }
  if (level !== undefined) paragraph.level = level
  if (role === 'plain' && style && !USUAL.test(reading.styles.nameOf(style)))
    leave(
      reading,
      `paragraphs in the style “${oneLine(reading.styles.nameOf(style)).slice(0, 60)}”, read as plain ones`,
    )
  const outline = Number(valueOf(properties, 'w:outlineLvl') ?? 9)
  if (role === 'plain' && outline < 6) Object.assign(paragraph, { role: 'heading', level: outline + 1 })
  const numbered = one(properties, 'w:numPr')
  const id = valueOf(numbered, 'w:numId') ?? styled?.numbering
  const depth = Number(valueOf(numbered, 'w:ilvl') ?? styled?.depth ?? 0) || 0
  // A heading that is numbered is a heading.
  const listLevel = id && paragraph.role !== 'heading' ? reading.numbering(id, depth) : null
  if (id && listLevel) paragraph.list = { id, depth: Math.min(8, Math.max(0, depth)), ...listLevel }
  const bidi = isOn(properties, 'w:bidi')
  if (bidi) paragraph.dir = 'rtl'
  const mark = one(properties, 'w:rPr')
  const [inserted, deleted] = [
    one(mark, 'w:ins') ?? one(mark, 'w:moveTo'),
    one(mark, 'w:del') ?? one(mark, 'w:moveFrom'),
  ]
  if (inserted || tracked.inserted) paragraph.inserted = tracked.inserted ?? byLineOf(inserted!)
  if (deleted || tracked.deleted) paragraph.deleted = tracked.deleted ?? byLineOf(deleted!)
  for (const bookmark of reading.bookmarks.values()) bookmark.paragraph ??= paragraph
  for (const remark of reading.remarks.values()) remark.paragraph ??= paragraph
  const after: WordBlock[] = []
  readRuns(element, reading, { paragraph, after, ...tracked })
  const around = reading.fields.find(({ means }) => means?.is === 'contents' || means?.is === 'bibliography')
  if (around?.means?.is === 'contents') paragraph.role = 'contents'
  if (around?.means?.is === 'bibliography') paragraph.role = 'bibliography'
  if (paragraph.runs.length === 0 && one(properties, 'w:pBdr') && role === 'plain') paragraph.role = 'rule'
  return [paragraph, ...after]
}

const readRuns = (parent: XmlElement, reading: Reading, within: Within): void => {
  for (const child of parent.children) {
    if (typeof child === 'string') continue
    switch (child.name) {
      case 'w:r':
        readRun(child, reading, within)
        break
      case 'w:ins':
      case 'w:moveTo':
        readRuns(child, reading, { ...within, inserted: byLineOf(child) })
        break
      case 'w:del':
      case 'w:moveFrom':
        readRuns(child, reading, { ...within, deleted: byLineOf(child) })
        break
      case 'w:hyperlink':
        readRuns(child, reading, { ...within, href: linkOf(child, reading) ?? within.href })
        break
      case 'w:fldSimple':
        readSimpleField(child, reading, within)
        break
      case 'w:sdt':
        readControl(child, reading, within)
        break
      case 'mc:AlternateContent':
        readRuns(chosen(child), reading, within)
        break
      case 'm:oMath':
      case 'm:oMathPara':
        leave(reading, 'formulas, read as plain text')
        say(formulaOf(child), reading, within)
        break
      case 'w:pPr':
      case 'w:sdtPr':
        break
      case 'w:smartTag':
      case 'w:customXml':
      case 'w:dir':
      case 'w:bdo':
      case 'w:sdtContent':
        readRuns(child, reading, within)
        break
      default:
        readMark(child, reading, within.paragraph)
    }
  }
}

/** Where a bookmark or a remark begins or ends. */
const readMark = ({ name, attributes }: XmlElement, reading: Reading, paragraph: WordParagraph | null) => {
  const id = attributes['w:id'] ?? ''
  if (name === 'w:bookmarkStart') {
    const named = attributes['w:name'] ?? ''
    if (isOurBookmark(named)) reading.bookmarks.set(id, { name: named, paragraph, hasWords: false })
  } else if (name === 'w:bookmarkEnd') {
    const bookmark = reading.bookmarks.get(id)
    // What stood there is gone: it may have come to lie anywhere.
    if (bookmark?.paragraph && bookmark.hasWords) (bookmark.paragraph.bookmarks ??= []).push(bookmark.name)
    reading.bookmarks.delete(id)
  } else if (name === 'w:commentRangeStart' && reading.part === 'body') {
    reading.remarks.set(id, { paragraph, words: '', isOpen: true })
  } else if (name === 'w:commentRangeEnd') {
    const remark = reading.remarks.get(id)
    if (remark) remark.isOpen = false
  }
}

const linkOf = (element: XmlElement, reading: Reading): string | null => {
  const link = reading.links.get(element.attributes['r:id'] ?? '')
  if (!link) return null
  const address = link.isOutside ? safeAddress(link.target) : null
  if (!address) leave(reading, 'links of a kind that is not allowed, read as plain text')
  return address
}

const formulaOf = (element: XmlElement): string =>
  element.children
    .map((child) =>
      typeof child === 'string' ? '' : child.name === 'm:t' ? child.children.join('') : formulaOf(child),
    )
    .join('')

/** Whether it stands in what a field shows in place of what it is: a citation's words follow from its data. */
const isShown = ({ fields }: Reading): boolean => fields.some(({ means }) => means?.is === 'citation')
const isInCode = ({ fields }: Reading): boolean => fields.some(({ result }) => !result)

const fieldLink = ({ fields }: Reading): string | undefined => {
  const link = fields.findLast(({ means }) => means?.is === 'link')?.means
  return link?.is === 'link' ? (link.href ?? undefined) : undefined
}

const readControl = (element: XmlElement, reading: Reading, within: Within) => {
  const citation = citationOfTag(valueOf(one(element, 'w:sdtPr'), 'w:tag') ?? '')
  const content = one(element, 'w:sdtContent') ?? EMPTY
  if (!citation) return readRuns(content, reading, within)
  begin({ is: 'citation', citation }, reading, within)
  readRuns(content, reading, within)
  reading.fields.pop()
}

const readSimpleField = (element: XmlElement, reading: Reading, within: Within) => {
  begin(meaningOf(element.attributes['w:instr'] ?? ''), reading, within)
  readRuns(element, reading, within)
  reading.fields.pop()
}

/** A field whose instruction is known, at the place where it begins to show something. */
const begin = (means: FieldMeaning, reading: Reading, within: Within) => {
  const isNested = isShown(reading)
  reading.fields.push({ code: '', result: true, means })
  show(means, reading, within, isNested)
}

const show = (means: FieldMeaning, reading: Reading, within: Within, isNested: boolean) => {
  if (means.is === 'shown' && means.named) leave(reading, means.named)
  if (means.is !== 'citation' || isNested) return
  put({ is: 'citation', citation: means.citation }, reading, within)
}

const readFieldMark = (element: XmlElement, reading: Reading, within: Within) => {
  const { fields } = reading
  const kind = element.attributes['w:fldCharType']
  if (kind === 'begin') {
    if (fields.length < 50) fields.push({ code: '', result: false, means: null })
    return
  }
  const field = fields.at(-1)
  if (!field) return
  const understand = () => {
    if (field.means) return
    const isNested = isShown(reading)
    field.means = meaningOf(field.code)
    field.result = true
    show(field.means, reading, within, isNested)
  }
  understand()
  if (kind === 'end') fields.pop()
}

const TEXT_IN = /^[\d+\-−=()ni]+$/
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ'
const LOWERED = '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₙᵢ'
const PLAIN = '0123456789+-−=()ni'

/** Raised figures have letters of their own; other raised words are only words in a brief. */
const raised = (words: string, properties: XmlElement | undefined, reading: Reading): string => {
  const place = valueOf(properties, 'w:vertAlign')
  if (place !== 'superscript' && place !== 'subscript') return words
  if (!TEXT_IN.test(words)) {
    if (/[\p{L}\p{N}]/u.test(words)) leave(reading, 'raised or lowered words, read as plain ones')
    return words
  }
  const letters = place === 'superscript' ? RAISED : LOWERED
  return [...words].map((letter) => letters[PLAIN.indexOf(letter)]!).join('')
}

const readRun = (run: XmlElement, reading: Reading, within: Within): void => {
  const properties = one(run, 'w:rPr')
  const look = lookOf(properties, reading)
  if (isOn(properties, 'w:vanish')) {
    // Reference managers hide parts of their fields.
    if (below(run, 'w:t') && !isInCode(reading)) leave(reading, 'hidden words, left out')
    if (!below(run, 'w:fldChar') && !below(run, 'w:instrText')) return
  }
  const tell = (words: string) => say(words, reading, within, look)
  for (const child of run.children) {
    if (typeof child === 'string') continue
    switch (child.name) {
      case 'w:t':
      case 'w:delText':
        tell(raised(child.children.join(''), properties, reading))
        break
      case 'w:instrText':
      case 'w:delInstrText': {
        const field = reading.fields.at(-1)
        if (field && !field.result) field.code += child.children.join('')
        break
      }
      case 'w:fldChar':
        readFieldMark(child, reading, within)
        break
      case 'w:tab':
      case 'w:ptab':
        tell('\t')
        break
      case 'w:br':
      case 'w:cr':
        if (!/^(?:page|column)$/.test(child.attributes['w:type'] ?? '')) tell('\n')
        break
      case 'w:noBreakHyphen':
        tell('\u2011')
        break
      case 'w:sym':
        leave(reading, 'signs of a font of their own, left out')
        break
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        readNoteMark(child, reading, within)
        break
      case 'w:ruby':
        readRuns(one(child, 'w:rubyBase') ?? EMPTY, reading, within)
        break
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        readDrawing(child, reading, within)
        break
      case 'mc:AlternateContent':
        readRun({ ...chosen(child), children: [...chosen(child).children] }, reading, within)
        break
      case 'w:rPr':
        break
      default:
        readMark(child, reading, within.paragraph)
    }
  }
}

const lookOf = (properties: XmlElement | undefined, reading: Reading): TextMark[] => {
  const marks = { ...reading.styles.character(valueOf(properties, 'w:rStyle')), ...marksOf(properties) }
  const on = (['bold', 'italic', 'strike', 'code'] as const).filter((mark) => marks[mark])
  // Code has no other look in a brief.
  return on.includes('code') ? ['code'] : on
}

const say = (words: string, reading: Reading, within: Within, marks: TextMark[] = []): void => {
  if (words === '' || isInCode(reading)) return
  for (const remark of reading.remarks.values())
    if (remark.isOpen && remark.words.length < REMARKED) remark.words += words
  if (isShown(reading)) return
  reading.characters += words.length
  if (reading.characters > reading.most)
    throw new Refusal(
      'too-large',
      `The text in it is larger than ${reading.most / 1024 / 1024} MB. Nothing was changed; bring in the part that you need.`,
    )
  put({ is: 'text', text: words, ...(marks.length > 0 && { marks }) }, reading, within)
}

type Bare =
  | { is: 'text'; text: string; marks?: TextMark[] }
  | { is: 'note'; note: number }
  | { is: 'citation'; citation: Extract<WordRun, { is: 'citation' }>['citation'] }
  | { is: 'picture'; picture: number; alt: string }

const put = (bare: Bare, reading: Reading, { paragraph, inserted, deleted, href }: Within) => {
  for (const bookmark of reading.bookmarks.values()) bookmark.hasWords = true
  const address = href ?? fieldLink(reading)
  const run: WordRun = {
    ...bare,
    ...(address && { href: address }),
    ...(inserted && { inserted }),
    ...(deleted && { deleted }),
  }
  const last = paragraph.runs.at(-1)
  // Programs cut a sentence into a run a keystroke.
  if (run.is === 'text' && last?.is === 'text' && sameLook(run, last)) last.text += run.text
  else paragraph.runs.push(run)
}

type Text = Extract<WordRun, { is: 'text' }>
const lookKey = (run: Text) => JSON.stringify({ ...run, text: '' })
const sameLook = (a: Text, b: Text) =>
  a.href === b.href && a.inserted === b.inserted && a.deleted === b.deleted && lookKey(a) === lookKey(b)

const readNoteMark = (element: XmlElement, reading: Reading, within: Within) => {
  if (isInCode(reading) || isShown(reading)) return
  // A note of a note: its words would have no place.
  if (reading.part === 'note') return leave(reading, 'notes within notes, left out')
  const name = `${element.name === 'w:endnoteReference' ? 'endnote' : 'footnote'} ${element.attributes['w:id'] ?? ''}`
  if (reading.notes.length >= NOTES) return
  put({ is: 'note', note: reading.notes.push(name) - 1 }, reading, within)
}

const readDrawing = (element: XmlElement, reading: Reading, within: Within) => {
  const box = below(element, 'w:txbxContent')
  if (box) {
    leave(reading, 'text boxes, put behind the paragraph that they stand in')
    within.after.push(...readBlocks(box, { ...reading, fields: [] }))
    return
  }
  const id =
    below(element, 'a:blip')?.attributes['r:embed'] ?? below(element, 'v:imagedata')?.attributes['r:id']
  const part = reading.links.get(id ?? '')
  if (!part || part.isOutside || reading.part === 'note')
    return leave(reading, element.name === 'w:object' ? 'embedded objects' : 'drawings and charts')
  let picture = reading.pictures.indexOf(part.target)
  if (picture < 0) {
    if (reading.pictures.length >= PICTURES) return leave(reading, `pictures beyond the first ${PICTURES}`)
    picture = reading.pictures.push(part.target) - 1
  }
  const alt = oneLine(below(element, 'wp:docPr')?.attributes.descr ?? '').slice(0, 1000)
  put({ is: 'picture', picture, alt }, reading, within)
}
