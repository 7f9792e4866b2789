/**
 * Where a text fragment leads on a page, as browsers look for it (WICG Scroll to Text Fragment, 3.6 "Find a range from a
 * text directive"): case, accents and kinds of space do not count; each part stands within one block and ends at words;
 * prefix and suffix stand directly beside, over the end of a block too. The page is the text of a capture: blocks end at
 * line breaks, cells at tabs.
 */
export type TextDirective = {
  prefix?: string | undefined
  start: string
  end?: string | undefined
  suffix?: string | undefined
}
export type Span = { start: number; end: number }

/** The same length as the text, so that offsets hold. */
const fold = (text: string): string => {
  const lower = text.toLowerCase()
  const plain = lower.length === text.length ? lower : text
  return plain.replace(/[^\S\n\t]/g, ' ').replace(/[\u0080-\uffff]/g, (c) => c.normalize('NFD')[0] ?? c)
}

const ALNUM = /[\p{L}\p{M}\p{N}]/u
/** Scripts that write words without spaces between them: a boundary may be anywhere. */
const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
/** Within words and numbers: "don't", "3.5" (UAX 29, MidLetter, MidNum). */
const MIDDLE = /['’.,:·]/

/** Whether the place before `at` lies inside a word. */
export const isInsideWord = (text: string, at: number): boolean => {
  const [before = '', after = ''] = [text[at - 1], text[at]]
  if (SPACELESS.test(before) || SPACELESS.test(after)) return false
  if (isWord(before) && isWord(after)) return true
  if (isWord(before) && MIDDLE.test(after)) return isWord(text[at + 1] ?? '')
  return MIDDLE.test(before) && isWord(after) && isWord(text[at - 2] ?? '')
}
/** Half of a pair is a letter: most of what lies beyond the first plane is. */
const isWord = (c: string) => ALNUM.test(c) || /[\ud800-\udfff]/.test(c)

/** Finds what directives lead to on one page. */
export const pageOf = (text: string) => {
  const page = fold(text)
  const endsWord = (at: number) => !isInsideWord(page, at)
  /** Whether these words stand at a place, whole. */
  const standsAt = (words: string, at: number) =>
    page.startsWith(words, at) && endsWord(at) && endsWord(at + words.length)
  function* places(words: string, from = 0) {
    for (let at = page.indexOf(words, from); at >= 0; at = page.indexOf(words, at + 1))
      if (standsAt(words, at)) yield at
  }
  const pastSpace = (at: number) => {
    while (at < page.length && /\s/.test(page[at]!)) at++
    return at
  }
  function* starts({ prefix, start }: TextDirective) {
    if (!prefix) return yield* places(start)
    for (const at of places(prefix)) {
      const next = pastSpace(at + prefix.length)
      if (standsAt(start, next)) yield next
    }
  }
  const isFollowed = (at: number, suffix: string | undefined) => !suffix || standsAt(suffix, pastSpace(at))

  return {
    /** In the order of the page; a browser shows the first. At most `most`. */
    matches(directive: TextDirective, most = 2): Span[] {
      const { start, end, suffix, ...rest } = directive
      const [first, last, after, before] = [start, end, suffix, rest.prefix].map((part) => part && fold(part))
      const found: Span[] = []
      for (const at of starts({ prefix: before, start: first! })) {
        if (found.length === most) break
        const past = at + first!.length
        if (!last) {
          if (isFollowed(past, after)) found.push({ start: at, end: past })
          continue
        }
        for (const to of places(last, past)) {
          if (!isFollowed(to + last.length, after)) continue
          found.push({ start: at, end: to + last.length })
          break
        }
      }
      return found
    },
  }
}
