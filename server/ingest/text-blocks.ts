/** Puts blocks one behind the other into a capture's text, two line breaks between them, and counts their places. */
import type { CslItem } from '../../shared/cite/csl.ts'
import type { TextBlock } from '../../shared/wire/inputs.ts'

export type Extracted = {
  text: string
  blocks: TextBlock[]
  guess: Partial<CslItem>
  /** Which rules made the text, with a number that rises when they change. */
  extractor: string
}

export type Block = { kind: TextBlock['kind']; level?: number; text: string }

const BETWEEN = '\n\n'

/** Blocks without text are left out. */
export const joinBlocks = (blocks: readonly Block[]): { text: string; blocks: TextBlock[] } => {
  const parts: string[] = []
  const placed: TextBlock[] = []
  let at = 0
  for (const { kind, level, text } of blocks) {
    if (text === '') continue
    const start = parts.length ? at + BETWEEN.length : 0
    placed.push({ kind, ...(level === undefined ? {} : { level }), start, end: start + text.length })
    parts.push(text)
    at = start + text.length
  }
  return { text: parts.join(BETWEEN), blocks: placed }
}

/** One space for every run of white space, as a browser draws it. */
export const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()
