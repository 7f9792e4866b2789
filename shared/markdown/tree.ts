/** Markdown as a syntax tree: CommonMark with GitHub's tables, footnotes, strikethrough and task lists. */
import type { Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import { gfmTable } from 'micromark-extension-gfm-table'
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item'
import type { Report } from './report.ts'

/** A brief of 50,000 words with 1,000 citations is a third of this; more takes minutes and memory to parse. */
const LONGEST = 4_000_000
/** The parser's time grows with the square of what may open or close something within one block. */
const MOST_MARKS_IN_A_BLOCK = 4000
/** …and with the square of the containers a line opens. */
const DEEPEST = 60

const isTooKnotty = (text: string): boolean =>
  text
    .split(/\n[ \t]*\n/)
    .some(
      (block) => block.length > 2000 && (block.match(/[*_~[\]`<>]/g)?.length ?? 0) > MOST_MARKS_IN_A_BLOCK,
    ) || new RegExp(`^[ \\t]*(?:(?:>|[-+*]|\\d{1,9}[.)])[ \\t]*){${DEEPEST},}`, 'm').test(text)

/** Null when it is too long or too knotty to be parsed. Never throws. */
export const parseTree = (text: string, report: Report): Root | null => {
  if (text.length > LONGEST || isTooKnotty(text)) {
    report.note('long')
    return null
  }
  try {
    return fromMarkdown(text, {
      extensions: [gfmTable(), gfmFootnote(), gfmStrikethrough({ singleTilde: false }), gfmTaskListItem()],
      mdastExtensions: [
        gfmTableFromMarkdown(),
        gfmFootnoteFromMarkdown(),
        gfmStrikethroughFromMarkdown(),
        gfmTaskListItemFromMarkdown(),
      ],
    })
  } catch {
    // The stack ends before the nesting does.
    report.note('unreadable')
    return null
  }
}
