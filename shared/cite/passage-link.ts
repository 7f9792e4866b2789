/**
 * An address that leads a browser to the words themselves: a text fragment as in WICG Scroll-to-Text-Fragment,
 * `https://…#:~:text=[prefix-,]start[,end][,-suffix]`.
 */
import { wellFormed } from '../text/well-formed.ts'
import { isInsideWord, pageOf, type Span, type TextDirective } from './text-fragment.ts'

/** Longer passages are named by their first and last words: a short address survives being passed on. */
const WHOLE_UP_TO = 120
const EDGE_WORDS = 5
/** Words on each side that tell a passage from its equals: as few as do. */
const CONTEXT_WORDS = [2, 3, 5, 8, 13]

/** The address with the passage, or null when `url` is no web address or there are no words. */
export const passageLink = (url: string | null | undefined, exact: string): string | null => {
  const directive = directiveFor(exact)
  return directive && linkTo(url, directive)
}

/**
 * The same to one place of a text, which is that of the page: whole words, with words before and after it where it
 * stands there more than once.
 */
export const placedLink = (url: string | null | undefined, text: string, place: Span): string | null => {
  const { start, end } = wholeWords(text, place)
  const plain = directiveFor(text.slice(start, end))
  if (!plain) return null
  const page = pageOf(text)
  const [before, after] = [text.slice(0, start), text.slice(end)]
  // What stands in the same block first: on the page there may be more between two blocks than in the text of it.
  const candidates = [
    plain,
    ...CONTEXT_WORDS.map((words) =>
      within(plain, lastWords(before, words, true), firstWords(after, words, true)),
    ),
    ...CONTEXT_WORDS.map((words) => within(plain, lastWords(before, words), firstWords(after, words))),
  ]
  const isHere = (span: Span | undefined) => span?.start === start && span.end === end
  const only = candidates.find((each) => {
    const [first, second] = page.matches(each)
    return isHere(first) && !second
  })
  return linkTo(url, only ?? candidates.find((each) => isHere(page.matches(each)[0])) ?? candidates.at(-1)!)
}

const within = (directive: TextDirective, prefix: string, suffix: string): TextDirective => ({
  ...directive,
  ...(prefix && { prefix }),
  ...(suffix && { suffix }),
})

const BREAK = /[\n\t]+/
const wordsIn = (line: string) => line.split(/\s+/u).filter(Boolean)

/** `near`: of the block that the place is in alone, else of the nearest one with words. */
const lastWords = (before: string, many: number, near = false): string => {
  const line = near ? before.slice(lastBreak(before) + 1) : (before.trimEnd().split(BREAK).at(-1) ?? '')
  return wordsIn(line).slice(-many).join(' ')
}
const firstWords = (after: string, many: number, near = false): string => {
  const line = (near ? after : after.trimStart()).split(BREAK, 1)[0] ?? ''
  return wordsIn(line).slice(0, many).join(' ')
}
const lastBreak = (text: string) => Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\t'))

const wholeWords = (text: string, { start, end }: Span): Span => {
  while (start < end && /\s/.test(text[start]!)) start++
  while (end > start && /\s/.test(text[end - 1]!)) end--
  while (start > 0 && isInsideWord(text, start)) start--
  while (end < text.length && isInsideWord(text, end)) end++
  return { start, end }
}

/** What names a passage by itself. A part of a directive stands within one block; a range spans several. */
const directiveFor = (exact: string): TextDirective | null => {
  const lines = exact.split(BREAK).filter((line) => line.trim() !== '')
  const [first, last] = [wordsIn(lines[0] ?? ''), wordsIn(lines.at(-1) ?? '')]
  if (first.length === 0) return null
  const isLong = first.length > 2 * EDGE_WORDS && first.join(' ').length > WHOLE_UP_TO
  if (lines.length === 1 && !isLong) return { start: first.join(' ') }
  return { start: first.slice(0, EDGE_WORDS).join(' '), end: last.slice(-EDGE_WORDS).join(' ') }
}

/** `-`, `,` and `&` have a meaning of their own in the fragment; the rest is left to encodeURIComponent. */
const encode = (words: string): string =>
  encodeURIComponent(wellFormed(words)).replace(
    /[-'()*!~]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )

const linkTo = (
  url: string | null | undefined,
  { prefix, start, end, suffix }: TextDirective,
): string | null => {
  const address = (url ?? '').trim()
  if (!/^https?:\/\/[^\s<>"]+$/i.test(address)) return null
  const parts = [
    ...(prefix ? [`${encode(prefix)}-`] : []),
    encode(start),
    ...(end ? [encode(end)] : []),
    ...(suffix ? [`-${encode(suffix)}`] : []),
  ]
  // A fragment of the page's own stays before the directive; an earlier directive gives way.
  const [page = '', fragment = ''] = address.split(/#(.*)/s)
  return `${page}#${fragment.split(':~:')[0]}:~:text=${parts.join(',')}`
}
