/** The body of a brief as paragraphs and tables of a Word file, node by node of the one schema. */
import type { WrittenWords } from '../../shared/words/english.ts'
import type { BodyMark, BodyNode } from '../../shared/brief/body.ts'
import { directionOfBlock } from '../../shared/brief/direction.ts'
import { keptLines, keptNode } from '../../shared/brief/kept-block.ts'
import { calloutKind } from '../../shared/editor/blocks.ts'
import { insteadOfPicture } from '../../shared/export/pictures.ts'
import { linkRuns, type Links, type Look, wordRuns } from './word-runs.ts'
import { wordTable } from './word-table.ts'

/** What the body asks of the brief and the file around it. */
export type WordParts = {
  /** In the language of the brief. */
  words: WrittenWords
  links: Links
  /** The raised number of a citation, whose note it writes. */
  citation(id: string): string
  footnote(id: string): string
  /** Wraps the next heading, so that the list of contents leads to it. */
  heading(inside: string): string
  contents(): string
  quotationFoot(excerptId: string): string
  references(): string
  /** A picture's drawing; '' where its bytes are not here. */
  picture(hash: string, alt: string): string
  /** Makes the runs of a block known again when the file comes back (shared/word/bookmark.ts). */
  known(node: BodyNode, runs: string): string
  /** The same for what follows from the brief and stands in no block of it. */
  drawn(runs: string, words: string): string
  /** A numbering of its own for a list, at its depth. */
  list(kind: 'bullet' | 'number', depth: number, start: number): number
}

/** Where a block stands: what its paragraphs look like there. */
type Place = {
  style?: string
  /** Of the list it stands in, from 0; -1 in none. */
  depth: number
  /** Properties of the first paragraph of an item. */
  item?: { numbering: number } | { box: string }
  look?: Look
}

type Draw = (node: BodyNode, parts: WordParts, place: Place) => string

/** Twentieths of a point for a step of a list. */
export const LIST_STEP = 360
/** As deep as Word numbers lists. */
const DEEPEST = 8

/** `item` is for the first block alone. */
const inner: Draw = (node, parts, place) =>
  (node.content ?? [])
    .map((child, at) => draw(child, parts, at === 0 ? place : { ...place, item: undefined }))
    .join('')

