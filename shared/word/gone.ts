/** Blocks and rows of the brief that the file has no more. */
import { type Comparison, cut } from './comparison.ts'
import type { Line, WordLine } from './lines.ts'
import { goesWhole, type Pair } from './match.ts'

/** Each with the number of the paragraph that it stood behind. */
export const placedGone = (c: Comparison) => {
  const numbers = new Map<Line, number>()
  for (const { lines, words } of c.matched.pairs)
    for (const line of lines) numbers.set(line, words.at(-1)!.number)
  let number = 0
  const placed: { line: Line; number: number }[] = []
  const gone = new Set(c.matched.gone)
  for (const line of c.lines) {
    number = numbers.get(line) ?? number
    if (gone.has(line) && !rowGone(c, line)) placed.push({ line, number: number + 0.5 })
  }
  return placed
}

export const lineGone = (c: Comparison, line: Line) => {
  c.add(0, {
    id: `gone ${line.words}`,
    what: 'removed',
    section: c.sectionOf(line),
    removed: cut(c.shown(line.stream, 0, line.stream.text.length)),
    pos: line.pos,
    edit: { is: 'remove', pos: line.pos },
  })
}

const rowGone = (c: Comparison, line: Line): { pos: number; lines: Line[] } | null => {
  const row = rowAround(line)
  if (!row) return null
  const gone = new Set(c.matched.gone)
  const lines = c.lines.filter((each) => each.around.some(({ pos }) => pos === row.pos))
  return lines.every((each) => gone.has(each)) ? { pos: row.pos, lines } : null
}

export const rowsGone = (c: Comparison) => {
  const done = new Set<number>()
  for (const line of c.matched.gone) {
    const row = rowGone(c, line)
    if (!row || done.has(row.pos)) continue
    done.add(row.pos)
    c.add(0, {
      id: `row ${row.lines[0]!.words}`,
      what: 'removed',
      as: 'row',
      section: c.sectionOf(line),
      removed: cellsOf(c, row.lines),
      pos: row.pos,
      edit: { is: 'remove-row', pos: row.pos },
    })
  }
}

/** Rows of which every cell goes as a tracked change, by each of their pairs. */
export const trackedRowsGone = (c: Comparison): Map<Pair, RowGoing> => {
  const rows = new Map<Pair, RowGoing>()
  for (const pair of c.matched.pairs) {
    const { cell } = pair.words[0]!
    const row = cell && goesWhole(pair.words[0]!) ? rowAround(pair.lines[0]!) : null
    if (!cell || !row || rows.has(pair)) continue
    const words = c.words.filter((each) => each.cell?.row === cell.row)
    const pairs = [...new Set(words.flatMap((each) => c.pairOf.get(each) ?? []))]
    const paired = new Set(pairs.flatMap(({ lines }) => lines))
    const goes = (each: WordLine) => goesWhole(each) || each.stream.text.trim() === ''
    // What the brief put into the row meanwhile would go with it, and nobody would have been asked.
    const isWhole = c.lines.every((line) => rowAround(line)?.pos !== row.pos || paired.has(line))
    if (!words.every(goes) || !isWhole) continue
    for (const each of pairs) rows.set(each, { pos: row.pos, pairs })
  }
  return rows
}

export const rowGoes = (c: Comparison, { pos, pairs }: RowGoing) => {
  const [word] = pairs.flatMap(({ words }) => words)
  const lines = pairs.flatMap((pair) => pair.lines)
  c.add(word!.number, {
    what: 'removed',
    as: 'row',
    by: word!.cell?.row.deleted ?? [...word!.groups.values()][0] ?? null,
    removed: cellsOf(c, lines),
    pos,
    edit: { is: 'remove-row', pos },
  })
}

const cellsOf = (c: Comparison, lines: readonly Line[]): string => {
  return cut(lines.map(({ stream }) => c.shown(stream, 0, stream.text.length)).join(' | '))
}

type RowGoing = { pos: number; pairs: Pair[] }

const rowAround = (line: Line) => line.around.find(({ node }) => node.type === 'tableRow')
