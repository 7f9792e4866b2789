/** Rows of a spreadsheet that come as text, cells apart by tabs, as a table. (Most spreadsheets bring HTML, which is read as such.) */
import { Fragment, type Node, type Schema, Slice } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { newId } from '../../../shared/brief/id.ts'
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

/** Says of a transaction that its blocks have ids: to look for doubled ones takes time that grows with their square. */
export const HAS_IDS = 'hasIds'
const MANY = 500

const cellsIn = (fragment: Fragment): number => {
  let cells = 0
  fragment.descendants((node) => {
    if (node.type.spec.tableRole === 'cell' || node.type.spec.tableRole === 'header_cell') cells++
    return !node.isTextblock
  })
  return cells
}

/** Blocks in cells with fresh ids; what is outside of tables gets its own as ever. */
const withIds = (fragment: Fragment, inCell = false): Fragment => {
  const nodes: Node[] = []
  fragment.forEach((node) => {
    const role = String(node.type.spec.tableRole ?? '')
    if (!inCell && role === '' && node.isTextblock) return nodes.push(node)
    const content = node.isTextblock ? node.content : withIds(node.content, inCell || role.endsWith('cell'))
    const attrs = inCell && 'id' in node.attrs ? { ...node.attrs, id: newId() } : node.attrs
    return nodes.push(node.isLeaf ? node : node.type.create(attrs, content, node.marks))
  })
  return Fragment.from(nodes)
}

export const pasteTable = () =>
  new Plugin({
    props: {
      clipboardTextParser(text, $context, plain, view) {
        const rows = plain ? null : rowsOf(text)
        if (!rows) return null as unknown as Slice
        return new Slice(Fragment.from(tableOf(rows, view.state.schema)), 0, 0)
      },
      // An id for each of ten thousand paragraphs, one step at a time, takes many seconds; here they come with them.
      transformPasted: (slice) =>
        cellsIn(slice.content) > 0
          ? new Slice(withIds(slice.content), slice.openStart, slice.openEnd)
          : slice,
      handlePaste(view, _, slice) {
        const cells = cellsIn(slice.content)
        if (cells <= MANY) return false
        if (cells <= CELLS_LIMIT) {
          const tr = view.state.tr.replaceSelection(slice).setMeta('paste', true).setMeta(HAS_IDS, true)
          view.dispatch(tr.scrollIntoView())
          return true
        }
        toast({
          title: 'This table is too large',
          description: `A brief takes tables of up to ${CELLS_LIMIT.toLocaleString('en')} cells. Nothing was pasted; paste the part that you need.`,
        })
        return true
      },
    },
  })
