/**
 * Tables as GitHub's pipe tables. What these cannot hold (spans, widths, a column with two alignments) is left to
 * the remainder in the ties; the cells' words stand here all the same.
 */
import type { BodyNode } from '../brief/body.ts'
import { type InlineOptions, writeInline } from './inline.ts'

export type WrittenTable = {
  text: string
  /** The first row is no heading: the pipe table's heading row is empty and stands for nothing. */
  headless: boolean
  /** The first cell of every row is a heading. */
  rowHeads: boolean
}

/** Between two paragraphs of one cell: a line break to every reader, and a mark for the way back. */
const PARAGRAPH = ' <br><!-- p --> '

const cellsOf = (row: BodyNode): BodyNode[] => row.content ?? []

const spanOf = (cell: BodyNode): number => {
  const span = cell.attrs?.colspan
  return typeof span === 'number' && Number.isInteger(span) && span > 1 ? Math.min(span, 100) : 1
}

const isHead = (cell: BodyNode | undefined) => cell?.type === 'tableHeader'

const RULES: Record<string, string> = { left: ':--', center: ':-:', right: '--:' }

export const writeTable = (table: BodyNode, inline: Omit<InlineOptions, 'place'>): WrittenTable => {
  const rows = table.content ?? []
  const write = (cell: BodyNode) =>
    (cell.content ?? [])
      .map((p) => writeInline(p.content ?? [], { ...inline, place: 'cell' }))
      .join(PARAGRAPH)
  const grid = rows.map((row) =>
    cellsOf(row).flatMap((cell) => [write(cell), ...Array.from({ length: spanOf(cell) - 1 }, () => '')]),
  )
  const width = Math.max(1, ...grid.map((cells) => cells.length))
  const [first] = rows
  const headless = !(first && cellsOf(first).length > 0 && cellsOf(first).every(isHead))
  const below = headless ? rows : rows.slice(1)
  const rowHeads = below.length > 0 && below.every((row) => isHead(cellsOf(row)[0]))
  const line = (cells: string[]) => {
    const all = Array.from({ length: width }, (_, i) => cells[i] ?? '')
    return `|${all.map((cell) => (cell ? ` ${cell} ` : ' ')).join('|')}|`
  }
  const aligned = first
    ? cellsOf(first).flatMap((c) => Array.from({ length: spanOf(c) }, () => c.attrs?.align))
    : []
  const rule = line(Array.from({ length: width }, (_, i) => RULES[String(aligned[i])] ?? '---'))
  const lines = headless
    ? [line([]), rule, ...grid.map(line)]
    : [line(grid[0] ?? []), rule, ...grid.slice(1).map(line)]
  return { text: lines.join('\n'), headless, rowHeads }
}
