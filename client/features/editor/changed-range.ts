/**
 * Where two states of a document differ, to the letter. The binding with Yjs replaces whole blocks for a change that
 * comes from outside, so that a transaction's own mapping says little within them; unchanged blocks are the same
 * objects, which makes the comparison cheap.
 */
import type { Node } from '@tiptap/pm/model'
import { Mapping, StepMap } from '@tiptap/pm/transform'

/** Everything before `from` and after `oldTo`/`newTo` is the same. */
export type ChangedRange = { from: number; oldTo: number; newTo: number }

// Several plugins ask about the same pair, one after the other.
let last: { before: Node; after: Node; range: ChangedRange | null } | null = null

export const changedRange = (before: Node, after: Node): ChangedRange | null => {
  if (last?.before === before && last.after === after) return last.range
  const range = compare(before, after)
  last = { before, after, range }
  return range
}

const compare = (before: Node, after: Node): ChangedRange | null => {
  const from = before.content.findDiffStart(after.content)
  const end = before.content.findDiffEnd(after.content)
  if (from === null || !end) return null
  // In "aa" → "aaa" both searches pass the same letter: the ends must not cross the start.
  const overlap = Math.max(0, from - Math.min(end.a, end.b))
  return { from, oldTo: end.a + overlap, newTo: end.b + overlap }
}

/** Positions before → positions after, for decorations. */
export const mappingOf = ({ from, oldTo, newTo }: ChangedRange): Mapping =>
  new Mapping([new StepMap([from, oldTo - from, newTo - from])])
