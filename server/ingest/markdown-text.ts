/**
 * Blocks of a Markdown text, without its marks: what a reader of the page sees. It is parsed a piece at a time,
 * from blank line to blank line: parsing takes time that can grow with the square of what is parsed at once.
 */
import type { Nodes, Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'
import type { CslItem } from '../../shared/cite/csl.ts'
import { markdownPieces } from './markdown-pieces.ts'
import { plainText } from '../../shared/capture/plain-text.ts'
import { type Block, type Extracted, joinBlocks, oneLine } from '../../shared/capture/text-blocks.ts'

/** Parsing holds up everybody else, up to nine seconds a megabyte: what is larger is read as plain text. */
const LARGE = 300_000

export const markdownText = (text: string): Extracted => {
  if (text.length > LARGE) return plainText(text)
  const { fields, rest } = frontMatter(text)
  const blocks = markdownPieces(rest).flatMap(({ text: piece, parse }) =>
    parse ? blocksOf(treeOf(piece)) : [{ kind: 'paragraph' as const, text: oneLine(piece) }],
  )
  const heading = blocks.find((block) => block.kind === 'heading' && block.level === 1)
  const guess: Partial<CslItem> = { ...(heading ? { title: oneLine(heading.text) } : {}), ...fields }
  return { ...joinBlocks(blocks), guess, extractor: 'markdown-text 1' }
}

const treeOf = (markdown: string): Root =>
  fromMarkdown(markdown, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] })

const blocksOf = (root: Root): Block[] => {
  const blocks: Block[] = []
  const visit = (node: Nodes, kind: Block['kind']) => {
    switch (node.type) {
      case 'heading':
        blocks.push({ kind: 'heading', level: node.depth, text: inline(node).trim() })
        return
      case 'paragraph':
        blocks.push({ kind, text: inline(node).trim() })
        return
      case 'code':
        blocks.push({ kind: 'code', text: node.value.replace(/^\n+|\s+$/g, '') })
        return
      case 'tableRow':
        blocks.push({ kind: 'row', text: node.children.map((cell) => oneLine(inline(cell))).join(' | ') })
        return
      case 'blockquote':
        for (const child of node.children) visit(child, 'quote')
        return
      case 'listItem':
        for (const child of node.children) visit(child, 'list-item')
        return
      case 'root':
      case 'list':
      case 'table':
        for (const child of node.children) visit(child, kind)
    }
  }
  visit(root, 'paragraph')
  return blocks
}

/** Raw HTML inside a line is mark-up, never words. */
const inline = (node: Nodes): string => {
  if (node.type === 'break') return '\n'
  if (node.type === 'html') return ''
  if (node.type === 'text' || node.type === 'inlineCode') return node.value.replace(/[ \t]*\n[ \t]*/g, ' ')
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? ''
  return 'children' in node ? node.children.map(inline).join('') : ''
}

/** The lines between `---` at the top: not part of the text, but its title may stand there. */
const frontMatter = (text: string): { fields: Partial<CslItem>; rest: string } => {
  const match = /^---[ \t]*\n([^]{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text)
  if (!match) return { fields: {}, rest: text }
  const title = /^title:[ \t]*(?:"([^"\n]+)"|'([^'\n]+)'|([^\n"'|>[{].*))$/m.exec(match[1]!)
  const found = oneLine(title?.[1] ?? title?.[2] ?? title?.[3] ?? '').slice(0, 500)
  return { fields: found ? { title: found } : {}, rest: text.slice(match[0].length) }
}
