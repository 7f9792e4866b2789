/** A table's rows as Word has them: cells that span rows stand in each of them (ECMA-376, part 1, section 17.4). */
import type { BodyNode } from '../../shared/brief/body.ts'
import { directionOfBlock } from '../../shared/brief/direction.ts'
import { isHeadingRow, placed, widthOf } from './table-cells.ts'

/** Points and twentieths of a point: the width of the text on the page. */
const WIDTH = 9070

/** `inside` draws the paragraphs of a cell. */
export const wordTable = (
  table: BodyNode,
  inside: (cell: BodyNode, isHeading: boolean) => string,
): string => {
  const rows = placed(table)
  const columns = Math.max(1, ...rows.map(widthOf))
  const width = Math.max(1, Math.floor(WIDTH / columns))
  let leading = true
  const drawn = rows.map((line) => {
    leading &&= isHeadingRow(line)
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
  // A first row that is no heading must not look like one, nor be read as one when the file comes back.
  const isHeaded = rows[0] !== undefined && isHeadingRow(rows[0])
  const look = `<w:tblLook w:val="${isHeaded ? '0420' : '0400'}" w:firstRow="${isHeaded ? 1 : 0}" w:noVBand="1"/>`
  // The first column of a table from the right stands on the right.
  const turned = directionOfBlock(table) === 'rtl' ? '<w:bidiVisual/>' : ''
  const grid = `<w:gridCol w:w="${width}"/>`.repeat(columns)
  return `<w:tbl><w:tblPr><w:tblStyle w:val="BriefTable"/>${turned}<w:tblW w:w="5000" w:type="pct"/>${look}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${drawn.join('') || `<w:tr><w:tc><w:tcPr><w:tcW w:w="${WIDTH}" w:type="dxa"/></w:tcPr><w:p/></w:tc></w:tr>`}</w:tbl>`
}
