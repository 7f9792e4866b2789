/** A syntax tree as the blocks of a body. */
import type {
  BlockContent,
  Blockquote,
  DefinitionContent,
  List,
  ListItem,
  Paragraph,
  Root,
  RootContent,
} from 'mdast'
import type { BodyNode } from '../brief/body.ts'
import { canRemark, readRemarks, type Remarks } from './comment.ts'
import { type InlineContext, readInline, SPLIT } from './read-inline.ts'
import { readTable } from './read-table.ts'
import { CALLOUT_LABELS, calloutKind } from '../editor/blocks.ts'
import { schema } from '../editor/schema.ts'
import { keep } from '../brief/kept-block.ts'
import { captionWords, figureOf, isTableCaption, readPicture } from './figures.ts'
import { canonicalJson } from './json.ts'
import { SOURCES_HEADING } from './sources.ts'

export type BlocksContext = InlineContext & {
  /** The excerpt that a quotation's own citation rests on. */
  excerptOf: (citationId: string) => string | null
  /** A quotation whose citation has no tie: the words become an excerpt of the source that is named. */
  quote: (group: string, words: string) => { citation: string; excerpt: string | null } | null
}

type Blocks = readonly (RootContent | BlockContent | DefinitionContent)[]

/** Blocks nested deeper than any page is. */
const DEEPEST = 20

const textOf = (node: unknown): string => {
  const { value, children } = node as { value?: string; children?: unknown[] }
  return typeof value === 'string' ? value : (children ?? []).map(textOf).join('')
}

const paragraphOf = (text: string): BodyNode[] => {
  const plain = text.replace(/\s+/g, ' ').trim()
  return plain ? [{ type: 'paragraph', content: [{ type: 'text', text: plain }] }] : []
}

const isSourceLine = (item: ListItem): boolean => {
  const first = item.children[0]
  const start = first?.type === 'paragraph' ? first.children[0] : undefined
  if (start?.type === 'html') return /^<span id="ref-[A-Za-z0-9_]+">$/.test(start.value)
  return start?.type === 'text' && start.value.startsWith('[]{#ref-')
}

/** The generated list of sources, by the anchors that only an export writes. */
const isSourceList = (node: Blocks[number] | undefined): node is List =>
  node?.type === 'list' && node.children.length > 0 && node.children.every(isSourceLine)

const textAttrs = (remarks: Remarks): Pick<BodyNode, 'attrs'> => {
  const attrs = Object.fromEntries(
    ['claim', 'dir'].flatMap((name) => (remarks.get(name) ? [[name, remarks.get(name)]] : [])),
  )
  return Object.keys(attrs).length ? { attrs } : {}
}

const withContent = (node: BodyNode, content: BodyNode[]): BodyNode =>
  content.length ? { ...node, content } : node

/** HTML that is none of ours: its words, without what runs or styles. */
const htmlBlocks = (html: string, context: BlocksContext): BodyNode[] => {
  if (/^(?:\s*<br\s*\/?>)+\s*$/i.test(html)) {
    const breaks = html.match(/<br/gi) ?? []
    return [{ type: 'paragraph', content: breaks.map(() => ({ type: 'hardBreak' })) }]
  }
  const words = html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, ' ')
    .replace(/<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, ' ')
    .replace(/<[^<>]*>?/g, ' ')
  if (!/^\s*<!--[\s\S]*-->\s*$/.test(html)) context.report.note('html')
  return paragraphOf(words)
}

type Task = { checked: boolean; item: ListItem }

/**
 * An item with a box before its words, and what is behind the box; null without one. Readers of Markdown see no box where
 * nothing stands behind it, or a comment before it. In prose of ours it is escaped.
 */
const taskOf = (item: ListItem, context: BlocksContext): Task | null => {
  if (typeof item.checked === 'boolean') return { checked: item.checked, item }
  const at = item.children.findIndex(({ type }) => type !== 'html')
  const first = item.children[at]
  const lead = first?.type === 'paragraph' ? first.children[0] : undefined
  const box = first && /^\[([ xX])\](?: |$)/.exec(rawOf(first, context))
  if (!box || first.type !== 'paragraph' || lead?.type !== 'text') return null
  const value = lead.value.slice(box[0].length)
  const words = [...(value ? [{ ...lead, value }] : []), ...first.children.slice(1)]
  const children = [
    ...item.children.slice(0, at),
    ...(words.length ? [{ ...first, children: words }] : []),
    ...item.children.slice(at + 1),
  ]
  return { checked: box[1] !== ' ', item: { ...item, children } }
}

