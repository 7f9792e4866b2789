/**
 * Blocks of a page's lines: paragraphs by their spacing and indents, headings by the size of their letters, tables by
 * gaps that stand one below the other. Line ends become spaces; one behind a hyphen stays, as nobody can know here
 * whether the hyphen belongs to the word.
 */
import { type Line, textOf } from './pdf-lines.ts'
import { tableRows } from './table-rows.ts'
import type { Block } from '../../shared/capture/text-blocks.ts'

/** Times the letters' size: lines of one paragraph are not further apart. */
const LEADING = 1.75
/** Times the size of most letters: larger ones head something. */
const HEADING = 1.15
const HEADING_LENGTH = 200

const ITEM = /^(?:[•◦▪‣●■–—*-]|\(?(?:\d{1,3}|[a-z])[.)])\s+/u

export const pdfBlocks = (lines: Line[]): Block[] => {
  const body = bodySize(lines)
  const sizes = [
    ...new Set(lines.map(({ size }) => Math.round(size)).filter((size) => size > body * HEADING)),
  ]
  const levels = new Map(sizes.toSorted((a, b) => b - a).map((size, i) => [size, Math.min(6, i + 1)]))
  const blocks: Block[] = []
  let tables = 0
  for (const group of grouped(lines, body)) {
    if (isTable(group)) {
      blocks.push(...tableOf(group, tables++))
      continue
    }
    const text = joined(group)
    const level = levels.get(Math.round(group[0]!.size))
    if (level !== undefined && text.length <= HEADING_LENGTH) blocks.push({ kind: 'heading', level, text })
    else if (ITEM.test(text)) blocks.push({ kind: 'list-item', text: text.replace(/^[•◦▪‣●■]\s+/u, '') })
    else blocks.push({ kind: 'paragraph', text })
  }
  return blocks
}

/** The size of most letters. */
const bodySize = (lines: Line[]): number => {
  const letters = new Map<number, number>()
  for (const line of lines) {
    const size = Math.round(line.size)
    letters.set(size, (letters.get(size) ?? 0) + textOf(line).length)
  }
  return [...letters].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 10
}

const grouped = (lines: Line[], body: number): Line[][] => {
  const groups: Line[][] = []
  for (const line of lines) {
    const group = groups.at(-1)
    if (group && goesOn(group, line, body)) group.push(line)
    else groups.push([line])
  }
  return groups
}

const goesOn = (group: Line[], line: Line, body: number): boolean => {
  const last = group.at(-1)!
  const down = last.y - line.y
  if (Math.abs(line.size - last.size) > last.size * 0.12) return false
  // Upwards or far down: another column, another paragraph.
  if (down < 0 || down > LEADING * Math.max(line.size, last.size)) return false
  if (group.length > 1) {
    const usual = (group[0]!.y - last.y) / (group.length - 1)
    if (down > usual * 1.25 + 1) return false
  }
  if (isTableLine(line) !== isTableLine(last)) return false
  if (isTableLine(line)) return true
  if (ITEM.test(textOf(line))) return false
  // An item's further lines hang below its words, not below its bullet.
  if (ITEM.test(textOf(group[0]!)) && line.left > group[0]!.left)
    return group.length === 1 || Math.abs(line.left - last.left) < body
  const width = Math.max(...group.map((each) => each.right)) - Math.min(...group.map((each) => each.left))
  const left = Math.min(...group.map((each) => each.left))
  // A last line that ends early, behind a full stop, and the next one indented: a new paragraph.
  const indented = line.left - left > body * 0.8 && line.left - last.left > body * 0.8
  const endsEarly = /[.!?:”"’)]$/u.test(textOf(last)) && last.right < left + width * 0.8 && width > body * 20
  return !indented && !endsEarly
}

const isTableLine = (line: Line) => line.pieces.length > 1

const isTable = (group: Line[]) => group.length > 1 && group.every(isTableLine)

/** Line ends become spaces, but for those behind a hyphen. */
const joined = (group: Line[]): string =>
  group
    .map(textOf)
    .reduce((text, line) => text + (/\p{L}[-\u00ad‐]$/u.test(text) ? '\n' : ' ') + line)
    .trim()

/** Pieces that overlap from line to line are a column. */
const tableOf = (group: Line[], number: number): Block[] => {
  const columns: { left: number; right: number }[] = []
  for (const piece of group.flatMap((line) => line.pieces).toSorted((a, b) => a.left - b.left)) {
    const column = columns.find((each) => piece.left < each.right && piece.right > each.left)
    if (!column) columns.push({ left: piece.left, right: piece.right })
    else if (piece.right - piece.left < (column.right - column.left) * 2) {
      column.left = Math.min(column.left, piece.left)
      column.right = Math.max(column.right, piece.right)
    }
  }
  columns.sort((a, b) => a.left - b.left)
  const rows = group.map((line) => {
    const cells = columns.map(() => '')
    for (const piece of line.pieces) {
      const at = columns.findIndex((each) => piece.left < each.right && piece.right > each.left)
      cells[at] = [cells[at], piece.text].filter(Boolean).join(' ')
    }
    return cells.map((text) => ({ text }))
  })
  return tableRows(rows, number)
}
