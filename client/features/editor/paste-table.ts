/** Rows of a spreadsheet that come as text, cells apart by tabs, as a table. (Most spreadsheets bring HTML, which is read as such.) */
import { Fragment, type Node, type Schema, Slice } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'

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

/** Says of a transaction that its blocks have ids: to look for doubled ones takes time that grows with their square. */
export const HAS_IDS = 'hasIds'

/** Cells of the largest table, as it is laid out: one that claims wide cells is as large as it claims. */
export const largestTable = (fragment: Fragment): number => {
  let largest = 0
  fragment.descendants((node) => {
    if (node.type.spec.tableRole !== 'table') return !node.isTextblock
    let widest = 0
    node.forEach((row) => {
      let width = 0
      row.forEach(({ attrs }) => {
        width += Number(attrs.colspan ?? 1)
      })
      widest = Math.max(widest, width)
    })
    largest = Math.max(largest, widest * node.childCount)
    return false
  })
  return largest
}

export const pasteTable = () =>
  new Plugin({
    props: {
      clipboardTextParser(text, $context, plain, view) {
        const rows = plain ? null : rowsOf(text)
        if (!rows) return null as unknown as Slice
        return new Slice(Fragment.from(tableOf(rows, view.state.schema)), 0, 0)
      },
    },
  })
