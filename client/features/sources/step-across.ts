/** A step of the marking caret that goes on into the next or previous block at a block's edge. */
import { step, type Unit } from './caret-steps.ts'

type Block = { start: number; end: number }

/** `at` and the result are offsets into `text`; the result lies in a block, or is `at` where there is no further one. */
export const stepAcross = (
  text: string,
  blocks: readonly Block[],
  at: number,
  unit: Unit,
  forward: boolean,
): number => {
  const within = forward ? blocks.find((b) => b.end > at) : blocks.findLast((b) => b.start < at)
  if (!within) return at
  const from = Math.max(within.start, Math.min(within.end, at))
  return within.start + step(text.slice(within.start, within.end), from - within.start, unit, forward)
}
