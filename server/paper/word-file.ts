/**
 * A brief as a Word file (ECMA-376): every citation is a footnote at the foot of its page, and in it a field of Zotero's that carries the
 * citation's id. No clock and no chance: the same brief gives the same bytes.
 */
import type { BodyNode } from '../../shared/brief/body.ts'
import { wordsOfBlock } from '../../shared/brief/covers.ts'
import type { ReadBrief } from '../../shared/brief/read.ts'
import { tryStyle } from '../../shared/brief/styled.ts'
import type { Run } from '../../shared/cite/reference.ts'
import type { StyleData, Styled } from '../../shared/cite/styler.ts'
import { beforeStop } from '../../shared/export/before-stop.ts'
import type { ExportOptions } from '../../shared/export/formats.ts'
import { isHeaded } from '../../shared/export/headed-list.ts'
import { dayOf, saidBy } from '../../shared/export/html-notes.ts'
import type { Pictures } from '../../shared/export/pictures.ts'
import { PICTURE_ENDINGS, pictureKind } from '../../shared/brief/picture-kind.ts'
import { writtenIn } from '../../shared/words/written.ts'
import { type Portable, portable } from '../../shared/markdown/portable.ts'
import type { HouseTemplate } from '../ingest/house-template.ts'
import { type Margins, marginsOf } from './word-margins.ts'
import { marking } from './word-marks.ts'
import { noteOf, referenceOf, textOf } from './note.ts'
import { drawable, drawing, PICTURE_RELATION } from './word-picture.ts'
import { drawWord, type WordParts } from './word-blocks.ts'
import * as part from './word-parts.ts'
import { startsRightToLeft } from '../../shared/text/direction.ts'
import { field, type Links, linksOf, referenceRuns, wordRuns } from './word-runs.ts'
import { escapeXml, XML_HEAD } from '../ingest/xml-words.ts'
import { zoteroField } from './zotero-field.ts'

export type PaperFile = { name: string; bytes: Buffer }

