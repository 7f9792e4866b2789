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

const readItem = (item: ListItem, context: BlocksContext, depth: number): BodyNode => {
  const blocks = readAll(item.children, context, depth)
  const first = blocks[0]
  const content: BodyNode[] = first?.type === 'paragraph' ? blocks : [{ type: 'paragraph' }, ...blocks]
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
  const content = node.children.map((item) => readItem(item, context, depth))
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
    else if (own.has('empty')) out.push({ type: 'paragraph', ...textAttrs(own) })
    else if (own.has('references')) out.push({ type: 'references' })
    else return own
    return new Map()
  }
  for (const [i, node] of nodes.entries()) {
    // A remark speaks for the block behind it, and for no other.
    let next: Remarks = new Map()
    switch (node.type) {
      case 'html':
        next = html(node.value)
        break
      case 'paragraph': {
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
      case 'blockquote':
        out.push(...readQuote(node, remarks, context, depth + 1))
        break
      case 'list':
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
