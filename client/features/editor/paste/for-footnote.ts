/** What was pasted, reduced to what a footnote may hold: its words, line by line, with marks and citations. */
import { DOMParser as PageParser, DOMSerializer, type Schema } from '@tiptap/pm/model'
import type { BodyNode } from '../../../../shared/brief/body.ts'
import { citationIds } from '../../../../shared/brief/order.ts'
import { normalFootnote } from '../../../../shared/markdown/normal.ts'
import { EVIDENCE, parseCarried } from '../clipboard-evidence.ts'
import { leave, type LeftOut } from './left-out.ts'
import type { PastedHtml } from './pasted-html.ts'
import { MARKS } from './picture-marks.ts'

const LEFT: Readonly<Record<string, keyof LeftOut>> = {
  table: 'table',
  picture: 'picture',
  footnote: 'note',
}

/** Paragraphs alone; what goes is counted in `left`. None where nothing is left. */
export const forFootnote = (content: readonly BodyNode[], left: LeftOut): BodyNode[] => {
  const fitting = (node: BodyNode): BodyNode[] => {
    const kind = LEFT[node.type]
    if (kind) {
      leave(left, kind)
      return []
    }
    return [node.content ? { ...node, content: node.content.flatMap(fitting) } : node]
  }
  const paragraphs = normalFootnote(content.flatMap(fitting))
  return paragraphs.some((one) => one.content) ? paragraphs : []
}

/**
 * The page as it was cleaned for the body, as HTML of a footnote. `root`: an element of a document without a window, to be filled;
 * `schema`: the whole one of a brief.
 */
export const htmlForFootnote = (
  { html, pictures, left }: PastedHtml,
  root: HTMLElement,
  schema: Schema,
): { html: string; left: LeftOut } => {
  const counted = { ...left }
  leave(counted, 'picture', pictures.length)
  root.innerHTML = html.replace(MARKS, '')
  const carried = parseCarried(root.querySelector(`[${EVIDENCE}]`)?.getAttribute(EVIDENCE))
  const page = PageParser.fromSchema(schema).parse(root).toJSON() as BodyNode
  const paragraphs = forFootnote(page.content ?? [], counted)
  if (paragraphs.length === 0) return { html: '', left: counted }
  const made = DOMSerializer.fromSchema(schema).serializeFragment(
    schema.nodeFromJSON({ type: 'doc', content: paragraphs }).content,
    { document: root.ownerDocument },
  )
  root.replaceChildren(made)
  if (carried) {
    // Records of citations that stay behind would be left in the brief without a place.
    const placed = new Set(citationIds({ type: 'doc', content: paragraphs }))
    const kept = {
      ...carried,
      citations: carried.citations.filter(({ id }) => placed.has(id)),
      footnotes: [],
    }
    root.firstElementChild?.setAttribute(EVIDENCE, JSON.stringify(kept))
  }
  return { html: root.innerHTML, left: counted }
}
