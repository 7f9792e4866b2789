/**
 * Rows of a table as blocks: each cell in its column, whatever reaches over several; and which cells are headings,
 * where the table itself does not say.
 */
import { type Block, rowBlock } from '../../shared/capture/text-blocks.ts'

export type Cell = { text: string; columns?: number; rows?: number; head?: boolean }

/** Wider spans are nonsense (HTML Standard 4.9.11). */
const SPAN = 1000

export const tableRows = (rows: readonly (readonly Cell[])[], table: number): Block[] => {
  const headed = rows.some((row) => row.some((cell) => cell.head)) ? rows : withHeads(rows)
  // Rows that a cell of the column still reaches into.
  const reaching: number[] = []
  return headed.flatMap((row) => {
    let column = 0
    const placed = row.map(({ text, columns = 1, rows: high = 1, head }) => {
      while ((reaching[column] ?? 0) > 0) column++
      const at = column
      const wide = bounded(columns)
      for (let i = 0; i < wide; i++) reaching[column++] = bounded(high)
      return {
        text,
        column: at,
        ...(wide > 1 && { columns: wide }),
        ...(bounded(high) > 1 && { rows: bounded(high) }),
        ...(head && { head }),
      }
    })
    for (const [i, left] of reaching.entries()) if (left > 0) reaching[i] = left - 1
    return row.some((cell) => cell.text !== '') ? [rowBlock(placed, table)] : []
  })
}

const bounded = (span: number) => (span >= 1 ? Math.min(Math.trunc(span), SPAN) : 1)

const NUMBER = /^[\s\p{Sc}+\-−–(]*\d[\d\s.,'’]*(?:%|‰|\p{L}{1,3})?[\s)*]*$/u
const isNumber = (text: string) => NUMBER.test(text)

/** Words above figures head their columns, words before figures their row. */
const withHeads = (rows: readonly (readonly Cell[])[]): Cell[][] => {
  const [first = [], ...rest] = rows
  const figures = rest.filter((row) => row.slice(1).some((cell) => isNumber(cell.text)))
  const isTable = rest.length > 0 && figures.length * 2 >= rest.length
  // A year is a number and heads its column all the same.
  const years = first
    .slice(1)
    .every((cell) => cell.text === '' || /^\D{0,8}(?:1[5-9]|20)\d\d\D{0,8}$/.test(cell.text))
  const top = isTable && (years || !first.some((cell) => isNumber(cell.text)))
  return rows.map((row, i) =>
    row.map((cell, k) => ({
      ...cell,
      ...(((i === 0 && top) || (isTable && i > 0 && k === 0 && !isNumber(cell.text) && cell.text !== '')) && {
        head: true,
      }),
    })),
  )
}
