/**
 * Text without its layout: what differs between two printings of the same words is folded away, and every
 * folded character remembers where it came from.
 */

/**
 * `layout`: white space to one space; soft hyphens and zero-width characters dropped; quotation marks, dashes and
 * ellipses as ASCII; ligatures in letters; composed accents. Superscript digits stay apart: "3¹" is not "31".
 * `tight`: `layout` without white space, hyphens and what parts the cells of a row too, save at digits, where they tell
 * numbers apart.
 */
export type Folding = 'layout' | 'tight'

export type Folded = {
  text: string
  /** The place in the unfolded text of each folded code unit; one more entry for the end. */
  from: Uint32Array
}

const FOLDED = new Map<string, string>([
  ...[...'‘’‚‛′`´ʼ‹›＇'].map((c): [string, string] => [c, "'"]),
  ...[...'“”„‟″«»＂'].map((c): [string, string] => [c, '"']),
  ...[...'‐‑‒–—―−﹣－⁃'].map((c): [string, string] => [c, '-']),
  ['…', '...'],
  ['ﬀ', 'ff'],
  ['ﬁ', 'fi'],
  ['ﬂ', 'fl'],
  ['ﬃ', 'ffi'],
  ['ﬄ', 'ffl'],
  ['ﬅ', 'st'],
  ['ﬆ', 'st'],
])

const SPACE = /\s/u
const DROPPED = /[\u00AD\u200B-\u200F\u2060-\u2064\uFEFF\u202A-\u202E]/
const DIGIT = /[0-9]/
const MARK = /\p{M}/u

/** "10-18", over a line's end too, and "-5": without its hyphen it is another number. */
const tellsNumber = (text: string, at: number, next: number): boolean => {
  const before = text.slice(Math.max(0, at - NEAR), at)
  const after = text.slice(next, next + NEAR)
  return (
    /^\s*[0-9]/.test(after) &&
    (/[0-9]\s*$/.test(before) || (/(^|[\s([{=<>±~≈$€£¥])$/.test(before) && /^[0-9]/.test(after)))
  )
}
/** White space between a hyphen and its digits that is looked across. */
const NEAR = 8

/** Time and space are linear in the text. */
export const fold = (text: string, folding: Folding = 'layout'): Folded => {
  const out: string[] = []
  // A cluster may fold to at most three code units a character (an ellipsis).
  const from: number[] = []
  const put = (folded: string, at: number) => {
    for (let i = 0; i < folded.length; i++) from.push(at)
    out.push(folded)
  }
  let spaceAt = -1
  let i = 0
  while (i < text.length) {
    const at = i
    const code = text.codePointAt(i)!
    let c = String.fromCodePoint(code)
    i += c.length
    if (SPACE.test(c) || (folding === 'tight' && c === '|')) {
      if (spaceAt < 0) spaceAt = at
      continue
    }
    if (DROPPED.test(c)) continue
    // Only what lies beyond Latin-1 can be followed by, or be, a combining mark.
    if (i < text.length && text.charCodeAt(i) > 0x2ff) {
      let mark = String.fromCodePoint(text.codePointAt(i)!)
      while (i < text.length && MARK.test(mark) && i - at < 32) {
        c += mark
        i += mark.length
        mark = i < text.length ? String.fromCodePoint(text.codePointAt(i)!) : ''
      }
      c = c.normalize('NFC')
    }
    if (spaceAt >= 0) {
      const betweenDigits = DIGIT.test(out.at(-1) ?? '') && DIGIT.test(c)
      if (out.length && (folding === 'layout' || betweenDigits)) put(' ', spaceAt)
      spaceAt = -1
    }
    const folded = FOLDED.get(c) ?? c
    if (folding === 'tight' && folded === '-' && !tellsNumber(text, at, i)) continue
    put(folded, at)
  }
  from.push(text.length)
  return { text: out.join(''), from: Uint32Array.from(from) }
}

/** A stretch of the folded text back in the unfolded one, without the white space behind it. */
export const unfold = (
  folded: Folded,
  text: string,
  start: number,
  end: number,
): { start: number; end: number } => {
  const first = folded.from[start] ?? text.length
  let last = folded.from[end] ?? text.length
  while (last > first && (SPACE.test(text[last - 1]!) || DROPPED.test(text[last - 1]!))) last--
  return { start: first, end: last }
}
