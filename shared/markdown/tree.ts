/**
 * Markdown as a syntax tree: CommonMark with GitHub's tables, footnotes, strikethrough and task lists. Parsed
 * piece by piece: the parser's time grows with the square of the containers in a text.
 */
import type { Nodes, Root, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import { gfmTable } from 'micromark-extension-gfm-table'
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item'
import { type Piece, splitPieces } from './pieces.ts'
import type { Report } from './report.ts'

/** A brief of 50,000 words with 1,000 citations is a third of this. */
const LONGEST = 4_000_000
/** What may open or close something within one block: the time grows with its square. */
const MOST_MARKS = 6000
const MOST_ITEMS = 5000
const MOST_LINES = 20_000
/** Of tables: the time grows with their number alone. Twice a sheet of 200 rows and 50 columns. */
const MOST_CELLS = 22_000
/** …and with the square of the containers that a line opens, or that its indent keeps open. */
const TOO_DEEP = /^[ \t]*(?:(?:>|[-+*]|\d{1,9}[.)])[ \t]*){40,}|^[ \t]{120,}(?:>|[-+*]|\d{1,9}[.)])/m

const isKnotty = ({ text, isCode }: Piece): boolean => {
  if (isCode || text.length < 1000) return false
  return (
    TOO_DEEP.test(text) ||
    (text.match(/\n/g)?.length ?? 0) > MOST_LINES ||
    (text.match(/^[ \t]*(?:>|[-+*]|\d{1,9}[.)])/gm)?.length ?? 0) > MOST_ITEMS ||
    (text.match(/\|/g)?.length ?? 0) > MOST_CELLS ||
    (text.match(/[*_~[\]`<&\\]/g)?.length ?? 0) > MOST_MARKS
  )
}

/** The words of a piece that would take too long, and of what the parser gave up on. */
const asParagraphs = (text: string): RootContent[] =>
  text
    .split(/\n[ \t]*\n/)
    .filter((block) => block.trim() !== '')
    .map((block) => ({
      type: 'paragraph',
      children: [{ type: 'text', value: block.replace(/\s+/g, ' ').trim() }],
    }))

const moveBy = (node: Nodes, offset: number): void => {
  const at = 'position' in node ? node.position : undefined
  if (at?.start.offset !== undefined) at.start.offset += offset
  if (at?.end.offset !== undefined) at.end.offset += offset
  if ('children' in node) for (const child of node.children) moveBy(child, offset)
}

const LABEL = /\[\^([^\]\s\\[]{1,200})\]/g

const parsePiece = (piece: Piece, labels: ReadonlySet<string>): RootContent[] => {
  // A mark is a footnote's only where its note is known: those of other pieces are named behind this one.
  const named = new Set(
    Array.from(piece.text.matchAll(LABEL), (m) => m[1]!).filter((label) => labels.has(label)),
  )
  const stubs = Array.from(named, (label) => `\n\n[^${label}]: -`).join('')
  const tree = fromMarkdown(piece.text + stubs, {
    extensions: [gfmTable(), gfmFootnote(), gfmStrikethrough({ singleTilde: false }), gfmTaskListItem()],
    mdastExtensions: [
      gfmTableFromMarkdown(),
      gfmFootnoteFromMarkdown(),
      gfmStrikethroughFromMarkdown(),
      gfmTaskListItemFromMarkdown(),
    ],
  })
  const own = tree.children.filter(
    (node) => !('position' in node) || (node.position?.start.offset ?? 0) < piece.text.length,
  )
  for (const node of own) moveBy(node, piece.start)
  return own
}

/** Null when the text is too long to be parsed at all. Never throws. */
export const parseTree = (text: string, report: Report): Root | null => {
  if (text.length > LONGEST) {
    report.note('long')
    return null
  }
  const labels = new Set(Array.from(text.matchAll(/^ {0,3}\[\^([^\]\s\\[]{1,200})\]:/gm), (m) => m[1]!))
  const children = splitPieces(text).flatMap((piece): RootContent[] => {
    if (isKnotty(piece)) {
      report.note('knotty')
      return asParagraphs(piece.text)
    }
    try {
      return parsePiece(piece, labels)
    } catch {
      // The stack ends before the nesting does.
      report.note('knotty')
      return asParagraphs(piece.text)
    }
  })
  return { type: 'root', children }
}