const readItem = (item: ListItem, context: BlocksContext, depth: number): BodyNode[] => {
  const blocks = readAll(item.children, context, depth)
  return blocks[0]?.type === 'paragraph' ? blocks : [{ type: 'paragraph' }, ...blocks]
}

const readTasks = (tasks: readonly Task[], context: BlocksContext, depth: number): BodyNode => ({
  type: 'taskList',
  content: tasks.map(({ checked, item }): BodyNode => {
    const content = readItem(item, context, depth)
    return checked ? { type: 'taskItem', attrs: { checked }, content } : { type: 'taskItem', content }
  }),
})

/** A box among items without one stands before its words. */
const readPoint = (item: ListItem, context: BlocksContext, depth: number): BodyNode => {
  const content = readItem(item, context, depth)
  if (typeof item.checked === 'boolean') {
    const box: BodyNode = { type: 'text', text: item.checked ? '☑ ' : '☐ ' }
    content[0] = { ...content[0]!, content: [box, ...(content[0]!.content ?? [])] }
  }
  return { type: 'listItem', content }
}

const inlineOfBlock = (node: Paragraph, context: BlocksContext) =>
  readInline(node.children, context).filter((n) => n.type !== SPLIT)

/** "— [@unep_2023, p. 42]" under a quotation; numbers stand in escaped brackets. */
const ATTRIBUTION = /^(?:—|–|-{2,3})\s*(\\?\[.*\])\s*$/s

/** The group under a quotation as it stands in the file: text that only reads like one is escaped there. */
const groupUnder = (node: Blockquote, remarks: Remarks, page: string): string | null => {
  const { start, end } = node.children.at(-1)?.position ?? {}
  if (node.children.at(-1)?.type !== 'paragraph' || start?.offset === undefined || remarks.has('quotation'))
    return null
  const line = page.slice(start.offset, end?.offset).replace(/\n[ \t>]*/g, ' ')
  const group = ATTRIBUTION.exec(line)?.[1]
  if (group === undefined) return null
  return remarks.has('cite') || (group.startsWith('[') && group.includes('@')) ? group : null
}

const readQuote = (node: Blockquote, remarks: Remarks, context: BlocksContext, depth: number): BodyNode[] => {
  const group = groupUnder(node, remarks, context.page)
  const cited = remarks.get('cite')
  const isOurs = cited !== undefined || remarks.has('quotation')
  const blocks = readAll(group === null ? node.children : node.children.slice(0, -1), context, depth)
  const content: BodyNode[] = blocks.length ? blocks : [{ type: 'paragraph' }]
  const isPlain = content.every((block) => block.type === 'paragraph')
  let citation: string | null = null
  let excerpt = remarks.get('quotation') || null
  if (cited !== undefined) {
    citation = context.group(cited, remarks.has('number') ? '' : (group ?? ''))
    excerpt = citation === null ? null : context.excerptOf(citation)
  } else if (group !== null && isPlain) {
    const made = context.quote(
      group,
      content.map((p) => (p.content ?? []).map((n) => n.text ?? '').join('')).join(' '),
    )
    citation = made?.citation ?? null
    excerpt = made?.excerpt ?? null
  }
  if (citation !== null) {
    const end = content.at(-1)!
    const mark: BodyNode = { type: 'citation', attrs: { id: citation } }
    if (end.type === 'paragraph')
      content[content.length - 1] = { ...end, content: [...(end.content ?? []), mark] }
    else content.push({ type: 'paragraph', content: [mark] })
  }
  if (!(isOurs || citation !== null)) return [{ type: 'blockquote', content }]
  if (!content.every((block) => block.type === 'paragraph')) {
    context.report.note('shape')
    return [{ type: 'blockquote', content }]
  }
  return [
    canRemark(excerpt) ? { type: 'quotation', attrs: { excerpt }, content } : { type: 'quotation', content },
  ]
}

