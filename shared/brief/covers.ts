/**
 * Which words a citation speaks for: the sentence it stands in or ends, or, when its writer chose so, the whole
 * paragraph, list item, cell or quotation. A check holds for these words and no others.
 */
import { sentenceAt } from '../text/sentences.ts'
import type { BodyNode } from './body.ts'
import type { CitationRecord } from './citation.ts'
import { textBlocks } from './text-block.ts'

/** The inline content of a block: its text, and its citations at their places. A hard break is '\n'. */
export type Inline = string | { citation: string }

type Covers = CitationRecord['covers']

/** What a citation that covers a block takes as the block. */
const WIDER = new Set(['listItem', 'taskItem', 'tableCell', 'tableHeader', 'quotation'])

/** The inline content of a textblock. */
const inlineOf = (block: BodyNode): Inline[] =>
  (block.content ?? []).flatMap((node): Inline[] => {
    if (node.text !== undefined) return [node.text]
    if (node.type === 'hardBreak') return ['\n']
    if (node.type === 'citation') return [{ citation: String(node.attrs?.id ?? '') }]
    return []
  })

/** The words of a block or of blocks within it, a line a textblock. Citations are no words. */
export const wordsOfBlock = (node: BodyNode): string =>
  textBlocks.has(node.type)
    ? inlineOf(node)
        .filter((part) => typeof part === 'string')
        .join('')
    : (node.content ?? [])
        .map(wordsOfBlock)
        .filter((words) => words !== '')
        .join('\n')

/** The covered words within one block's inline content; empty when the citation does not stand in it. */
export const coveredWords = (inline: readonly Inline[], citationId: string, covers: Covers): string => {
  let text = ''
  let position = -1
  for (const part of inline) {
    if (typeof part === 'string') text += part
    else if (position < 0 && part.citation === citationId) position = text.length
  }
  if (position < 0) return ''
  if (covers === 'block') return text.trim()
  const span = sentenceAt(text, position)
  return span ? text.slice(span.start, span.end) : ''
}

const holds = (block: BodyNode, citationId: string) =>
  (block.content ?? []).some((n) => n.type === 'citation' && n.attrs?.id === citationId)

/** The textblock that the citation first stands in, with the blocks around it, the outermost first. */
const pathTo = (node: BodyNode, citationId: string): BodyNode[] | null => {
  if (textBlocks.has(node.type)) return holds(node, citationId) ? [node] : null
  for (const child of node.content ?? []) {
    const path = pathTo(child, citationId)
    if (path) return [node, ...path]
  }
  return null
}

/** The same, looked up in the whole body; empty when the citation does not stand in it. */
export const coveredIn = (body: BodyNode, citationId: string, covers: Covers): string => {
  const path = pathTo(body, citationId)
  const block = path?.at(-1)
  if (!path || !block) return ''
  const wider = covers === 'block' ? path.findLast((node) => WIDER.has(node.type)) : undefined
  return wider ? wordsOfBlock(wider).trim() : coveredWords(inlineOf(block), citationId, covers)
}
