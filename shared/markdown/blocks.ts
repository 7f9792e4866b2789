/** The blocks of a body as the tree that mdast-util-to-markdown writes. Lines of text come ready made. */
import type { BlockContent, Html, ListItem, Literal, Paragraph, RootContent } from 'mdast'
import { type Options, toMarkdown } from 'mdast-util-to-markdown'
import type { BodyNode } from '../brief/body.ts'
import { keptLines, keptNode } from '../brief/kept-block.ts'
import { NO_SOURCE, numberGroup, pandocGroup } from './cites.ts'
import { canRemark, writeRemarks } from './comment.ts'
import { contentsList } from './contents.ts'
import { escapeProse } from './escape.ts'
import { CALLOUT_LABELS, calloutKind } from '../editor/blocks.ts'
import { sizeRemark, writePicture } from './figures.ts'
import { type InlineCitation, type InlineOptions, writeInline } from './inline.ts'
import type { MarkdownOptions } from './options.ts'
import type { Portable } from './portable.ts'
import { type SourceList, SOURCES_HEADING } from './sources.ts'
import { writeTable } from './tables.ts'

/** Markdown that is written as it is. Our own node: to-markdown would escape `[@`. */
interface Ready extends Literal {
  type: 'ready'
}
declare module 'mdast' {
  interface PhrasingContentMap {
    ready: Ready
  }
  interface RootContentMap {
    ready: Ready
  }
  interface BlockContentMap {
    ready: Ready
  }
}

/** A comment stands on the line before its block, unless it is all there is. */
const standsAlone = (comment: string) => /(?:empty|references|contents, empty) -->$/.test(comment)

const WRITING: Options = {
  bullet: '-',
  rule: '*',
  fences: true,
  listItemIndent: 'one',
  handlers: { ready: (node: Ready) => node.value },
  join: [(left) => (left.type === 'html' ? (standsAlone(left.value) ? 1 : 0) : undefined)],
}

export type BlocksInput = {
  brief: Portable
  options: Required<MarkdownOptions>
  /** The generated list, that stands where the first `references` block of the page is, else at its end. */
  sources: SourceList | null
}

const ready = (value: string): Ready => ({ type: 'ready', value })
const paragraph = (text: string): Paragraph => ({ type: 'paragraph', children: [ready(text)] })
const remark = (...remarks: [string, string][]): Html[] => {
  const value = writeRemarks(remarks)
  return value ? [{ type: 'html', value }] : []
}

type Marks = Omit<InlineOptions, 'place'>
type Writer = BlocksInput & { inCell: Marks; inText: Marks }

/** Numbers are told from keys: only keys can be held against the ties. */
const citeRemarks = (options: Required<MarkdownOptions>, id: string): [string, string][] =>
  options.citations === 'plain'
    ? [
        ['cite', id],
        ['number', ''],
      ]
    : [['cite', id]]

/** The group, marked with the citation's id so that the tie is found again. */
const inlineGroup = ({ brief, options }: BlocksInput, id: string): InlineCitation => {
  const record = brief.citations.get(id)
  const group =
    record && (options.citations === 'plain' ? numberGroup(record, brief) : pandocGroup(record, brief))
  const named = writeRemarks(citeRemarks(options, id))
  return { text: `${group || `\\[${escapeProse(NO_SOURCE)}\\]`} ${named}`, spaced: true }
}

const textRemarks = (node: BodyNode): [string, string][] => {
  const { claim, dir } = node.attrs ?? {}
  const remarks: [string, string][] = []
  if (canRemark(claim)) remarks.push(['claim', claim])
  if (canRemark(dir)) remarks.push(['dir', dir])
  return remarks
}

const writeText = (w: Writer, node: BodyNode): RootContent[] => {
  const place = node.type === 'heading' ? 'heading' : 'paragraph'
  const text = writeInline(node.content ?? [], { ...w.inText, place })
  if (node.type === 'heading') {
    const level = typeof node.attrs?.level === 'number' ? Math.min(6, Math.max(1, node.attrs.level)) : 1
    return [...remark(...textRemarks(node)), ready(`${'#'.repeat(level)} ${text}`.trimEnd())]
  }
  // A line of breaks alone would open a block of HTML, and take what follows into it.
  const isBlank = (node.content ?? []).every((child) => child.type === 'hardBreak')
  return text && !isBlank
    ? [...remark(...textRemarks(node)), paragraph(text)]
    : remark(...textRemarks(node), ['empty', ''])
}

const isEmptyParagraph = (node: BodyNode) => node.type === 'paragraph' && !node.content && !node.attrs