const paragraph = (style: string, runs: string, words = ''): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/>${startsRightToLeft(words) ? '<w:bidi/>' : ''}</w:pPr>${runs}</w:p>`

const NOTE_MARK = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'

/** The parts of the file, in the order in which they are packed. */
export const wordFile = (
  brief: ReadBrief,
  options: ExportOptions = {},
  pictures: Pictures = new Map(),
  style: StyleData | null = null,
  house: HouseTemplate | null = null,
): PaperFile[] => {
  const file = portable(brief, options.audience ?? 'outside')
  const { about } = file
  const handling = about.handling?.trim() ?? ''
  const styled = tryStyle(file, style)
  if (styled && !styled.notes) file.body = beforeStop(file.body)
  const body = writeBody(file, { options, pictures, styled })
  const words = writtenIn(about.lang)
  const title = about.title || words.untitledBrief
  const by = [about.authors.join(', '), about.date ? dayOf(about.date, words) : '']
    .filter(Boolean)
    .join(' · ')
  const { head: known, drawn } = body.marks
  const head =
    paragraph('Title', known(drawn(wordRuns(title), title)), title) +
    (by && paragraph('Subtitle', drawn(wordRuns(by), by), by))
  const margins = marginsOf(handling, house, relations)
  const page = house?.page || PAGE
  const section = `<w:sectPr>${margins.references}${page}</w:sectPr>`
  const parts: [name: string, xml: string][] = [
    ['[Content_Types].xml', contentTypes(margins, Boolean(house?.theme))],
    ['_rels/.rels', relations([['rId1', 'officeDocument', 'word/document.xml']], CORE)],
    ['docProps/core.xml', part.properties({ ...about, title })],
    [
      'word/document.xml',
      `${XML_HEAD}<w:document ${part.NAMESPACES}><w:body>${head}${body.text}${section}</w:body></w:document>`,
    ],
    [
      'word/_rels/document.xml.rels',
      relations(
        [
          ['rId1', 'styles', 'styles.xml'],
          ['rId2', 'numbering', 'numbering.xml'],
          ['rId3', 'settings', 'settings.xml'],
          ['rId4', 'footnotes', 'footnotes.xml'],
          ...margins.relations,
          ...(house?.theme ? [['rIdT', 'theme', 'theme/theme1.xml'] as const] : []),
        ],
        body.links.relations() + body.pictureRelations,
      ),
    ],
    ['word/styles.xml', part.styles(about.lang, house)],
    ['word/numbering.xml', part.numbering(body.lists)],
    ['word/settings.xml', part.settings(about.lang, margins.evenAndOdd)],
    ['word/footnotes.xml', part.footnotes(body.notes)],
    ['word/_rels/footnotes.xml.rels', relations([], body.noteLinks.relations())],
    ...margins.parts,
    ...(house?.theme ? [['word/theme/theme1.xml', themePart(house.theme)] as [string, string]] : []),
  ]
  return [
    ...parts.map(([name, xml]) => ({ name, bytes: Buffer.from(inHouse(name, xml, house)) })),
    ...margins.media,
    ...body.pictures.map((hash) => ({
      name: `word/${mediaFile(hash, pictures)}`,
      bytes: Buffer.from(pictures.get(hash)!),
    })),
  ]
}

/** A4, with room for the notes. */
const PAGE =
  '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" w:header="709" w:footer="709" w:gutter="0"/>'

const themePart = (theme: string): string =>
  `${XML_HEAD}${theme.replace('<a:theme', '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"')}`

/** What names a style of ours names the house's of that name. */
const inHouse = (name: string, xml: string, house: HouseTemplate | null): string =>
  /^word\/(?:document|footnotes|header\d+|footer\d+)\.xml$/.test(name) ? part.inHouse(xml, house) : xml

const mediaFile = (hash: string, pictures: Pictures): string =>
  `media/${hash}.${PICTURE_ENDINGS[pictureKind(pictures.get(hash)!)!]}`

type Written = {
  text: string
  notes: string[]
  lists: part.Numbering[]
  links: Links
  noteLinks: Links
  pictures: string[]
  pictureRelations: string
  marks: ReturnType<typeof marking>
}

type InFile = { options: ExportOptions; pictures: Pictures; styled: Styled | null }

const writeBody = (file: Portable, { options, pictures, styled }: InFile): Written => {
  const links = linksOf(100)
  const noteLinks = linksOf(100)
  const notes: string[] = []
  const lists: part.Numbering[] = []
  const drawn: string[] = []
  const headings = headingsOf(file.body)
  const marks = marking(file.body, styled !== null && !styled.notes)
  let heading = 0
  let drewSources = false

  /** The place is taken first: a note may hold words that ask for one. */
  const addNote = (inside: (number: number) => string): string => {
    const number = notes.push('')
    notes[number - 1] = inside(number)
    return `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="${number}"/></w:r>`
  }
  const clusterIn = (id: string, runs: readonly Run[], number: number, where: Links): string => {
    const record = file.citations.get(id)
    const instruction = record && zoteroField(record, file, { text: textOf(runs), note: number })
    const shown = referenceRuns(runs, where)
    return instruction ? field(instruction, shown) : shown
  }
  const cited = (id: string, number: number) => {
    const note = noteOf(id, file, options)
    const words = note.words && ` ${note.words}`
    return {
      runs: `${clusterIn(id, styled?.clusters.get(id) ?? note.cluster, number, noteLinks)}${words && wordRuns(words)}`,
      /** What a reference manager does not write anew. */
      words: file.citations.has(id) ? words : textOf(note.cluster) + words,
    }
  }
  /** Where the style writes into the line. */
  const inLine = (id: string, where: Links): string | null => {
    const runs = styled && !styled.notes ? styled.clusters.get(id) : undefined
    return runs ? `${wordRuns(' ')}${clusterIn(id, runs, 0, where)}` : null
  }
  const house = writtenIn(file.about.lang)
  const base = {
    words: house,
    heading: (inside: string) => inside,
    contents: () => '',
    quotationFoot: () => '',
    references: () => '',
    picture: () => '',
    list: (kind: 'bullet' | 'number', depth: number, start: number) => lists.push({ kind, depth, start }),
    known: marks.known,
    drawn: marks.drawn,
  }
  // Word has no footnotes within footnotes: there a citation stands in brackets.
  const inNote: WordParts = {
    ...base,
    links: noteLinks,
    citation: (id) =>
      inLine(id, noteLinks) ?? `${wordRuns(' (')}${cited(id, notes.length).runs}${wordRuns(')')}`,
    known: (_, runs) => runs,
    footnote: () => '',
  }
  const parts: WordParts = {
    ...base,
    links,
    citation: (id) =>
      inLine(id, links) ??
      addNote((number) => {
        const { runs, words } = cited(id, number)
        return paragraph('FootnoteText', `${NOTE_MARK}${wordRuns(' ')}${marks.citationNote(runs, words)}`)
      }),
    footnote: (id) =>
      addNote(() => {
        const content = [...(file.footnotes.get(id) ?? [{ type: 'paragraph' }])]
        const text = drawWord({ type: 'footnoteText', content }, inNote, 'FootnoteText')
        return marks
          .footnote(id, content, text)
          .replace('</w:pPr>', () => `</w:pPr>${NOTE_MARK}${wordRuns(' ')}`)
      }),
    heading(inside) {
      const name = ++heading
      return `<w:bookmarkStart w:id="${name}" w:name="_Toc${name}"/>${inside}<w:bookmarkEnd w:id="${name}"/>`
    },
    contents: () => contents(headings, house.untitledSection),
    quotationFoot(excerptId) {
      const excerpt = file.excerpts.get(excerptId)
      if (!excerpt) return ''
      const source = file.sources.get(excerpt.source)
      const words = [saidBy(excerpt, house), source?.item.title ?? ''].filter(Boolean).join(' · ')
      return words && paragraph('QuoteSource', marks.drawn(wordRuns(`— ${words}`), `— ${words}`), words)
    },
    references() {
      if (drewSources || file.order.sources.length === 0) return ''
      drewSources = true
      return sources(file, links, { styled, drawn: marks.drawn })
    },
    picture(hash, alt) {
      const shown = drawable(pictures.get(hash))
      if (!shown) return ''
      if (!drawn.includes(hash)) drawn.push(hash)
      return drawing(shown, { relation: `rIdP${drawn.indexOf(hash) + 1}`, number: drawn.length, alt })
    },
  }
  const text = drawWord(file.body, parts)
  const rest = parts.references()
  return {
    text: text + rest,
    notes,
    lists,
    links,
    noteLinks,
    marks,
    pictures: drawn,
    pictureRelations: drawn
      .map(
        (hash, at) =>
          `<Relationship Id="rIdP${at + 1}" Type="${PICTURE_RELATION}" Target="${mediaFile(hash, pictures)}"/>`,
      )
      .join(''),
  }
}

const BIBLIOGRAPHY = ' ADDIN ZOTERO_BIBL {"uncited":[],"omitted":[],"custom":[]} CSL_BIBLIOGRAPHY '

type Drawing = { styled: Styled | null; drawn: WordParts['drawn'] }

const sources = (file: Portable, links: Links, { styled, drawn }: Drawing): string => {
  const name = writtenIn(file.about.lang).sources
  const head = isHeaded(file.body) ? '' : paragraph('Heading1', drawn(wordRuns(name), name))
  if (!styled || styled.bibliography.length === 0)
    return (
      head +
      file.order.sources
        .map((id) => {
          const reference = referenceOf(id, file)
          return paragraph('Bibliography', drawn(referenceRuns(reference, links), textOf(reference)))
        })
        .join('')
    )
  // One field over all entries, as Zotero's plug-in writes its list.
  const [begin, end] = field(BIBLIOGRAPHY, '\u0000').split('\u0000')
  const last = styled.bibliography.length - 1
  return (
    head +
    styled.bibliography
      .map(({ label, runs }, at) => {
        const entry = drawn(
          `${label ? wordRuns(`${label} `) : ''}${referenceRuns(runs, links)}`,
          textOf(runs),
        )
        return paragraph('Bibliography', `${at === 0 ? begin : ''}${entry}${at === last ? end : ''}`)
      })
      .join('')
  )
}

const headingsOf = (node: BodyNode): { level: number; words: string }[] =>
  node.type === 'heading'
    ? [{ level: Number(node.attrs?.level ?? 1), words: wordsOfBlock(node) }]
    : (node.content ?? []).flatMap(headingsOf)

/** Readable as it is; Word makes it anew, with pages, when it is asked to. */
const contents = (headings: readonly { level: number; words: string }[], untitled: string): string => {
  const [begin, end] = field(' TOC \\o "1-6" \\h ', '\u0000').split('\u0000')
  const lines = headings.map(
    ({ level, words }, at) =>
      `<w:hyperlink w:anchor="_Toc${at + 1}">${wordRuns(words || untitled)}</w:hyperlink>|${Math.min(3, Math.max(1, level || 1))}`,
  )
  return lines
    .map((line, at) => {
      const cut = line.lastIndexOf('|')
      const runs = `${at === 0 ? begin : ''}${line.slice(0, cut)}${at === lines.length - 1 ? end : ''}`
      return paragraph(`TOC${line.slice(cut + 1)}`, runs)
    })
    .join('')
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const CORE =
  '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>'

const relations = (
  list: readonly (readonly [id: string, type: string, target: string])[],
  more: string,
): string =>
  `${XML_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(
      ([id, type, target]) =>
        `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${escapeXml(target)}"/>`,
    )
    .join('')}${more}</Relationships>`

const PICTURE_TYPES = Object.entries(PICTURE_ENDINGS)
  .map(([kind, ending]) => `<Default Extension="${ending}" ContentType="${kind}"/>`)
  .join('')

const contentTypes = (margins: Margins, hasTheme: boolean): string => {
  const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
  const overrides: [string, string][] = [
    ['/word/document.xml', `${word}.document.main+xml`],
    ...['styles', 'numbering', 'settings', 'footnotes'].map((name): [string, string] => [
      `/word/${name}.xml`,
      `${word}.${name}+xml`,
    ]),
    ...margins.relations.map(([, kind, file]): [string, string] => [`/word/${file}`, `${word}.${kind}+xml`]),
    ...(hasTheme
      ? [
          ['/word/theme/theme1.xml', 'application/vnd.openxmlformats-officedocument.theme+xml'] as [
            string,
            string,
          ],
        ]
      : []),
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
  ]
  return `${XML_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${PICTURE_TYPES}${overrides
    .map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`)
    .join('')}</Types>`
}
