/** Small words for writing a brief's body in code: each makes a node of the schema as plain data. */
import type { BodyNode } from '../../../shared/brief/body.ts'

/** Inline content: text, marked text, a citation's place. */
export type Piece = string | BodyNode

const textOf = (text: string, mark?: BodyNode['marks']): BodyNode =>
  mark ? { type: 'text', text, marks: mark } : { type: 'text', text }

const inline = (pieces: Piece[]): BodyNode[] =>
  pieces.map((piece) => (typeof piece === 'string' ? textOf(piece) : piece))

const block = (type: string, content: BodyNode[], attrs?: Record<string, unknown>): BodyNode =>
  attrs ? { type, attrs, content } : { type, content }

/** The place of the citation with this id. */
export const cite = (id: string): BodyNode => ({ type: 'citation', attrs: { id } })

/** A likelihood term, set in italics so that a reader sees it is meant as one. */
export const term = (words: string): BodyNode => textOf(words, [{ type: 'italic' }])

export const strong = (words: string): BodyNode => textOf(words, [{ type: 'bold' }])

/** Words inside a sentence that are held against an excerpt. */
export const quoted = (excerpt: string, words: string): BodyNode =>
  textOf(words, [{ type: 'quoted', attrs: { excerpt } }])

export const heading = (words: string): BodyNode => block('heading', [textOf(words)], { level: 2 })

export const paragraph = (...pieces: Piece[]): BodyNode => block('paragraph', inline(pieces))

export const bullets = (...items: Piece[][]): BodyNode =>
  block(
    'bulletList',
    items.map((pieces) => block('listItem', [paragraph(...pieces)])),
  )

/** A quotation of one paragraph. */
export const quotation = (excerpt: string, ...pieces: Piece[]): BodyNode =>
  block('quotation', [paragraph(...pieces)], { excerpt })

export const table = (head: string[], ...rows: Piece[][][]): BodyNode =>
  block('table', [
    block(
      'tableRow',
      head.map((words) => block('tableHeader', [paragraph(words)])),
    ),
    ...rows.map((cells) =>
      block(
        'tableRow',
        cells.map((pieces) => block('tableCell', [paragraph(...pieces)])),
      ),
    ),
  ])

export const references: BodyNode = { type: 'references' }