const readList = (node: List, remarks: Remarks, context: BlocksContext, depth: number): BodyNode => {
  const tasks = node.ordered ? [] : node.children.flatMap((item) => taskOf(item, context) ?? [])
  if (tasks.length > 0 && tasks.length === node.children.length) return readTasks(tasks, context, depth)
  const content = node.children.map((item) => readPoint(item, context, depth))
  if (!node.ordered) return { type: 'bulletList', content }
  const type = remarks.get('type')
  const attrs = {
    ...(typeof node.start === 'number' && node.start !== 1 ? { start: node.start } : {}),
    ...(type ? { type } : {}),
  }
  return Object.keys(attrs).length
    ? { type: 'orderedList', attrs, content }
    : { type: 'orderedList', content }
}

const CALLOUT_BLOCKS = new Set(['paragraph', 'bulletList', 'orderedList', 'taskList'])

/** What Git hosts call their alerts. */
const ALERT = /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*(?:\n[ \t>]*|$)/

/** A callout by its remark, without the words that an export puts over it. */
const readCallout = (node: Blockquote, kind: string, context: BlocksContext, depth: number): BodyNode => {
  const label = CALLOUT_LABELS[calloutKind(kind)]
  const [first, ...rest] = node.children
  const isLabel = label !== '' && first?.type === 'paragraph' && first.children.length === 1
  const named = isLabel && first.children[0]!.type === 'strong' && textOf(first) === label
  return calloutOf(kind, readAll(named ? rest : node.children, context, depth), context)
}

const calloutOf = (kind: string, blocks: BodyNode[], context: BlocksContext): BodyNode => {
  const content: BodyNode[] = blocks.length ? blocks : [{ type: 'paragraph' }]
  if (!content.every(({ type }) => CALLOUT_BLOCKS.has(type))) {
    context.report.note('shape')
    return { type: 'blockquote', content }
  }
  return kind && kind !== 'box' ? { type: 'callout', attrs: { kind }, content } : { type: 'callout', content }
}

/** An alert of a Git host; null for any other quote. Prose that only begins like one is escaped in our files. */
const readAlert = (node: Blockquote, context: BlocksContext, depth: number): BodyNode | null => {
  const first = node.children[0]
  const { start, end } = first?.position ?? {}
  if (first?.type !== 'paragraph' || start?.offset === undefined) return null
  const sign = ALERT.exec(context.page.slice(start.offset, end?.offset))
  if (!sign) return null
  const [lead, ...words] = first.children
  const left = lead?.type === 'text' ? lead.value.replace(/^\[!\w+\][ \t]*\n?/, '') : ''
  const children: Paragraph['children'] = [
    ...(left && lead?.type === 'text' ? [{ ...lead, value: left }] : []),
    ...words,
  ]
  const rest = [...(children.length ? [{ ...first, children }] : []), ...node.children.slice(1)]
  return calloutOf(sign[1] === 'IMPORTANT' ? 'key-judgment' : 'box', readAll(rest, context, depth), context)
}

/** A block that a later version made, or null: its name is one that we know, or it is too large. */
const readKept = (
  node: Blocks[number],
  name: string,
  context: BlocksContext,
  depth: number,
): BodyNode | null => {
  if (schema.nodes[name]) return null
  const content = readAll(node.type === 'blockquote' ? node.children : [node], context, depth)
  return keep(content.length ? { type: name, content } : { type: name }, canonicalJson)
}

/** The picture that a paragraph begins with, and the words on the lines under it. */
const readFigure = (node: Paragraph, remarks: Remarks, context: BlocksContext): BodyNode | null => {
  const [first, ...rest] = node.children
  const picture = first?.type === 'image' ? readPicture(first.url, first.alt, remarks) : null
  if (!picture) return null
  if (rest[0]?.type === 'break') rest.shift()
  const words = readInline(rest, context).filter((n) => n.type !== SPLIT)
  return figureOf(picture, words)
}

