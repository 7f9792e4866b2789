/** A pipe table as the brief's table. */
import type { PhrasingContent, Table } from 'mdast'
import type { BodyNode } from '../brief/body.ts'
import type { Remarks } from './comment.ts'
import { SPLIT } from './read-inline.ts'

const paragraphs = (inline: BodyNode[]): BodyNode[] => {
  const all: BodyNode[][] = [[]]
  for (const node of inline) {
    if (node.type === SPLIT) all.push([])
    else all.at(-1)!.push(node)
  }
  return all.map((content) => (content.length ? { type: 'paragraph', content } : { type: 'paragraph' }))
}

export const readTable = (
  table: Table,
  remarks: Remarks,
  inline: (content: PhrasingContent[]) => BodyNode[],
): BodyNode => {
  const width = table.children[0]?.children.length ?? 1
  const headless = remarks.has('headless')
  const rows = headless && table.children.length > 1 ? table.children.slice(1) : table.children
  return {
    type: 'table',
    content: rows.map((row, r) => ({
      type: 'tableRow',
      content: Array.from({ length: Math.max(width, row.children.length) }, (_, c): BodyNode => {
        const align = table.align?.[c]
        const isHead = (r === 0 && !headless) || (c === 0 && remarks.has('row-heads'))
        const cell: BodyNode = {
          type: isHead ? 'tableHeader' : 'tableCell',
          content: paragraphs(inline(row.children[c]?.children ?? [])),
        }
        return align ? { ...cell, attrs: { align } } : cell
      }),
    })),
  }
}
