/**
 * What a cell of a table means: the headings of its row and its column, its unit and the table's caption. A number
 * says nothing without them.
 */

type Cell = {
  start: number
  end: number
  column: number
  columns?: number | undefined
  rows?: number | undefined
  head?: boolean | undefined
}
type Block = {
  kind: string
  start: number
  end: number
  table?: number | undefined
  cells?: readonly Cell[] | undefined
}

export type CellMeaning = {
  /** The cell's own place in the text: UTF-16 offsets. */
  start: number
  end: number
  /** Outermost first; empty when the table has none. */
  row: string[]
  column: string[]
  /** As the headings or the caption give it: "USD billion", "%". */
  unit: string | null
  caption: string | null
}

/** Of the cell that holds the whole passage; null when the passage is in no cell, or in more than one. */
export const cellAt = (
  text: string,
  blocks: readonly Block[],
  passage: { start: number; end: number },
): CellMeaning | null => {
  const at = blocks.findIndex((block) => block.start <= passage.start && passage.end <= block.end)
  const block = blocks[at]
  const cell = block?.cells?.find((each) => each.start <= passage.start && passage.end <= each.end)
  if (!block || !cell || block.table === undefined) return null
  const table = blocks.filter((each) => each.table === block.table)
  const rows = table.filter((each) => each.kind === 'row')
  const words = ({ start, end }: { start: number; end: number }) => text.slice(start, end)
  const own = rows.indexOf(block)

  const row = (rows[own]!.cells ?? []).filter((each) => each.head && each.column < cell.column)
  for (const [i, above] of rows.slice(0, own).entries())
    for (const each of above.cells ?? [])
      if (each.head && each.column < cell.column && i + (each.rows ?? 1) > own) row.unshift(each)
  // A row that only has headings heads columns; a heading at the left of figures heads its row.
  const column = rows
    .slice(0, own)
    .filter((above) => above.cells?.every((each) => each.head))
    .flatMap((above) => above.cells ?? [])
    .filter((each) => overlaps(each, cell))

  const heads = { row: row.map(words).filter(Boolean), column: column.map(words).filter(Boolean) }
  const caption = table.find((each) => each.kind === 'caption')
  const said = [...heads.column.toReversed(), ...heads.row.toReversed(), ...(caption ? [words(caption)] : [])]
  return {
    start: cell.start,
    end: cell.end,
    ...heads,
    unit: said.map(unitIn).find((unit) => unit !== null) ?? null,
    caption: caption ? words(caption) : null,
  }
}

const overlaps = (a: Cell, b: Cell) =>
  a.column < b.column + (b.columns ?? 1) && b.column < a.column + (a.columns ?? 1)

/** In brackets, or behind the last comma or the word "in": "(USD bn)", "Exports, in thousand tonnes", "Share in %". */
const unitIn = (heading: string): string | null => {
  const bracketed = /[([]([^()[\]]{1,40})[)\]]\s*$/u.exec(heading)?.[1]
  if (bracketed && UNIT.test(bracketed)) return bracketed.trim()
  const said = /(?:,|\bin\b)\s+(?:in\s+)?([^,]{1,40})$/u.exec(heading)?.[1]
  if (said && UNIT.test(said)) return said.trim()
  return /^\s*(%|[€$£¥])\s*$/u.exec(heading)?.[1] ?? null
}

/** What a unit is recognised by. */
const UNIT =
  /[%€$£¥‰°]|\b(?:percent|per cent|million|billion|trillion|thousand|bn|mn|m|k|tn|usd|eur|gbp|dollars?|euros?|pounds?|tonnes?|tons?|kg|km²?|ha|hectares?|kwh|mwh|gwh|twh|mw|gw|mt|gt|co2e?|people|persons|years?|days?|hours?|per\s+\p{L}+)\b/iu