const paragraph = (node: BodyNode, runs: string, { style, depth, item }: Place): string => {
  const indent = (depth + 1) * LIST_STEP
  const properties = [
    style ? `<w:pStyle w:val="${style}"/>` : depth >= 0 ? '<w:pStyle w:val="ListParagraph"/>' : '',
    item && 'numbering' in item
      ? `<w:numPr><w:ilvl w:val="${Math.min(depth, DEEPEST)}"/><w:numId w:val="${item.numbering}"/></w:numPr>`
      : '',
    directionOfBlock(node) === 'rtl' ? '<w:bidi/>' : '',
    depth >= 0 ? `<w:ind w:left="${indent}" w:hanging="${item ? LIST_STEP : 0}"/>` : '',
  ].join('')
  const box = item && 'box' in item ? `${wordRuns(item.box)}<w:r><w:tab/></w:r>` : ''
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${box}${runs}</w:p>`
}

const textBlock: Draw = (node, parts, place) =>
  paragraph(node, parts.known(node, inline(node, parts, place.look)), place)

const list =
  (kind: 'bullet' | 'number'): Draw =>
  (node, parts, place) => {
    const depth = place.depth + 1
    const start = Number(node.attrs?.start ?? 1)
    const numbering = parts.list(
      kind,
      Math.min(depth, DEEPEST),
      Number.isInteger(start) && start >= 0 && start < 1e9 ? start : 1,
    )
    return (node.content ?? [])
      .map((child) => draw(child, parts, { ...place, depth, item: { numbering } }))
      .join('')
  }

/** Every block of the schema; a test holds this to it. */
export const WORD_BLOCKS: Record<string, Draw> = {
  doc: inner,
  paragraph: textBlock,
  heading(node, parts, place) {
    const level = Number(node.attrs?.level ?? 1)
    const style = `Heading${Number.isInteger(level) ? Math.min(6, Math.max(1, level)) : 1}`
    return paragraph(node, parts.heading(parts.known(node, inline(node, parts))), { ...place, style })
  },
  bulletList: list('bullet'),
  orderedList: list('number'),
  listItem: (node, parts, place) =>
    node.content?.length ? inner(node, parts, place) : paragraph(node, '', place),
  taskList: (node, parts, place) =>
    (node.content ?? []).map((child) => draw(child, parts, { ...place, depth: place.depth + 1 })).join(''),
  taskItem: (node, parts, place) =>
    inner(node, parts, { ...place, item: { box: node.attrs?.checked === true ? '☑' : '☐' } }),
  callout(node, parts, place) {
    const label = parts.words.callouts[calloutKind(node.attrs?.kind)]
    const inside = { ...place, style: 'Callout' }
    return (
      (label &&
        paragraph({ type: 'paragraph' }, parts.drawn(wordRuns(label, { bold: true }), label), inside)) +
      inner(node, parts, inside)
    )
  },
  figure: inner,
  picture(node, parts, place) {
    const alt = String(node.attrs?.alt ?? '')
    const drawing = parts.picture(String(node.attrs?.sha256 ?? ''), alt)
    const instead = insteadOfPicture(node, parts.words)
    return paragraph(
      { type: 'paragraph' },
      parts.drawn(drawing || wordRuns(instead, { italic: true }), drawing ? '' : instead),
      { ...place, style: 'Figure' },
    )
  },
  caption: (node, parts, place) => textBlock(node, parts, { ...place, style: 'Caption' }),
  footnoteText: inner,
  tableOfContents: (_, parts) => parts.contents(),
  unknown: (node, parts, place) =>
    keptLines(keptNode(node.attrs?.data))
      .map((words) => paragraph({ type: 'paragraph' }, parts.drawn(wordRuns(words), words), place))
      .join(''),
  blockquote: (node, parts, place) => inner(node, parts, { ...place, style: 'Quote' }),
  quotation: (node, parts, place) =>
    inner(node, parts, { ...place, style: 'Quote' }) + parts.quotationFoot(String(node.attrs?.excerpt ?? '')),
  codeBlock: (node, parts, place) =>
    paragraph(
      node,
      parts.known(node, wordRuns((node.content ?? []).map(({ text }) => text ?? '').join(''))),
      {
        ...place,
        style: 'SourceCode',
      },
    ),
  horizontalRule: () =>
    '<w:p><w:pPr><w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="B8B2A3"/></w:pBdr></w:pPr></w:p>',
  // Two tables that touch become one: an empty line keeps them apart.
  table: (node, parts) =>
    `${wordTable(node, (cell, isHeading) =>
      inner(cell, parts, { style: 'TableText', depth: -1, ...(isHeading ? { look: { bold: true } } : {}) }),
    )}<w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr></w:p>`,
  // Within the table these are drawn by word-table.ts.
  tableRow: inner,
  tableHeader: inner,
  tableCell: inner,
  references: (_, parts) => parts.references(),
}

/** Every node of the schema that stands in a line. */
export const WORD_INLINE: Record<string, (node: BodyNode, parts: WordParts, look: Look) => string> = {
  text: (node, _, look) => wordRuns(node.text ?? '', look),
  hardBreak: () => '<w:r><w:br/></w:r>',
  citation: (node, parts) => parts.citation(String(node.attrs?.id ?? '')),
  footnote: (node, parts) => parts.footnote(String(node.attrs?.id ?? '')),
}

/** Every mark of the schema. */
export const WORD_MARKS: Record<string, Look> = {
  bold: { bold: true },
  italic: { italic: true },
  strike: { strike: true },
  code: { style: 'VerbatimChar' },
  link: { style: 'Hyperlink' },
  quoted: {},
}

const has = (node: BodyNode | undefined, type: string): BodyMark | undefined =>
  node?.marks?.find((mark) => mark.type === type)

/** The quoted words stand in quotation marks, as on the page; a link of three pieces is one link. */
export const inline = (block: BodyNode, parts: WordParts, base: Look = {}): string => {
  const nodes = block.content ?? []
  const drawn = nodes.map((node, at) => {
    const look = Object.assign(
      {},
      base,
      ...(node.marks ?? []).map(({ type }) => WORD_MARKS[type] ?? {}),
    ) as Look
    const runs = WORD_INLINE[node.type]?.(node, parts, look) ?? ''
    const quoted = (other: BodyNode | undefined) =>
      JSON.stringify(has(other, 'quoted')?.attrs ?? null) ===
        JSON.stringify(has(node, 'quoted')?.attrs ?? null) && has(other, 'quoted') !== undefined
    const isQuoted = has(node, 'quoted') !== undefined
    const opens = isQuoted && !quoted(nodes[at - 1]) ? wordRuns('“') : ''
    const closes = isQuoted && !quoted(nodes[at + 1]) ? wordRuns('”') : ''
    return { runs: opens + runs + closes, href: has(node, 'link')?.attrs?.href }
  })
  let text = ''
  for (let at = 0; at < drawn.length;) {
    const { href } = drawn[at]!
    let end = at + 1
    while (end < drawn.length && drawn[end]!.href === href) end++
    const runs = drawn
      .slice(at, end)
      .map((each) => each.runs)
      .join('')
    text += href === undefined ? runs : linkRuns(runs, href, parts.links)
    at = end
  }
  return text
}

const draw = (node: BodyNode, parts: WordParts, place: Place): string =>
  (WORD_BLOCKS[node.type] ?? inner)(node, parts, place)

export const drawWord = (node: BodyNode, parts: WordParts, style?: string): string =>
  draw(node, parts, { depth: -1, ...(style ? { style } : {}) })