/** A lone empty paragraph is what every reader makes of an empty item or quote. */
const writeAll = (w: Writer, nodes: readonly BodyNode[]): RootContent[] =>
  nodes.length === 1 && isEmptyParagraph(nodes[0]!) ? [] : nodes.flatMap((node) => writeBlock(w, node))

/** The citation that ends a quotation and rests on the same excerpt becomes the line under it. */
const attribution = (w: Writer, node: BodyNode): { id: string; group: string; rest: BodyNode[] } | null => {
  const paragraphs = node.content ?? []
  const last = paragraphs.at(-1)
  const content = last?.content ?? []
  const citation = content.at(-1)
  if (!last || content.length < 2 || citation?.type !== 'citation' || citation.marks) return null
  const id = String(citation.attrs?.id ?? '')
  const record = w.brief.citations.get(id)
  const excerpt = record?.cites.find((cite) => cite.excerpt !== null)?.excerpt
  if (!record || !excerpt || excerpt !== node.attrs?.excerpt) return null
  const group = w.options.citations === 'plain' ? numberGroup(record, w.brief) : pandocGroup(record, w.brief)
  if (!group) return null
  return { id, group, rest: [...paragraphs.slice(0, -1), { ...last, content: content.slice(0, -1) }] }
}

const writeQuotation = (w: Writer, node: BodyNode): RootContent[] => {
  const under = attribution(w, node)
  if (under) {
    const children = [...under.rest.flatMap((p) => writeBlock(w, p)), paragraph(`— ${under.group}`)]
    return [
      ...remark(...citeRemarks(w.options, under.id)),
      { type: 'blockquote', children: children as BlockContent[] },
    ]
  }
  const excerpt = node.attrs?.excerpt
  return [
    ...remark(['quotation', canRemark(excerpt) ? excerpt : '']),
    { type: 'blockquote', children: writeAll(w, node.content ?? []) as BlockContent[] },
  ]
}

const LISTS = new Set(['bulletList', 'orderedList', 'taskList'])

/** The box before a task; where there are no words to stand before, it stands alone. */
const withBox = (item: BodyNode, children: BlockContent[]): BlockContent[] => {
  const box = item.attrs?.checked === true ? '[x]' : '[ ]'
  const at = children.findIndex((child) => child.type !== 'html')
  const first = children[at]
  const words = first?.type === 'paragraph' ? (first.children[0] as Ready) : undefined
  return words
    ? [...children.slice(0, at), paragraph(`${box} ${words.value}`), ...children.slice(at + 1)]
    : [paragraph(box), ...children]
}

/** The words over a callout stand in the file, so that it reads as one everywhere. */
const writeCallout = (w: Writer, node: BodyNode): RootContent[] => {
  const kind = node.attrs?.kind ?? 'box'
  const label = CALLOUT_LABELS[calloutKind(kind)]
  const blocks = writeAll(w, node.content ?? []) as BlockContent[]
  return [
    ...remark(['callout', canRemark(kind) ? kind : '']),
    { type: 'blockquote', children: label ? [paragraph(`**${label}**`), ...blocks] : blocks },
  ]
}

const writeFigure = (w: Writer, node: BodyNode): RootContent[] => {
  const [shown, caption] = node.content ?? []
  const words = writeInline(caption?.content ?? [], { ...w.inText, place: 'heading' })
  if (shown?.type !== 'picture')
    return [...(shown ? writeBlock(w, shown) : []), paragraph(`Table: ${words || '<!-- -->'}`)]
  const size = sizeRemark(shown)
  const lines = [writePicture(shown), ...(words ? [words] : [])].join('\\\n')
  return [...(size ? remark(['figure', size]) : []), paragraph(lines)]
}

/** What a later version made: its words for whoever reads the file, the whole of it in the ties. */
const writeKept = (node: BodyNode): RootContent[] => {
  const { name, data } = node.attrs ?? {}
  const lines = keptLines(keptNode(data)).map((line) =>
    paragraph(escapeProse(line.trim(), { lineStart: true })),
  )
  return [...remark(['block', canRemark(name) ? name : '']), { type: 'blockquote', children: lines }]
}

const writeContents = (w: Writer): RootContent[] => {
  const list = contentsList(w.brief.body, paragraph)
  return list ? [...remark(['contents', '']), list] : remark(['contents', ''], ['empty', ''])
}

