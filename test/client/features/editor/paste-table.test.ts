import { describe, expect, it } from 'vitest'
import { rowsOf, tableOf } from '../../../../client/features/editor/paste-table.ts'
import { schema } from '../../../../shared/editor/schema.ts'

describe('Text of a spreadsheet', () => {
  it('is a table where every line has cells, short lines filled up', () => {
    expect(rowsOf('Year\tSum\r\n2020\t83.3\r\n')).toEqual([
      ['Year', 'Sum'],
      ['2020', '83.3'],
    ])
    const table = tableOf([['a', 'b', 'c'], ['d']], schema)
    table.check()
    expect(table.content.content.map((row) => row.childCount)).toEqual([3, 3])
  })

  it('is words where a tab is only a space somewhere', () => {
    expect(rowsOf('A line\twith a tab')).toBeNull()
    expect(rowsOf('Words.\nYear\tSum')).toBeNull()
  })

  it('may have two hundred rows of fifty cells', () => {
    const rows = rowsOf(Array.from({ length: 200 }, (_, r) => Array(50).fill(`c${r}`).join('\t')).join('\n'))!
    const table = tableOf(rows, schema)
    expect([table.childCount, table.child(0).childCount]).toEqual([200, 50])
  })
})
