/** A table of a Word file: its rows, with the cells that reach over several of them counted once (ECMA-376, part 1, 17.4). */
import type { WordBlock, WordCell, WordTable } from '../../shared/word/document.ts'
import { Refusal } from '../../shared/wire/refusal.ts'
import type { Reading } from './word-text.ts'
import { all, isOn, one, valueOf, type XmlElement } from './xml-tree.ts'

/** As many as the tables of other files may have. */
export const ROWS = 2000
const COLUMNS = 200

type By = { author: string; at: string | null }
const trackedIn = (properties: XmlElement | undefined, name: string): By | undefined => {
  const found = one(properties, name)
  return (
    found && {
      author: (found.attributes['w:author'] ?? '').trim().slice(0, 80) || 'Somebody',
      at: /^\d{4}-\d\d-\d\dT\d\d:\d\d/.exec(found.attributes['w:date'] ?? '')?.[0] ?? null,
    }
  )
}

/** Rows and cells may stand in content controls. */
const within = (parent: XmlElement, name: string): XmlElement[] =>
  parent.children.flatMap((child) => {
    if (typeof child === 'string') return []
    if (child.name === name) return [child]
    return /^w:(?:sdt|sdtContent|customXml|ins|del)$/.test(child.name) ? within(child, name) : []
  })

export const readTable = (
  table: XmlElement,
  _reading: Reading,
  inside: (cell: XmlElement) => WordBlock[],
): WordTable => {
  const lines = within(table, 'w:tr')
  if (lines.length > ROWS)
    throw new Refusal(
      'too-large',
      `A table in this file has more than ${ROWS.toLocaleString('en')} rows. Nothing was changed; bring it in as a file of its own, or in parts.`,
    )
  const headed = lines.some((line) => isOn(one(line, 'w:trPr'), 'w:tblHeader'))
  const firstRow = !headed && lines.length > 1 && namesFirstRow(table)
  const open = new Map<number, WordCell>()
  const rows = lines.map((line, at) => {
    const properties = one(line, 'w:trPr')
    const head = firstRow ? at === 0 : isOn(properties, 'w:tblHeader') === true
    const cells: WordCell[] = []
    let column = Number(valueOf(properties, 'w:gridBefore') ?? 0) || 0
    for (const cell of within(line, 'w:tc')) {
      if (column >= COLUMNS) break
      const about = one(cell, 'w:tcPr')
      const columns = Math.min(COLUMNS - column, Math.max(1, Number(valueOf(about, 'w:gridSpan') ?? 1) || 1))
      const merge = one(about, 'w:vMerge')
      const goesOn = merge && (merge.attributes['w:val'] ?? 'continue') === 'continue'
      const above = goesOn ? open.get(column) : undefined
      if (above) above.rows++
      else {
        const fresh: WordCell = { columns, rows: 1, head, blocks: inside(cell) }
        cells.push(fresh)
        if (merge) open.set(column, fresh)
        else open.delete(column)
      }
      column += columns
    }
    const inserted = trackedIn(properties, 'w:ins')
    const deleted = trackedIn(properties, 'w:del')
    return { cells, ...(inserted && { inserted }), ...(deleted && { deleted }) }
  })
  return { is: 'table', rows: rows.filter(({ cells }) => cells.length > 0) }
}

/** Its style sets the first row apart (17.4.55). */
const namesFirstRow = (table: XmlElement): boolean => {
  const look = all(one(table, 'w:tblPr'), 'w:tblLook')[0]?.attributes
  return (
    /^(?:1|true|on)$/.test(look?.['w:firstRow'] ?? '') || (parseInt(look?.['w:val'] ?? '0', 16) & 0x20) !== 0
  )
}