const writeList = (w: Writer, node: BodyNode): RootContent[] => {
  const ordered = node.type === 'orderedList'
  const isTasks = node.type === 'taskList'
  const { start, type } = node.attrs ?? {}
  const items = (node.content ?? []).map((item): ListItem => {
    const blocks = item.content ?? []
    // Pandoc asks for an empty line before a quote, a table or code; lists may follow at once.
    const spread = blocks.slice(1).some((b) => !LISTS.has(b.type))
    const children = writeAll(w, blocks) as BlockContent[]
    return { type: 'listItem', spread, children: isTasks ? withBox(item, children) : children }
  })
  const first = typeof start === 'number' && Number.isInteger(start) && start >= 0 && start < 1e9 ? start : 1
  return [
    ...(ordered && canRemark(type) ? remark(['type', type]) : []),
    { type: 'list', ordered, start: ordered ? first : null, spread: false, children: items },
  ]
}

const writeBlock = (w: Writer, node: BodyNode): RootContent[] => {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return writeText(w, node)
    case 'quotation':
      return writeQuotation(w, node)
    case 'blockquote':
      return [{ type: 'blockquote', children: writeAll(w, node.content ?? []) as BlockContent[] }]
    case 'bulletList':
    case 'orderedList':
    case 'taskList':
      return writeList(w, node)
    case 'callout':
      return writeCallout(w, node)
    case 'figure':
      return writeFigure(w, node)
    case 'tableOfContents':
      return writeContents(w)
    case 'unknown':
      return writeKept(node)
    case 'codeBlock': {
      const language = node.attrs?.language
      const lang = typeof language === 'string' && /^[\w+#.-]+$/.test(language) ? language : null
      return [{ type: 'code', lang, value: (node.content ?? []).map((t) => t.text ?? '').join('') }]
    }
    case 'table': {
      const { text, headless, rowHeads } = writeTable(node, w.inCell)
      const remarks: [string, string][] = []
      if (headless) remarks.push(['headless', ''])
      if (rowHeads) remarks.push(['row-heads', ''])
      return [...remark(...remarks), ready(text)]
    }
    case 'horizontalRule':
      return [{ type: 'thematicBreak' }]
    case 'references':
      return remark(['references', ''])
    default:
      return []
  }
}

export type WrittenBlocks = {
  /** With the list of sources in its place. */
  page: string
  /** What the page names by a note, in its order: id → what it is. */
  noted: Map<string, 'citation' | 'footnote'>
  /** The text of a footnote as it stands behind its label. */
  footnote: (paragraphs: readonly BodyNode[]) => string
}

export const writeBlocks = (input: BlocksInput): WrittenBlocks => {
  const noted: WrittenBlocks['noted'] = new Map()
  const footnote = (id: string) => {
    noted.set(id, 'footnote')
    return `[^${id}]`
  }
  const inCell: Marks = { citation: (id) => inlineGroup(input, id), footnote }
  const inText: Marks = {
    citation(id) {
      if (input.options.citations !== 'footnotes') return inlineGroup(input, id)
      noted.set(id, 'citation')
      return { text: `[^${id}]`, spaced: false }
    },
    footnote,
  }
  const w: Writer = { ...input, inCell, inText }
  // A note has no notes of its own.
  const inNote: Marks = { ...inCell, footnote: () => '' }
  const writeFootnote = (paragraphs: readonly BodyNode[]): string => {
    const children = paragraphs.flatMap((node) => writeBlock({ ...w, inText: inNote }, node))
    return toMarkdown({ type: 'root', children }, WRITING).trimEnd()
  }
  const blocks = input.brief.body.content ?? []
  const place = blocks.findIndex((node) => node.type === 'references')
  const children = blocks.flatMap((node, i): RootContent[] =>
    // A heading of the writer's own before the list takes the place of ours.
    i === place
      ? [...writeBlock(w, node), ...sourceList(input.sources, blocks[i - 1]?.type !== 'heading')]
      : writeBlock(w, node),
  )
  const atEnd = place < 0 ? sourceList(input.sources, true) : []
  const page = toMarkdown({ type: 'root', children: [...children, ...atEnd] }, WRITING)
  return { page, noted, footnote: writeFootnote }
}

const sourceList = (list: SourceList | null, withHeading: boolean): RootContent[] => {
  if (!list) return []
  const children = list.lines.map((line): ListItem => ({
    type: 'listItem',
    spread: false,
    children: [paragraph(line)],
  }))
  return [
    ...(withHeading ? [ready(`## ${SOURCES_HEADING}`)] : []),
    { type: 'list', ordered: list.ordered, start: list.ordered ? 1 : null, spread: false, children },
  ]
}
