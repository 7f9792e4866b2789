/**
 * Blocks of a plain text. Blank lines separate blocks; without any, every line is one. A short line without a
 * full stop that stands before a long block is a heading.
 */
import type { CslItem } from '../cite/csl.ts'
import { type Block, type Extracted, joinBlocks, oneLine } from './text-blocks.ts'

/** A heading says what follows: it is short, and much shorter than that. */
const HEADING_LENGTH = 120
const PARAGRAPH_LENGTH = 160
/** Lines that were broken to fit a page are about as long as the page is wide; those of an address or a verse are not. */
const WRAPPED_FROM = 45
const WRAPPED_TO = 120

// A question may well be a heading; whoever ends a line with these goes on or is done.
const ENDS_A_SENTENCE = /[.!…:;,]["'”’»)\]]*$/u

export const plainText = (text: string): Extracted => {
  const lines = text
    .replaceAll('\f', '\n\n')
    .replaceAll('\v', '\n')
    .split('\n')
    .map((line) => line.trimEnd())
  const paragraphs = lines.some((line, i) => line === '' && i > 0 && i < lastOf(lines))
    ? parted(lines)
    : lines
  const texts = paragraphs.map((each) => each.trim()).filter((each) => each !== '')
  const blocks = texts.map((each, i): Block => {
    const next = texts[i + 1]
    return next !== undefined && isHeading(each, next)
      ? { kind: 'heading', level: i === 0 ? 1 : 2, text: each }
      : { kind: 'paragraph', text: each }
  })
  return { ...joinBlocks(blocks), guess: titleOf(blocks), extractor: 'plain-text 1' }
}

/** Index of the last line that has something on it. */
const lastOf = (lines: string[]) => lines.findLastIndex((line) => line.trim() !== '')

const parted = (lines: string[]): string[] => {
  const paragraphs: string[][] = [[]]
  for (const line of lines) {
    if (line.trim() === '') paragraphs.push([])
    else paragraphs.at(-1)!.push(line)
  }
  return paragraphs.map(unwrapped)
}

/** Lines that a program broke become one again; lines that a person broke stay. */
const unwrapped = (lines: string[]): string => {
  const full = lines.slice(0, -1)
  const wrapped =
    full.length > 0 && full.every((line) => line.length >= WRAPPED_FROM && line.length <= WRAPPED_TO)
  return wrapped ? lines.map((line) => line.trim()).join(' ') : lines.join('\n')
}

const isHeading = (text: string, next: string): boolean =>
  text.length <= HEADING_LENGTH &&
  !text.includes('\n') &&
  !ENDS_A_SENTENCE.test(text) &&
  // Items of a list are short too, but what follows them is as short as they are.
  !/^(?:[-*•–]|\d+[.)])\s/u.test(text) &&
  next.length >= Math.max(PARAGRAPH_LENGTH, text.length * 2)

const titleOf = (blocks: Block[]): Partial<CslItem> =>
  blocks[0]?.kind === 'heading' ? { title: oneLine(blocks[0].text) } : {}
