/**
 * What another program put on the clipboard, as a page that a brief can take. Works on a document without a window: nothing
 * is loaded and nothing runs. Each step knows one thing; the schema has the last word afterwards.
 */
import { all, styleOf, unwrap } from './elements.ts'
import { flatten } from './flat-enough.ts'
import { leave, type LeftOut } from './left-out.ts'
import { tidyBlocks } from './pasted-blocks.ts'
import { tidyInline } from './pasted-inline.ts'
import { type PastedNote, takeNotes } from './pasted-notes.ts'
import { type PastedPicture, takePictures } from './pasted-pictures.ts'
import type { Pieces } from './pieces.ts'
import { tidyTables } from './pasted-tables.ts'
import { nestWordLists } from './word-lists.ts'

export type Cleaned = { notes: PastedNote[]; pictures: PastedPicture[]; left: LeftOut }

export type CleanOptions = {
  newId: () => string
  /** The bytes of pictures that Word names by a file of its own, in their order. */
  fromFile?: readonly Omit<PastedPicture, 'alt'>[]
}

/** Cleans the page in its place. Never throws for what a page holds. */
export function* cleaning(root: Element, { newId, fromFile = [] }: CleanOptions): Pieces<Cleaned> {
  const left: LeftOut = {}
  leave(left, 'deep', flatten(root))
  yield
  for (const comment of commentsIn(root)) comment.remove()
  yield
  nestWordLists(root)
  yield
  yield* takeAway(root, left)
  const notes = takeNotes(root, newId)
  yield
  const parts = [root, ...notes.map(({ content }) => content)]
  const pictures: PastedPicture[] = takePictures(root, left, fromFile)
  for (const part of parts) {
    yield* tidyBlocks(part)
    yield* tidyTables(part)
    yield* tidyInline(part, left)
  }
  return { notes, pictures, left }
}

/** Word writes its conditions as comments, in the midst of paragraphs. */
const commentsIn = (root: Element): ChildNode[] => {
  const walk = root.ownerDocument.createTreeWalker(root, SHOW_COMMENT)
  const comments: ChildNode[] = []
  for (let node = walk.nextNode(); node; node = walk.nextNode()) comments.push(node as ChildNode)
  return comments
}

/** `NodeFilter.SHOW_COMMENT`, for documents without a window. */
const SHOW_COMMENT = 128

const SILENT =
  'style, link, meta, title, base, noscript, template, param, source, track, area, datalist, button, [hidden], .Apple-interchange-newline, .EOP, img[aria-roledescription="checkbox"]'
const KINDS: readonly [string, keyof LeftOut][] = [
  ['script', 'script'],
  ['iframe, frame, object, embed, video, audio, canvas, svg, math, applet, portal', 'embedded'],
  ['nav:not([data-contents])', 'menu'],
  ['[style*="mso-element:comment"], [style*="mso-element: comment"]', 'comment'],
  ['textarea, select, input:not([type="checkbox"]):not([type="hidden"])', 'field'],
]

function* takeAway(root: Element, left: LeftOut): Pieces<void> {
  for (const [selector, kind] of KINDS)
    for (const one of all(root, selector)) {
      yield
      if (!root.contains(one)) continue
      leave(left, kind)
      one.remove()
    }
  // A comment's own text stands at the end of the page, and its mark in the line.
  for (const mark of all(root, 'a.msocomanchor, .MsoCommentReference')) mark.remove()
  for (const one of all(root, 'del[datetime], del[cite], .msoDel')) {
    yield
    if (!root.contains(one)) continue
    leave(left, 'deleted')
    one.remove()
  }
  for (const one of all(root, SILENT)) one.remove()
  yield
  for (const one of all(root, '[style*="display"], [style*="mso-hide"]'))
    if (/display:\s*none|mso-hide:\s*all/i.test(styleOf(one))) one.remove()
  // Google Docs wraps all in bold that is not bold.
  for (const one of all(root, 'b[id^="docs-internal-guid"]')) unwrap(one)
}
