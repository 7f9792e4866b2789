/** Where the cells of a table stand, row by row: those that span rows stand in each of them. */
import type { BodyNode } from '../../shared/brief/body.ts'

const span = (cell: BodyNode, name: 'colspan' | 'rowspan'): number => {
  const value = Number(cell.attrs?.[name] ?? 1)
  return Number.isInteger(value) && value > 1 ? Math.min(value, 1000) : 1
}

export type Placed = { cell: BodyNode | null; columns: number; merge: 'restart' | 'continue' | null }

/** Row by row what stands in it, from the left. */
export const placed = (table: BodyNode): Placed[][] => {
  const open = new Map<number, { columns: number; rows: number }>()
  return (table.content ?? []).map((row) => {
    const line: Placed[] = []
    let column = 0
    const goOn = () => {
      for (let above = open.get(column); above; above = open.get(column)) {
        line.push({ cell: null, columns: above.columns, merge: 'continue' })
        if (above.rows === 1) open.delete(column)
        else open.set(column, { ...above, rows: above.rows - 1 })
        column += above.columns
      }
    }
    for (const cell of row.content ?? []) {
      goOn()
      const columns = span(cell, 'colspan')
      const rows = span(cell, 'rowspan')
      line.push({ cell, columns, merge: rows > 1 ? 'restart' : null })
      if (rows > 1) open.set(column, { columns, rows: rows - 1 })
      column += columns
    }
    goOn()
    return line
  })
}

export const widthOf = (line: readonly Placed[]): number =>
  line.reduce((sum, { columns }) => sum + columns, 0)

export const isHeadingRow = (line: readonly Placed[]): boolean =>
  line.every(({ cell }) => cell === null || cell.type === 'tableHeader')
