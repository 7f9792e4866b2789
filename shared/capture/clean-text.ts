/** Makes decoded text what captures hold: one kind of line break, and nothing that no one can see or quote. */
import { Refusal } from '../wire/refusal.ts'

/** One control character in so many: terminals' logs have some, programs and pictures many. */
const CONTROLS = 1000

// oxlint-disable-next-line no-control-regex -- they are what is looked for
const CONTROL = /[\u0001-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g

/** Throws Refusal `not-text`. */
export const cleanText = (text: string): string => {
  if (text.includes('\0')) throw new Refusal('not-text')
  const controls = text.match(CONTROL)?.length ?? 0
  if (controls * CONTROLS > Math.max(text.length, CONTROLS)) throw new Refusal('not-text')
  return text
    .replace(/\r\n?|[\u0085\u2028]/g, '\n')
    .replace(/\u2029/g, '\n\n')
    .replace(CONTROL, '')
}
