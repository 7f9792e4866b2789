/** Tables of a pasted page as a brief has them: paragraphs in cells, a caption as a figure's, no table that only lays things out. */
import { all, hasBlocks, isBlock, renamed, unwrap, wordsOf } from './elements.ts'
import type { Pieces } from './pieces.ts'

export function* tidyTables(root: Element): Pieces<void> {
  for (const table of all(root, 'table table')) {
    yield
    spread(table)
  }
  for (const one of all(root, 'colgroup, col')) {
    yield
    one.remove()
  }
  for (const table of all(root, 'table')) {
    yield
    const cells = all(table, 'td, th')
    // A frame around words, as letters and old pages have it.
    if (cells.length <= 1) {
      unwrapTable(table)
      continue
    }
    for (const cell of all(table, 'thead td')) headerCell(cell)
    for (const cell of cells) {
      yield
      if (root.contains(cell)) paragraphsOnly(cell)
    }
    caption(table)
  }
}

/** A table within a cell: its cells, one after the other. */
const spread = (table: Element) => {
  const holder = table.ownerDocument.createElement('div')
  for (const row of all(table, 'tr')) {
    const line = table.ownerDocument.createElement('p')
    all(row, 'td, th').forEach((cell, i) => {
      if (i > 0) line.append(' ')
      line.append(...cell.childNodes)
    })
    if (wordsOf(line) !== '') holder.append(line)
  }
  table.replaceWith(holder)
}

const unwrapTable = (table: Element) => {
  const holder = table.ownerDocument.createElement('div')
  for (const part of all(table, 'caption, td, th')) holder.append(...part.childNodes)
  table.replaceWith(holder)
}

const headerCell = (cell: Element) => {
  const header = renamedCell(cell)
  for (const name of ['colspan', 'rowspan']) {
    const value = cell.getAttribute(name)
    if (value !== null) header.setAttribute(name, value)
  }
}

const renamedCell = (cell: Element) => renamed(cell, 'th')

/** A cell holds paragraphs; a list in it becomes lines with their signs. */
const paragraphsOnly = (cell: Element): void => {
  if (!hasBlocks(cell)) return
  for (const item of all(cell, 'li')) {
    const list = item.parentElement
    const number = [...(list?.children ?? [])].indexOf(item) + 1
    const sign = list?.nodeName === 'OL' ? `${number}. ` : '• '
    const [first] = item.children
    if (first && isBlock(first) && !/^(UL|OL)$/.test(first.nodeName)) first.prepend(sign)
    else item.prepend(sign)
  }
  const lines: Element[] = []
  let line: Element | null = null
  const walk: { node: Node; inline: boolean }[] = [...cell.childNodes].map((node) => ({
    node,
    inline: false,
  }))
  const close = () => {
    line = null
  }
  for (let at = walk.shift(); at; at = walk.shift()) {
    const { node } = at
    const inside = node.nodeType === 1 && (isBlock(node) || hasBlocks(node as Element))
    if (inside) {
      if (isBlock(node)) close()
      walk.unshift(...[...node.childNodes].map((each) => ({ node: each, inline: false })), {
        node: cell.ownerDocument.createComment(''),
        inline: false,
      })
      continue
    }
    if (node.nodeType === 8) {
      close()
      continue
    }
    if (!line) {
      if (node.nodeType === 3 && wordsOf(node) === '') continue
      line = cell.ownerDocument.createElement('p')
      lines.push(line)
    }
    line.append(node)
  }
  cell.replaceChildren(...lines)
}

const caption = (table: Element): void => {
  const figure = table.closest('figure')
  const words = table.querySelector('caption') ?? figure?.querySelector('figcaption')
  if (!words || wordsOf(words) === '') {
    words?.remove()
    if (figure && !figure.hasAttribute('data-figure')) unwrap(figure)
    return
  }
  const made = table.ownerDocument.createElement('figure')
  made.setAttribute('data-figure', '')
  const line = table.ownerDocument.createElement('figcaption')
  for (const block of all(words, 'p, div, h1, h2, h3, h4, h5, h6')) unwrap(block)
  line.append(...words.childNodes)
  words.remove()
  ;(figure ?? table).replaceWith(made)
  made.append(table, line)
}
