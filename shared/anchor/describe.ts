/**
 * A passage as W3C Web Annotation selectors: where it stands, what it says, and what stands around it. Made
 * once, when a person marks the passage; `resolve` finds it again in a later text.
 */
import type { Selectors } from './selectors.ts'

/** UTF-16 code units kept on each side: enough to tell two equal passages apart, too few to republish a source. */
const CONTEXT = 64

/** Never cuts a character from its other half or its accent: half of one is not text, and JSON and Yjs mangle it. */
const wholeFrom = (text: string, at: number) => {
  let from = at
  while (from > 0 && from < text.length && from - at < 8 && /[\uDC00-\uDFFF]|\p{M}/u.test(text[from]!)) from++
  return from
}
const wholeTo = (text: string, at: number) => (/[\uD800-\uDBFF]/.test(text[at - 1] ?? '') ? at - 1 : at)

/**
 * `start` and `end` in UTF-16 code units, end exclusive.
 * Throws RangeError when they are not whole numbers with 0 ≤ start < end ≤ text.length.
 */
export const describe = (text: string, start: number, end: number): Selectors => {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || start >= end || end > text.length)
    throw new RangeError(`No passage stands from ${start} to ${end} in a text of ${text.length} characters.`)
  return [
    { type: 'TextPositionSelector', start, end },
    {
      type: 'TextQuoteSelector',
      exact: text.slice(start, end),
      prefix: text.slice(wholeFrom(text, Math.max(0, start - CONTEXT)), start),
      suffix: text.slice(end, wholeTo(text, Math.min(text.length, end + CONTEXT))),
    },
  ]
}
