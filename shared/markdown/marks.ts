/**
 * The marks of a line of text as a tree, written so that each reads back: white space stands outside emphasis,
 * and where stars would join a neighbour's an empty comment parts them.
 */
import type { BodyMark, BodyNode } from '../brief/body.ts'
import { joinText, sameMarks } from './normal.ts'

/** A piece of the line: what it is written as, or an emphasis that opens or closes. */
export type Piece = { is: 'text'; text: string } | { is: 'open' | 'close'; mark: string }

/** Where two marks hold equally long, this one is outside. */
const ORDER = ['quoted', 'link', 'bold', 'italic', 'strike', 'code']

export const STARS: Record<string, string> = { bold: '**', italic: '*', strike: '~~' }

const has = (node: BodyNode, mark: BodyMark) => (node.marks ?? []).some((m) => sameMarks([m], [mark]))

const without = (node: BodyNode, type: string): BodyNode => {
  const marks = (node.marks ?? []).filter((m) => m.type !== type)
  const { marks: _, ...bare } = node
  return marks.length ? { ...bare, marks } : bare
}

const isBlank = (node: BodyNode) =>
  node.type === 'hardBreak' || (node.text !== undefined && /^\s*$/u.test(node.text))

/** Text in three: the white space before it, the words, the white space after. */
const split = (node: BodyNode): BodyNode[] => {
  if (node.text === undefined) return [node]
  const lead = /^\s*/u.exec(node.text)![0]
  const words = node.text.slice(lead.length).trimEnd()
  const tail = node.text.slice(lead.length + words.length)
  return [lead, words, tail].filter((text) => text !== '').map((text) => ({ ...node, text }))
}

/** Emphasis and links begin and end with a word; a link holds no citation, since a note is a link of its own. */
export const tidyMarks = (nodes: BodyNode[]): BodyNode[] => {
  const pieces = nodes.flatMap(split).map((node) => (node.type === 'citation' ? without(node, 'link') : node))
  for (const type of [...Object.keys(STARS), 'link']) {
    for (let i = 0; i < pieces.length; i++) {
      const mark = pieces[i]!.marks?.find((m) => m.type === type)
      if (!mark) continue
      let end = i
      while (end + 1 < pieces.length && has(pieces[end + 1]!, mark)) end++
      const next = end
      while (i <= end && isBlank(pieces[i]!)) pieces[i] = without(pieces[i++]!, type)
      while (end > i && isBlank(pieces[end]!)) pieces[end] = without(pieces[end--]!, type)
      i = next
    }
  }
  return joinText(pieces)
}

/** Visits the nodes with the marks that open before and close after them, the longest outermost. */
export const nest = (
  nodes: BodyNode[],
  visit: {
    leaf: (node: BodyNode, index: number) => void
    open: (mark: BodyMark, nodes: BodyNode[]) => void
    close: (mark: BodyMark) => void
  },
): void => {
  const walk = (from: number, to: number, open: BodyMark[]): void => {
    for (let i = from; i < to;) {
      const node = nodes[i]!
      const left = (node.marks ?? []).filter((m) => !open.some((o) => sameMarks([o], [m])))
      let best: BodyMark | undefined
      let end = i
      for (const mark of left.sort((a, b) => ORDER.indexOf(a.type) - ORDER.indexOf(b.type))) {
        let stop = i + 1
        while (stop < to && has(nodes[stop]!, mark)) stop++
        if (stop > end) [best, end] = [mark, stop]
      }
      if (!best) {
        visit.leaf(node, i)
        i++
        continue
      }
      visit.open(best, nodes.slice(i, end))
      walk(i, end, [...open, best])
      visit.close(best)
      i = end
    }
  }
  walk(0, nodes.length, [])
}

const isSpace = (c: string) => c === '' || /\s/u.test(c)
const isMark = (c: string) => /[\p{P}\p{S}]/u.test(c)
const lastOf = (text: string) => Array.from(text.slice(-2)).at(-1) ?? ''
const firstOf = (text: string) => Array.from(text.slice(0, 2))[0] ?? ''

/** Invisible in every reader; a punctuation mark to the rules of emphasis. */
const PART = '<!-- -->'

/**
 * CommonMark §6.2: stars open where no white space follows and close where none precedes, and beside a
 * punctuation mark only if the other side is white space or a mark too. Where that fails, or where stars meet
 * stars, PART stands between.
 */
export const joinPieces = (pieces: Piece[]): string => {
  // Stars that open or close together are one run.
  const runs: { is: Piece['is']; text: string }[] = []
  for (const piece of pieces) {
    const text = piece.is === 'text' ? piece.text : STARS[piece.mark]!
    if (text === '') continue
    const last = runs.at(-1)
    if (last && last.is === piece.is) last.text += text
    else runs.push({ is: piece.is, text })
  }
  let out = ''
  let depth = 0
  for (const [i, run] of runs.entries()) {
    const before = lastOf(out)
    const after = firstOf(runs[i + 1]?.text ?? '')
    if (run.is === 'text') {
      out += run.text
    } else if (run.is === 'open') {
      const meetsStars = runs[i - 1]?.is === 'close'
      const shut = isMark(after) && !isSpace(before) && !isMark(before)
      // Inside another emphasis, stars after a letter could close that one.
      const closesOuter = depth > 0 && !isSpace(before) && !isMark(before)
      out += (meetsStars || shut || closesOuter ? PART : '') + run.text
      depth++
    } else {
      depth--
      const shut = isMark(before) && !isSpace(after) && !isMark(after)
      const opensInner = depth > 0 && !isSpace(after) && !isMark(after)
      out += run.text + (shut || opensInner ? PART : '')
    }
  }
  return out
}
