/**
 * The table as it is drawn. A browser that lays a table out by the contents of its cells does so for all cells whenever one
 * grows by a letter, moves all columns after it and paints them anew: in 10,000 cells a key took a third of a second. A large
 * table keeps the widths that its columns came to, once nothing changed in it for a moment; many cells at once, or another
 * width of the page, let it come to new ones. A word that is wider than its column makes room for itself.
 */
import { TableView } from '@tiptap/extension-table'
import type { Node } from '@tiptap/pm/model'
import { TableMap } from '@tiptap/pm/tables'
import type { EditorView } from '@tiptap/pm/view'
import { cellsIn, changedCells, type CellPlace } from './table-cells.ts'

/** Cells from which on a letter's cost is felt. */
export const LARGE = 1_000

/** More than a row that is written in, fewer than a column that came or went. */
const MANY = 100

/** Longer than between two letters of a word: a column does not move below the hands of who types. */
const QUIET_MS = 400

/** Its columns take the width that stands here. */
const WIDTH = '--column-width'

export class BriefTableView extends TableView {
  private settledAs: { node: Node; room: number } | null = null
  private settling: ReturnType<typeof setTimeout> | undefined
  private watch: ResizeObserver | null = null

  constructor(
    node: Node,
    cellMinWidth: number,
    view?: EditorView,
    HTMLAttributes: Record<string, unknown> = {},
  ) {
    super(node, cellMinWidth, view, HTMLAttributes)
    this.takeSize()
  }

  override update(node: Node): boolean {
    const before = this.node
    if (!super.update(node)) return false
    if (node === before) return true
    this.takeSize()
    if (!this.watch) return true
    if (this.settledAs && changedCells(before, node).length > MANY) this.loosen()
    this.settleSoon()
    return true
  }

  destroy() {
    clearTimeout(this.settling)
    this.watch?.disconnect()
  }

  private takeSize() {
    const isLarge = cellsIn(this.node) > LARGE
    if (isLarge === Boolean(this.watch)) return
    this.dom.classList.toggle('large', isLarge)
    if (isLarge) {
      this.watch = new ResizeObserver(() => this.takeRoom())
      this.watch.observe(this.dom)
      // Far from the window the table within is not laid out: it is looked at when it is first seen.
      this.watch.observe(this.table)
      return
    }
    this.watch?.disconnect()
    this.watch = null
    clearTimeout(this.settling)
    this.loosen()
  }

  private takeRoom() {
    if (this.settledAs?.room === this.dom.clientWidth || this.table.offsetWidth === 0) return
    this.loosen()
    this.settleSoon()
  }

  private settleSoon() {
    clearTimeout(this.settling)
    this.settling = setTimeout(() => this.settle(), QUIET_MS)
  }

  /** Columns as wide as their contents want, as in any table. */
  private loosen() {
    this.settledAs = null
    this.dom.classList.remove('settled')
  }

  private settle() {
    if (this.settledAs) this.makeRoom(changedCells(this.settledAs.node, this.node))
    if (!this.settledAs) {
      const columns = [...this.colgroup.children] as HTMLElement[]
      const widths = columns.map((column) => column.getBoundingClientRect().width)
      columns.forEach((column, i) => column.style.setProperty(WIDTH, `${widths[i]}px`))
      this.dom.classList.add('settled')
    }
    this.settledAs = { node: this.node, room: this.dom.clientWidth }
  }

  private makeRoom(changed: readonly CellPlace[]) {
    if (changed.length === 0) return
    const map = TableMap.get(this.node)
    for (const { row, cell } of changed) {
      const drawn = this.contentDOM.rows[row]?.cells[cell]
      const column = this.colgroup.children[map.colCount(offsetOf(this.node, row, cell))]
      if (!drawn || drawn.colSpan > 1 || !(column instanceof HTMLElement)) continue
      const wanted = this.leastWidth(drawn)
      if (wanted <= column.getBoundingClientRect().width) continue
      // Where the whole table is seen the other columns give way, as in any table.
      if (this.table.offsetWidth <= this.dom.clientWidth) return this.loosen()
      column.style.setProperty(WIDTH, `${wanted}px`)
    }
  }

  /** What its widest word needs, found beside the table: nothing else is laid out for it. */
  private leastWidth(cell: HTMLTableCellElement): number {
    const alone = document.createElement('table')
    alone.className = 'cell-alone'
    alone.insertRow().append(cell.cloneNode(true))
    this.dom.append(alone)
    const { width } = alone.getBoundingClientRect()
    alone.remove()
    return Math.ceil(width)
  }
}

const offsetOf = (table: Node, row: number, cell: number): number => {
  let offset = 1
  for (let at = 0; at < row; at++) offset += table.child(at).nodeSize
  for (let at = 0; at < cell; at++) offset += table.child(row).child(at).nodeSize
  return offset
}
