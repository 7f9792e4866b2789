/** A brief with one table of numbers, the first row of which names the columns. */
import * as Y from 'yjs'
import { changeAbout } from '../../shared/brief/about.ts'
import { type BodyNode, writeBody } from '../../shared/brief/body.ts'

const paragraph = (text: string): BodyNode => ({ type: 'paragraph', content: [{ type: 'text', text }] })

export type TableSize = { rows: number; columns: number }

export const tableBrief = ({ rows, columns }: TableSize): Y.Doc => {
  const doc = new Y.Doc()
  changeAbout(doc, { title: 'A brief with a long table', date: '2026-01-15', authors: ['A. Analyst'] })
  const row = (at: number): BodyNode => ({
    type: 'tableRow',
    content: Array.from({ length: columns }, (_, column) => ({
      type: at === 0 ? 'tableHeader' : 'tableCell',
      content: [paragraph(at === 0 ? `Year ${1970 + column}` : `${(at * 7919 + column * 104729) % 9973}`)],
    })),
  })
  writeBody(doc, {
    type: 'doc',
    content: [
      paragraph('What was counted, by office and year.'),
      { type: 'table', content: Array.from({ length: rows }, (_, at) => row(at)) },
      paragraph('As the offices reported it.'),
    ],
  })
  return doc
}
