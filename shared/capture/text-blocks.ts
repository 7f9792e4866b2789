/** Puts blocks one behind the other into a capture's text, two line breaks between them, and counts their places. */
import type { CslItem } from '../cite/csl.ts'
import type { BlockCell, PageStart, TextBlock } from '../wire/inputs.ts'

export type Extracted = {
  text: string
  blocks: TextBlock[]
  guess: Partial<CslItem>
  /** Which rules made the text, with a number that rises when they change. */
  extractor: string
  /** Where each page begins, for what has pages. */
  pages?: PageStart[]
}

/** Cells count from the beginning of the block's own text. */
export type Block = Omit<TextBlock, 'start' | 'end'> & { text: string }

const BETWEEN = '\n\n'

/** Blocks without text are left out. */
export const joinBlocks = (blocks: readonly Block[]): { text: string; blocks: TextBlock[] } => {
  const parts: string[] = []
  const placed: TextBlock[] = []
  let at = 0
  for (const { text, cells, ...block } of blocks) {
    if (text === '') continue
    const start = parts.length ? at + BETWEEN.length : 0
    const moved = cells?.map((cell) => ({ ...cell, start: cell.start + start, end: cell.end + start }))
    placed.push({ ...block, start, end: start + text.length, ...(moved && { cells: moved }) })
    parts.push(text)
    at = start + text.length
  }
  return { text: parts.join(BETWEEN), blocks: placed }
}

/** A row's cells one behind the other, as one reads them across. */
export const rowBlock = (
  cells: readonly (Omit<BlockCell, 'start' | 'end'> & { text: string })[],
  table: number,
): Block => {
  let text = ''
  const placed = cells.map(({ text: words, ...cell }, i): BlockCell => {
    if (i > 0) text += ' | '
    const start = text.length
    text += words
    return { start, end: text.length, ...cell }
  })
  return { kind: 'row', text, table, cells: placed }
}

/** One space for every run of white space, as a browser draws it. */
export const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()