const rawOf = ({ position }: Blocks[number], { page }: BlocksContext): string =>
  page.slice(position?.start.offset ?? 0, position?.end.offset ?? 0)

const readAll = (nodes: Blocks, context: BlocksContext, depth: number): BodyNode[] => {
  if (depth > DEEPEST) {
    context.report.note('deep')
    return nodes.flatMap((node) => paragraphOf(textOf(node)))
  }
  const out: BodyNode[] = []
  let remarks: Remarks = new Map()
  const html = (value: string) => {
    const own = readRemarks(value)
    if (!own) out.push(...htmlBlocks(value, context))
    else if (own.has('contents')) {
      out.push({ type: 'tableOfContents' })
      return own.has('empty') ? new Map() : own
    } else if (own.has('empty')) out.push({ type: 'paragraph', ...textAttrs(own) })
    else if (own.has('references')) out.push({ type: 'references' })
    else return own
    return new Map()
  }
  for (const [i, node] of nodes.entries()) {
    // A remark speaks for the block behind it, and for no other.
    let next: Remarks = new Map()
    const name = remarks.get('block')
    const whole = name === undefined ? null : readKept(node, name, context, depth + 1)
    if (whole) {
      out.push(whole)
      remarks = next
      continue
    }
    switch (node.type) {
      case 'html':
        next = html(node.value)
        break
      case 'paragraph': {
        const figure = readFigure(node, remarks, context)
        if (figure) {
          out.push(figure)
          break
        }
        const before = out.at(-1)
        if (
          nodes[i - 1]?.type === 'table' &&
          before?.type === 'table' &&
          isTableCaption(rawOf(node, context))
        ) {
          out[out.length - 1] = figureOf(before, captionWords(inlineOfBlock(node, context)))
          break
        }
        const content = inlineOfBlock(node, context)
        if (content.length) out.push(withContent({ type: 'paragraph', ...textAttrs(remarks) }, content))
        break
      }
      case 'heading': {
        // The heading of the generated list goes with it.
        if (node.depth === 2 && textOf(node) === SOURCES_HEADING && isSourceList(nodes[i + 1])) break
        const attrs = { ...(node.depth === 1 ? {} : { level: node.depth }), ...textAttrs(remarks).attrs }
        const content = readInline(node.children, context).filter((n) => n.type !== SPLIT)
        out.push(
          withContent(Object.keys(attrs).length ? { type: 'heading', attrs } : { type: 'heading' }, content),
        )
        break
      }
      case 'blockquote': {
        const kind = remarks.get('callout')
        const callout =
          kind === undefined
            ? remarks.size === 0
              ? readAlert(node, context, depth + 1)
              : null
            : readCallout(node, kind, context, depth + 1)
        out.push(...(callout ? [callout] : readQuote(node, remarks, context, depth + 1)))
        break
      }
      case 'list':
        // The headings that an export put where the table of contents is.
        if (remarks.has('contents')) break
        if (!isSourceList(node)) out.push(readList(node, remarks, context, depth + 1))
        break
      case 'table':
        out.push(readTable(node, remarks, (content) => readInline(content, context)))
        break
      case 'code': {
        // Pandoc writes a comment as a block of raw HTML.
        if (node.lang === '{=html}') {
          next = html(node.value)
          break
        }
        const language = [node.lang, node.meta].filter((part) => part).join(' ')
        const code: BodyNode = language ? { type: 'codeBlock', attrs: { language } } : { type: 'codeBlock' }
        out.push(withContent(code, node.value ? [{ type: 'text', text: node.value }] : []))
        break
      }
      case 'thematicBreak':
        out.push({ type: 'horizontalRule' })
        break
      default:
        break
    }
    remarks = next
  }
  return out
}

/** The body of a page, without the list of sources that an export made. */
export const readBlocks = (tree: Root, context: BlocksContext): BodyNode => {
  const content = readAll(tree.children, context, 0)
  return content.length ? { type: 'doc', content } : { type: 'doc' }
}

/** The blocks of a footnote's own text. */
export const readNoteBlocks = (children: Blocks, context: BlocksContext): BodyNode[] =>
  readAll(children, { ...context, inNote: true }, 0)
