/** How many cells a table has, and which of them say something else than before. */
import type { Node } from '@tiptap/pm/model'

export const cellsIn = (table: Node): number => {
  let count = 0
  table.forEach((row) => (count += row.childCount))
  return count
}

export type CellPlace = { row: number; cell: number }

/**
 * Cells of `after` whose words are not those of the cell that stood there: rows that are the same at both ends are left
 * aside, so that a row in between brings its own cells and no others. An attribute alone (a width) is no change.
 */
export const changedCells = (before: Node, after: Node): CellPlace[] => {
  if (before === after) return []
  const shorter = Math.min(before.childCount, after.childCount)
  let start = 0
  while (start < shorter && before.child(start) === after.child(start)) start++
  let end = 0
  while (
    end < shorter - start &&
    before.child(before.childCount - 1 - end) === after.child(after.childCount - 1 - end)
  )
    end++
  const hasSameRows = before.childCount === after.childCount
  const changed: CellPlace[] = []
  for (let row = start; row < after.childCount - end; row++) {
    const now = after.child(row)
    const was = hasSameRows ? before.child(row) : null
    if (now === was) continue
    for (let cell = 0; cell < now.childCount; cell++)
      if (!saysTheSame(was?.maybeChild(cell), now.child(cell))) changed.push({ row, cell })
  }
  return changed
}

const saysTheSame = (was: Node | null | undefined, now: Node) =>
  was === now ||
  (was?.childCount === now.childCount && now.children.every((child, i) => child === was.child(i)))
