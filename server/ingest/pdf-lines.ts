/**
 * The lines of a page of a PDF, in the order in which it is read. A file draws pieces of text at places; most draw
 * them in reading order, columns too, and where one does not, the lines are put in order by their places.
 */

/** As pdf.js gives them. */
type Item =
  | {
      str: string
      transform: number[]
      width: number
      height: number
      hasEOL: boolean
      dir: string
      fontName: string
    }
  | { type: string }

/** Words that stand together; a wide gap parts cells of a table. */
export type Piece = { text: string; left: number; right: number }

/** Units are 1/72 inch; `y` is the base line, from the bottom of the page. */
export type Line = {
  pieces: Piece[]
  left: number
  right: number
  y: number
  /** Size of the letters. */
  size: number
  font: string
  /** Height of the page. */
  page: number
}

/** Of the letters' size: what is higher or lower is another line; notes' numbers are raised by a third. */
const SAME_LINE = 0.5
/** Of the letters' size: a space that the file does not draw. */
const WORD_GAP = 0.17
/** Of the letters' size: more than the widest space of justified text. */
const CELL_GAP = 1.6

export const linesOfPage = (items: readonly unknown[], page: number): Line[] => {
  const lines: Line[] = []
  let line: Line | null = null
  for (const item of items as Item[]) {
    if (!('str' in item) || item.str === '') continue
    const [a = 0, b = 0, , , x = 0, y = 0] = item.transform
    const size = Math.hypot(a, b) || item.height
    // Text that runs upwards along the margin is no part of what is read.
    if (Math.abs(b) > Math.abs(a)) continue
    const blank = item.str.trim() === ''
    const isSame =
      line !== null &&
      Math.abs(y - line.y) <= SAME_LINE * Math.max(size, line.size) &&
      // A column beside it begins at its own left edge; text that runs from right to left goes back, too.
      (item.dir === 'rtl' || x >= line.right - Math.max(size, line.size) || blank)
    if (!line || !isSame) {
      if (blank) continue
      line = { pieces: [], left: x, right: x, y, size, font: item.fontName, page }
      lines.push(line)
    }
    append(line, item.str, x, item.width, size, item.dir === 'rtl')
  }
  return inOrder(lines.map(tidied).filter((each) => each.pieces.length > 0))
}

const append = (line: Line, text: string, x: number, width: number, size: number, isRtl: boolean) => {
  const last = line.pieces.at(-1)
  const gap = last ? (isRtl ? last.left - (x + width) : x - last.right) : 0
  const raised = last && size < line.size * 0.8 && /^\d+$/.test(text.trim()) && /\d\s?$/.test(last.text)
  const words = raised ? text.trim().replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]!) : text
  if (last && gap <= CELL_GAP * line.size) {
    const spaced = !raised && gap > WORD_GAP * line.size && !/\s$/.test(last.text) && !/^\s/.test(words)
    // A blank that the reader of the file makes of the step upwards is no word gap.
    last.text = (raised ? last.text.trimEnd() : last.text) + (spaced ? ` ${words}` : words)
    // A blank that is drawn as wide as a column would hide the gap.
    if (words.trim() !== '' || width < size) {
      last.left = Math.min(last.left, x)
      last.right = Math.max(last.right, x + width)
    }
  } else if (words.trim() !== '') line.pieces.push({ text: words, left: x, right: x + width })
  if (words.trim() !== '') {
    line.left = Math.min(line.left, x)
    line.right = Math.max(line.right, x + width)
    if (size > line.size) line.size = size
  }
}

const tidied = (line: Line): Line => ({
  ...line,
  pieces: line.pieces
    .map((piece) => ({ ...piece, text: piece.text.replace(/\s+/gu, ' ').trim() }))
    .filter((piece) => piece.text !== ''),
})

/** Lines of a page that go back up without beginning a column: so many, and the file's order is not the reader's. */
const DISORDER = 0.15

/** As the file has them, unless that jumps about. */
const inOrder = (lines: Line[]): Line[] => {
  let jumps = 0
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1]
    // Upwards, and not to the right of what came before: no new column.
    if (before && line.y > before.y + line.size && line.left < before.left + line.size * 4) jumps++
  }
  return jumps > Math.max(2, lines.length * DISORDER) ? cut(lines, 0) : lines
}

/** White that runs through a part of the page divides it: across first, then down (a recursive X-Y cut). */
const cut = (lines: Line[], depth: number): Line[] => {
  if (lines.length < 2 || depth > 12) return lines
  const columns = parted(lines, (line) => [line.left, line.right], 12)
  if (columns.length > 1) return columns.flatMap((each) => cut(each, depth + 1))
  const rows = parted(lines, (line) => [-line.y - line.size, -line.y], 2)
  if (rows.length > 1) return rows.flatMap((each) => cut(each, depth + 1))
  return lines.toSorted((a, b) => b.y - a.y || a.left - b.left)
}

/** Groups of lines with more than `gap` units between their extents, in order. */
const parted = (lines: Line[], extent: (line: Line) => [number, number], gap: number): Line[][] => {
  const sorted = lines.toSorted((a, b) => extent(a)[0] - extent(b)[0])
  const groups: Line[][] = []
  let end = -Infinity
  for (const line of sorted) {
    const [from, to] = extent(line)
    if (groups.length === 0 || from > end + gap) groups.push([])
    groups.at(-1)!.push(line)
    end = Math.max(end, to)
  }
  return groups
}

export const textOf = (line: Line): string => line.pieces.map((piece) => piece.text).join(' ')
