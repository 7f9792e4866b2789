/** Walks a cleaned page as a reader's eye does and gives its blocks. */
import type { Element, Nodes, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import { INLINE } from './page-clean.ts'
import { type Cell, tableRows } from './table-rows.ts'
import { type Block, oneLine } from '../../shared/capture/text-blocks.ts'

/** Room for breaking a word, not part of it. */
const BREAKERS = /[\u00ad\u200b\u2060\ufeff]/g

/** The kind of block that words belong to, by the element around them. */
const KINDS: Record<string, Pick<Block, 'kind' | 'level'>> = {
  h1: { kind: 'heading', level: 1 },
  h2: { kind: 'heading', level: 2 },
  h3: { kind: 'heading', level: 3 },
  h4: { kind: 'heading', level: 4 },
  h5: { kind: 'heading', level: 5 },
  h6: { kind: 'heading', level: 6 },
  li: { kind: 'list-item' },
  dd: { kind: 'list-item' },
  blockquote: { kind: 'quote' },
  pre: { kind: 'code' },
  figcaption: { kind: 'caption' },
  caption: { kind: 'caption' },
}

export const blocksOfPage = (tree: Root): Block[] => {
  const blocks: Block[] = []
  let words = ''
  let tables = 0

  const flush = (context: Pick<Block, 'kind' | 'level'>) => {
    const text = (context.kind === 'code' ? words.replace(/^\n+|\s+$/g, '') : wrapped(words)).replace(
      BREAKERS,
      '',
    )
    words = ''
    if (text) blocks.push({ ...context, text })
  }

  const visit = (node: Nodes, context: Pick<Block, 'kind' | 'level'>): void => {
    if (node.type === 'text') {
      words += context.kind === 'code' ? node.value : node.value.replace(/\s+/g, ' ')
      return
    }
    if (!('children' in node)) return
    const name = node.type === 'element' ? node.tagName : ''
    if (name === 'br') words += '\n'
    else if (name === 'q') within('“', node, context, '”')
    else if (name === 'sup' && node.type === 'element') words += raised(toString(node), words)
    else if (INLINE.has(name)) for (const child of node.children) visit(child, context)
    else {
      flush(context)
      const table = name === 'table' && node.type === 'element' ? rowsOf(node) : null
      if (table) {
        if (table.caption) {
          visit(table.caption, context)
          if (blocks.at(-1)?.kind === 'caption') blocks.at(-1)!.table = tables
        }
        blocks.push(...tableRows(table.rows, tables++))
        return
      }
      const inner = KINDS[name] ?? context
      for (const child of node.children) visit(child, inner)
      flush(inner)
    }
  }
  const within = (open: string, node: Root | Element, context: Pick<Block, 'kind'>, close: string) => {
    words += open
    for (const child of node.children) visit(child, context)
    words += close
  }

  visit(tree, { kind: 'paragraph' })
  flush({ kind: 'paragraph' })
  return blocks
}

/** Characters of a cell: what has more is a column of a page that was laid out with tables. */
const CELL = 1000

/** Null when it is no table of figures and words but a page laid out with one. */
const rowsOf = (table: Element): { caption: Element | null; rows: Cell[][] } | null => {
  if (table.properties.role === 'presentation') return null
  const rows = elementsBelow(table, 'tr', 'table')
  const cells = rows.map((row) => row.children.filter(isCell))
  const isTable =
    cells.some((row) => row.length > 1) &&
    !cells
      .flat()
      .some((cell) => elementsBelow(cell, LAID_OUT, 'table').length > 0 || toString(cell).length > CELL)
  if (!isTable) return null
  const heads = new Set(
    elementsBelow(table, 'thead', 'table').flatMap((head) => elementsBelow(head, 'tr', 'table')),
  )
  return {
    caption: elementsBelow(table, 'caption', 'table')[0] ?? null,
    rows: cells.map((row, i) =>
      row.map((cell) => ({
        text: cellText(cell),
        columns: Number(cell.properties.colSpan ?? 1),
        rows: Number(cell.properties.rowSpan ?? 1),
        head: cell.tagName === 'th' || heads.has(rows[i]!),
      })),
    ),
  }
}

/** What stands in the cells of a page's layout, and hardly in those of a table. */
const LAID_OUT = /^(?:h[1-6]|table|blockquote|pre)$/

const isCell = (node: Nodes): node is Element =>
  node.type === 'element' && (node.tagName === 'td' || node.tagName === 'th')

/** Elements of that name inside, without what stands in a table inside. */
const elementsBelow = (parent: Element, name: string | RegExp, not: string): Element[] =>
  parent.children.flatMap((child) => {
    if (child.type !== 'element') return []
    if (typeof name === 'string' ? child.tagName === name : name.test(child.tagName)) return [child]
    return child.tagName === not ? [] : elementsBelow(child, name, not)
  })

/** A paragraph in a cell is still the cell. */
const cellText = (cell: Element): string =>
  oneLine(
    blocksOfPage({ type: 'root', children: cell.children })
      .map((block) => block.text)
      .join(' '),
  )

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** A note's number, or a power, at the end of a number must not become part of it: 3¹ is not 31. */
const raised = (text: string, before: string): string =>
  /^\s*\d+\s*$/.test(text) && /\d$/.test(before)
    ? text.trim().replace(/\d/g, (digit) => RAISED[Number(digit)]!)
    : text.replace(/\s+/g, ' ')

/** One space for a run of white space; a `br` stays a line break. */
const wrapped = (words: string) =>
  words
    .split('\n')
    .map(oneLine)
    .join('\n')
    .replace(/\n{2,}/g, '\n')
    .trim()
