/**
 * The highlights in a note that Zotero makes of what was marked in a file: the words, what was written to them, and the
 * colour. Its notes are HTML; those of older versions have the words in quotation marks before a link to the page.
 */
import type { Element, ElementContent, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { oneLine } from '../../shared/capture/text-blocks.ts'
import type { Highlight } from './collection-entry.ts'
import { colourName } from './mark-colour.ts'

/** A long report's marks with their mark-up; a note that is longer is no note. */
const LONGEST = 1_000_000
const MOST = 2000

export type ReadNote = {
  highlights: Highlight[]
  /** Its plain text; empty for a note of highlights. */
  text: string
}

export const readNote = (html: string): ReadNote => {
  const tree: Root = unified().use(rehypeParse, { fragment: true }).parse(html.slice(0, LONGEST))
  const blocks = elements(tree).filter(({ tagName }) => /^(?:p|li|blockquote|h[1-6])$/.test(tagName))
  const highlights = blocks.flatMap(highlightsOf).slice(0, MOST)
  if (highlights.length > 0) return { highlights, text: '' }
  const lines = blocks.length > 0 ? blocks.map(toString) : [toString(tree)]
  return { highlights, text: lines.map(oneLine).filter(Boolean).join('\n') }
}

const elements = (parent: Root | Element): Element[] =>
  (parent.children as ElementContent[]).flatMap((child) =>
    child.type === 'element' ? [child, ...elements(child)] : [],
  )

/** A highlight, what cites it, and up to the next one what was written to it. */
const highlightsOf = (block: Element): Highlight[] => {
  const found: Highlight[] = []
  for (const child of block.children) {
    const last = found.at(-1)
    if (isOf(child, 'highlight')) found.push(highlight(child))
    else if (isOf(child, 'citation')) continue
    else if (last) last.comment += textOf(child)
  }
  if (found.length === 0) found.push(...linked(block))
  return found
    .map((each) => ({ ...each, words: unquoted(oneLine(each.words)), comment: oneLine(each.comment) }))
    .filter((each) => each.words !== '')
}

const isOf = (node: ElementContent, name: string): node is Element =>
  node.type === 'element' && [node.properties.className].flat().includes(name)

const textOf = (node: ElementContent): string =>
  node.type === 'text' ? node.value : node.type === 'element' ? toString(node) : ''

const highlight = (element: Element): Highlight => {
  const said = annotation(element.properties.dataAnnotation)
  const style = elements(element).map((each) => String(each.properties.style ?? ''))[0]
  const colour = colourName(said ?? /background-color:\s*(#[0-9a-f]{6})/i.exec(style ?? '')?.[1])
  return { words: toString(element), comment: '', tags: colour ? [colour] : [] }
}

/** The colour in the data of a highlight: JSON as a part of an address would have it. */
const annotation = (data: unknown): string | null => {
  try {
    const { color } = JSON.parse(decodeURIComponent(String(data))) as { color?: unknown }
    return typeof color === 'string' ? color : null
  } catch {
    return null
  }
}

/** “The words” (Brandt 2025:3) and what was written to them. */
const linked = (block: Element): Highlight[] => {
  const at = block.children.findIndex(
    (child) =>
      child.type === 'element' && String(child.properties.href ?? '').startsWith('zotero://open-pdf/'),
  )
  if (at < 0) return []
  const before = block.children.slice(0, at).map(textOf).join('')
  const words = /^\s*["“„«](.+)["”“»]\s*\(?\s*$/su.exec(before)?.[1]
  const after = block.children
    .slice(at + 1)
    .map(textOf)
    .join('')
  return words ? [{ words, comment: after.replace(/^\s*\)/, ''), tags: [] }] : []
}

const unquoted = (words: string): string => /^["“„«](.*)["”“»]$/su.exec(words)?.[1]?.trim() ?? words
