/**
 * The words of a block as one text, and the way back from an offset in them to a position in the document. Citations
 * are no words; a line break and the end of a paragraph are one line feed each.
 */
import type { Node } from '@tiptap/pm/model'

export type TextMap = {
  text: string
  /** The position of the character at `offset`; at the end, the position behind the last one. */
  positionOf(offset: number): number
  /** How many characters of the text stand before the position. */
  offsetOf(position: number): number
}

type Piece = { offset: number; position: number; length: number }

/** `position` is where the node's content begins. */
export const textMap = (node: Node, position: number): TextMap => {
  const pieces: Piece[] = []
  let text = ''
  const add = (words: string, at: number) => {
    pieces.push({ offset: text.length, position: at, length: words.length })
    text += words
  }
  const walk = (parent: Node, start: number) => {
    parent.forEach((child, offset, index) => {
      const at = start + offset
      if (child.isText) add(child.text ?? '', at)
      else if (child.type.name === 'hardBreak') add('\n', at)
      else if (!child.isLeaf) {
        if (index > 0 && text !== '') add('\n', at)
        walk(child, at + 1)
      }
    })
  }
  walk(node, position)
  return {
    text,
    positionOf(offset) {
      const piece = pieces.find((p) => offset < p.offset + p.length) ?? pieces.at(-1)
      return piece ? piece.position + Math.min(offset - piece.offset, piece.length) : position
    },
    offsetOf(at) {
      let offset = 0
      for (const piece of pieces) {
        if (piece.position >= at) break
        offset = piece.offset + Math.min(piece.length, at - piece.position)
      }
      return offset
    },
  }
}
