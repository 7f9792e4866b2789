/**
 * What somebody typed of a passage and has not kept yet: who says it, a note. Esc lets go of the passage and of nothing else: the
 * same passage, or one that shares words with it, marked again has it back. Only on this page, until it is kept or emptied.
 */
import type * as Y from 'yjs'
import type { WhoDraft } from './who-says.tsx'

/** Null: nobody asked for that part, or it was closed again. */
export type PassageDraft = { who: WhoDraft | null; note: string | null }

type Range = { start: number; end: number }
type Held = { capture: string; range: Range; draft: PassageDraft }

export const NO_DRAFT: PassageDraft = { who: null, note: null }

const held = new WeakMap<Y.Doc, Held[]>()

const saysSomething = ({ who, note }: PassageDraft) =>
  [note, who?.name, who?.role, who?.via].some((typed) => (typed ?? '').trim() !== '')

const meets = (one: Range, other: Range) => one.start < other.end && other.start < one.end

const isSame = (one: Range, other: Range) => one.start === other.start && one.end === other.end

/** `capture` is the SHA-256 of the saved copy, `range` in its text. The very passage goes before one that only meets it, the last typed before an older one. */
export const draftOf = (doc: Y.Doc, capture: string, range: Range): PassageDraft => {
  const here = (held.get(doc) ?? []).filter((one) => one.capture === capture && meets(one.range, range))
  return (here.find((one) => isSame(one.range, range)) ?? here[0])?.draft ?? NO_DRAFT
}

/** Takes the place of every draft of a passage that shares words with this one: it was made from it. */
export const holdDraft = (doc: Y.Doc, capture: string, range: Range, draft: PassageDraft): void => {
  const others = (held.get(doc) ?? []).filter((one) => one.capture !== capture || !meets(one.range, range))
  held.set(doc, saysSomething(draft) ? [{ capture, range, draft }, ...others] : others)
}
