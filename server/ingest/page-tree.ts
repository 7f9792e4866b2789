/**
 * Mark-up into a tree, by the rules of the HTML Standard (parse5). Refuses pages that are larger or deeper than any
 * that somebody wrote.
 */
import type { Element, Nodes, Root } from 'hast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { TEXT_LIMIT } from '../../shared/wire/inputs.ts'
import { Refusal } from '../../shared/wire/refusal.ts'
import { refuseOvergrown } from './page-size.ts'

/** Elements and texts: a long law has half of it. */
const NODES = 100_000
/** Pages are some thirty deep. */
const DEPTH = 256

/** Pictures and fonts that a page saved as one file carries in its attributes and style sheets. */
const CARRIED = /data:[\w.+-]*\/[\w.+-]*(?:;[\w.=+-]*)*,[^"'()<>\s]*/gi

const parser = unified().use(rehypeParse).freeze()

/** Throws Refusal `too-large`. */
export const pageTree = (html: string): Root => {
  const bare = html.includes('data:') ? html.replace(CARRIED, 'data:,') : html
  if (bare.length > TEXT_LIMIT)
    throw new Refusal(
      'too-large',
      `This page is larger than ${TEXT_LIMIT / 1024 / 1024} MB without its pictures. Nothing was added; paste the text that you need.`,
    )
  refuseOvergrown(bare)
  const tree = parsed(bare)
  measure(tree)
  return tree
}

const parsed = (html: string): Root => {
  try {
    return parser.parse(html)
  } catch (error) {
    // The parser itself goes as deep as it must; what makes a tree of it goes as deep as the stack.
    if (error instanceof RangeError) return refuse('is nested too deep')
    throw error
  }
}

const measure = (tree: Root): void => {
  let nodes = 0
  const level: [node: Nodes, depth: number][] = [[tree, 0]]
  for (let next = level.pop(); next; next = level.pop()) {
    const [node, depth] = next
    if (node.type === 'text' && node.value.trim() === '') continue
    if (++nodes > NODES) refuse('has too many elements')
    if (depth > DEPTH) refuse('is nested too deep')
    if ('children' in node) for (const child of node.children) level.push([child, depth + 1])
  }
}

const refuse = (what: string): never => {
  throw new Refusal(
    'too-large',
    `This page ${what} to be read. Nothing was added; paste the text that you need.`,
  )
}

/** The first element of that name, in the order of the page. */
export const findElement = (tree: Nodes, name: string): Element | null => {
  if (tree.type === 'element' && tree.tagName === name) return tree
  if (!('children' in tree)) return null
  for (const child of tree.children) {
    const found = findElement(child, name)
    if (found) return found
  }
  return null
}
