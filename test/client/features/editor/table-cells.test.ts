import type { Node } from '@tiptap/pm/model'
import { describe, expect, it } from 'vitest'
import { cellsIn, changedCells } from '../../../../client/features/editor/table-cells.ts'
import { schema } from '../../../../shared/editor/schema.ts'

const cell = (words: string, attrs = {}) =>
  schema.node('tableCell', attrs, [schema.node('paragraph', null, words ? [schema.text(words)] : [])])
const row = (...words: string[]) =>
  schema.node(
    'tableRow',
    null,
    words.map((one) => cell(one)),
  )
const table = (...rows: Node[]) => schema.node('table', null, rows)

const [a, b, c] = [row('1', '2'), row('3', '4'), row('5', '6')]
const written = (before: Node, words: string) => before.copy(before.content.replaceChild(1, cell(words)))

describe('Cells of a table', () => {
  it('are counted, a cell over several columns once', () => {
    expect(cellsIn(table(a, b, c))).toBe(6)
    expect(cellsIn(table(schema.node('tableRow', null, [cell('1', { colspan: 2 })]), a))).toBe(3)
  })

  it('that say something else are found by their row and their number in it', () => {
    expect(changedCells(table(a, b, c), table(a, written(b, '44'), c))).toEqual([{ row: 1, cell: 1 }])
    expect(changedCells(table(a, b), table(a, b))).toEqual([])
  })

  it('are their own when a row comes in between, and none when one goes', () => {
    expect(changedCells(table(a, c), table(a, b, c))).toEqual([
      { row: 1, cell: 0 },
      { row: 1, cell: 1 },
    ])
    expect(changedCells(table(a, b, c), table(a, c))).toEqual([])
  })

  it('are all those after a column that came, as every row has other cells there', () => {
    const before = table(a, b)
    const more = (was: Node) => was.copy(was.content.addToStart(cell('0')))
    expect(changedCells(before, table(more(a), more(b)))).toHaveLength(6)
  })

  it('say the same when only their width is another one', () => {
    const wide = (was: Node) => was.type.create({ ...was.attrs, colwidth: [200] }, was.content)
    const pulled = a.copy(a.content.replaceChild(0, wide(a.child(0))))
    expect(changedCells(table(a, b), table(pulled, b))).toEqual([])
  })
})
