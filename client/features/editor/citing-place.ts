/**
 * Where a citation goes that is made at a caret: behind the punctuation that closes the words before it, and into the
 * citation that stands there already, if one does.
 */
import type { Node } from '@tiptap/pm/model'

export type CitingPlace =
  | { is: 'new'; pos: number }
  | { is: 'citation'; pos: number; id: string }
  /** No citation can stand here: a code block, a rule. */
  | { is: 'nowhere' }

const CLOSING = /^[.,;:!?…。！？"'”’»›)\]}」』]+/u
const CLOSED = /[.!?…。！？]["'”’»›)\]}」』]*\s+$/u

export const citingPlace = (doc: Node, at: number): CitingPlace => {
  const $at = doc.resolve(at)
  const { parent } = $at
  const citation = doc.type.schema.nodes.citation
  if (!parent.isTextblock || !citation || !parent.contentMatchAt(0).matchType(citation))
    return { is: 'nowhere' }
  const standing = atCitation(doc, at)
  if (standing) return standing
  const start = $at.start()
  const before = parent.textBetween(0, $at.parentOffset, undefined, '\ufffc')
  const after = parent.textBetween($at.parentOffset, parent.content.size, undefined, '\ufffc')
  // "Exports fell. |" – the caret has passed the space behind the sentence it is about.
  const closed = CLOSED.exec(before)
  const spaces = closed ? before.length - before.trimEnd().length : 0
  const shift = spaces > 0 ? -spaces : (CLOSING.exec(after)?.[0].length ?? 0)
  const pos = start + $at.parentOffset + shift
  return atCitation(doc, pos) ?? { is: 'new', pos }
}

const atCitation = (doc: Node, at: number): CitingPlace | null => {
  const $at = doc.resolve(at)
  for (const [node, pos] of [
    [$at.nodeBefore, at - 1],
    [$at.nodeAfter, at],
  ] as const)
    if (node?.type.name === 'citation' && node.attrs.id)
      return { is: 'citation', pos, id: String(node.attrs.id) }
  return null
}
