/** A table's rows as Word has them: cells that span rows stand in each of them (ECMA-376, part 1, section 17.4). */
import type { BodyNode } from '../../shared/brief/body.ts'

/** Points and twentieths of a point: the width of the text on the page. */
const WIDTH = 9070

const span = (cell: BodyNode, name: 'colspan' | 'rowspan'): number => {
  const value = Number(cell.attrs?.[name] ?? 1)
  return Number.isInteger(value) && value > 1 ? Math.min(value, 1000) : 1
}

type Placed = { cell: BodyNode | null; columns: number; merge: 'restart' | 'continue' | null }

/** Row by row what stands in it, from the left. */
const placed = (table: BodyNode): Placed[][] => {
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

const widthOf = (line: readonly Placed[]): number => line.reduce((sum, { columns }) => sum + columns, 0)

/** `inside` draws the paragraphs of a cell. */
export const wordTable = (
  table: BodyNode,
  inside: (cell: BodyNode, isHeading: boolean) => string,
): string => {
  const rows = placed(table)
  const columns = Math.max(1, ...rows.map(widthOf))
  const width = Math.max(1, Math.floor(WIDTH / columns))
  const isHeading = (line: readonly Placed[]) =>
    line.every(({ cell }) => cell === null || cell.type === 'tableHeader')
  let leading = true
  const drawn = rows.map((line) => {
    leading &&= isHeading(line)
    const cells = line.map(({ cell, columns: over, merge }) => {
      const properties = [
        `<w:tcW w:w="${width * over}" w:type="dxa"/>`,
        over > 1 ? `<w:gridSpan w:val="${over}"/>` : '',
        merge ? `<w:vMerge${merge === 'restart' ? ' w:val="restart"' : ''}/>` : '',
        cell?.type === 'tableHeader' ? '<w:shd w:val="clear" w:color="auto" w:fill="F1EEE6"/>' : '',
      ].join('')
      const words = cell ? inside(cell, cell.type === 'tableHeader') : ''
      return `<w:tc><w:tcPr>${properties}</w:tcPr>${words || '<w:p/>'}</w:tc>`
    })
    const missing = columns - widthOf(line)
    if (missing > 0 || cells.length === 0)
      cells.push(
        `<w:tc><w:tcPr><w:tcW w:w="${width * Math.max(1, missing)}" w:type="dxa"/>${missing > 1 ? `<w:gridSpan w:val="${missing}"/>` : ''}</w:tcPr><w:p/></w:tc>`,
      )
    return `<w:tr><w:trPr><w:cantSplit/>${leading ? '<w:tblHeader/>' : ''}</w:trPr>${cells.join('')}</w:tr>`
  })
  const grid = `<w:gridCol w:w="${width}"/>`.repeat(columns)
  return `<w:tbl><w:tblPr><w:tblStyle w:val="BriefTable"/><w:tblW w:w="5000" w:type="pct"/><w:tblLook w:val="0420" w:firstRow="1" w:noVBand="1"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${drawn.join('') || `<w:tr><w:tc><w:tcPr><w:tcW w:w="${WIDTH}" w:type="dxa"/></w:tcPr><w:p/></w:tc></w:tr>`}</w:tbl>`
}
