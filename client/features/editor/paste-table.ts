/** Rows of a spreadsheet that come as text, cells apart by tabs, as a table. (Most spreadsheets bring HTML, which is read as such.) */
import { Fragment, type Node, type Schema, Slice } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { toast } from '../../ui/toast.tsx'

/** 200 rows of 50 cells; more no page shows, and no colleague's computer keeps up with. */
export const CELLS_LIMIT = 10_000

/** Cells by row; null for text that is no table: less than two columns, or lines without a tab among them. */
export const rowsOf = (text: string): string[][] | null => {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '').split('\n')
  const rows = lines.map((line) => line.split('\t'))
  if (rows.length === 1 && rows[0]!.length < 3) return null
  return rows.every((cells) => cells.length > 1) ? rows : null
}

export const tableOf = (rows: readonly (readonly string[])[], schema: Schema): Node => {
  const { table, tableRow, tableCell, paragraph } = schema.nodes
  const width = Math.max(...rows.map((cells) => cells.length))
  const cell = (words: string) =>
    tableCell!.create(null, paragraph!.create(null, words.trim() ? schema.text(words.trim()) : null))
  return table!.create(
    null,
    rows.map((cells) =>
      tableRow!.create(
        null,
        Array.from({ length: width }, (_, i) => cell(cells[i] ?? '')),
      ),
    ),
  )
}

const cellsIn = (fragment: Fragment): number => {
  let cells = 0
  fragment.descendants((node) => {
    if (node.type.spec.tableRole === 'cell' || node.type.spec.tableRole === 'header_cell') cells++
    return !node.isTextblock
  })
  return cells
}

export const pasteTable = () =>
  new Plugin({
    props: {
      clipboardTextParser(text, $context, plain, view) {
        const rows = plain ? null : rowsOf(text)
        if (!rows) return null as unknown as Slice
        return new Slice(Fragment.from(tableOf(rows, view.state.schema)), 0, 0)
      },
      handlePaste(_, __, slice) {
        if (cellsIn(slice.content) <= CELLS_LIMIT) return false
        toast({
          title: 'This table is too large',
          description: `A brief takes tables of up to ${CELLS_LIMIT.toLocaleString('en')} cells. Nothing was pasted; paste the part that you need.`,
        })
        return true
      },
    },
  })
