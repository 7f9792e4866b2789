/**
 * Walks an element as a reader's eye does and gives its blocks. Without recursion: a page nested a hundred
 * thousand deep is walked like any other.
 */
import { type Block, oneLine } from './text-blocks.ts'

/** Never read, with all that is in them. */
const LEFT_OUT = new Set(
  (
    'script style noscript template iframe frame object embed applet svg math canvas audio video map nav ' +
    'button select option textarea input datalist meter progress dialog head title link meta'
  ).split(' '),
)

/** Flow on with the words around them; every other element begins and ends a block. */
const INLINE = new Set(
  (
    'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q rp rt ruby s samp ' +
    'small span strike strong sub sup time tt u var wbr br'
  ).split(' '),
)

const HEADING = /^h([1-6])$/

/** Room for breaking a word, not part of it. */
const BREAKERS = /[\u00ad\u200b\u2060\ufeff]/g

type Context = { kind: Block['kind']; level?: number }

export const blocksOfPage = (root: Element): { blocks: Block[]; elements: number; depth: number } => {
  const blocks: Block[] = []
  const contexts: Context[] = [{ kind: 'paragraph' }]
  let words = ''
  let elements = 0
  let depth = 0
  let deepest = 0
  let pre = 0
  /** Cells of the rows that are open, a list for each table in a table. */
  const rows: string[][] = []

  const taken = () => {
    const text = pre ? words.replace(/^\n+|\s+$/g, '') : wrapped(words)
    words = ''
    return text.replace(BREAKERS, '')
  }
  const flush = () => {
    if (rows.length) {
      // A paragraph in a cell is still the cell.
      words += ' '
      return
    }
    const text = taken()
    if (text) blocks.push({ ...contexts.at(-1)!, text })
  }

  const enter = (element: Element, name: string): boolean => {
    elements++
    if (LEFT_OUT.has(name) || element.hasAttribute('hidden')) return false
    if (++depth > deepest) deepest = depth
    if (name === 'br') words += '\n'
    if (name === 'q') words += '“'
    if (INLINE.has(name)) return true
    if (isRow(name, element)) {
      flush()
      if (rows.length) words = ''
      rows.push([])
    } else if (!isCell(name)) flush()
    const heading = HEADING.exec(name)
    if (name === 'pre') pre++
    if (heading) contexts.push({ kind: 'heading', level: Number(heading[1]) })
    else if (name === 'li') contexts.push({ kind: 'list-item' })
    else if (name === 'blockquote') contexts.push({ kind: 'quote' })
    else if (name === 'pre') contexts.push({ kind: 'code' })
    else contexts.push(contexts.at(-1)!)
    return true
  }

  const leave = (element: Element, name: string) => {
    depth--
    if (name === 'q') words += '”'
    if (INLINE.has(name)) return
    if (isCell(name) && rows.length) rows.at(-1)!.push(oneLine(taken()))
    else if (isRow(name, element) && rows.length) {
      const cells = rows.pop()!
      const text = cells.join(' | ')
      if (rows.length) words = text
      else if (cells.some((cell) => cell !== '')) blocks.push({ kind: 'row', text })
    } else flush()
    if (name === 'pre') pre--
    contexts.pop()
  }

  for (let node: Node | null = root.firstChild; node;) {
    const element = node.nodeType === 1 ? (node as Element) : null
    if (node.nodeType === 3) words += pre ? node.nodeValue : (node.nodeValue ?? '').replace(/\s+/g, ' ')
    const name = element?.localName.toLowerCase() ?? ''
    const inside = element !== null && enter(element, name)
    if (inside && node.firstChild) {
      node = node.firstChild
      continue
    }
    if (inside && element) leave(element, name)
    while (node && !node.nextSibling) {
      node = node.parentNode
      if (!node || node === root) break
      leave(node as Element, (node as Element).localName.toLowerCase())
    }
    node = node && node !== root ? node.nextSibling : null
  }
  flush()
  return { blocks, elements, depth: deepest }
}

const isCell = (name: string) => name === 'td' || name === 'th'

/** A row of one cell is a page laid out with tables, not a table. */
const isRow = (name: string, element: Element): boolean => {
  if (name !== 'tr') return false
  let cells = 0
  for (let child = element.firstElementChild; child && cells < 2; child = child.nextElementSibling)
    if (isCell(child.localName.toLowerCase())) cells++
  return cells > 1
}

/** One space for a run of white space; a `br` stays a line break. */
const wrapped = (words: string) =>
  words
    .split('\n')
    .map(oneLine)
    .join('\n')
    .replace(/\n{2,}/g, '\n')
    .trim()
