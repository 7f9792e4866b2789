/**
 * Prose as Markdown that every reader takes for the same prose: CommonMark and GitHub find no markup in it, and
 * pandoc neither citations nor mathematics, lists, spans or definitions.
 */
import { wellFormed } from '../text/well-formed.ts'

export type EscapeAt = {
  /** The text begins a line: what would open a block there is escaped. */
  lineStart?: boolean
  /** It follows a footnote mark, a link or a citation: a bracket or colon would join it. */
  afterBracket?: boolean
  /** Something inline follows; an exclamation mark before a bracket would make it a picture. */
  beforeInline?: boolean
}

const ALWAYS = new Set('\\`*[]$^~{}|')
const ALNUM = /[\p{L}\p{N}]/u

/** Editors' brackets that no reader takes for anything else. */
const EDITORS = /\[(?:…|\.\.\.|sic|[A-WYZa-wyz])\](?![([{:])/g

const LINE_STARTS: [RegExp, (found: string) => string][] = [
  [/^[#>=%]/, (c) => `\\${c}`],
  [/^[-+](?=[\s+-]|$)/, (c) => `\\${c}`],
  [/^:(?=[\s:]|$)/, () => '\\:'],
  // Pandoc counts with letters and Roman numerals too, and with brackets on both sides; a capital with a full
  // stop is an initial to it, unless two spaces follow.
  [/^[A-Z]\.(?=\s?\S)/, (found) => found],
  [/^\(?(?:\d+|[A-Za-z]|[ivxlcdmIVXLCDM]+|#)[.)](?=\s|$)/, (c) => `${c.slice(0, -1)}\\${c.slice(-1)}`],
  // A paragraph beside a table would become the table's caption.
  [/^Table:/, () => 'Table\\:'],
]

/** Text without line breaks as Markdown; line breaks in it become spaces. Lone surrogates become U+FFFD. */
export const escapeProse = (text: string, at: EscapeAt = {}): string => {
  const plain = wellFormed(text).replace(/\r\n?|\n/g, ' ')
  const free = new Set<number>()
  for (const match of plain.matchAll(EDITORS)) {
    if (at.beforeInline && match.index + match[0].length === plain.length) continue
    free.add(match.index).add(match.index + match[0].length - 1)
  }
  let start = ''
  let from = 0
  if (at.lineStart) {
    for (const [pattern, replace] of LINE_STARTS) {
      const found = pattern.exec(plain)
      if (!found) continue
      start = replace(found[0])
      from = found[0].length
      break
    }
  }
  let out = start
  for (let i = from; i < plain.length; i++) {
    const c = plain[i]!
    const before = plain[i - 1] ?? ''
    const after = plain[i + 1] ?? ''
    if (c === '\t') out += '&#x9;'
    else if (needsEscape(c, before, after, plain, i, at) && !free.has(i)) out += `\\${c}`
    else out += c
  }
  return out
}

const needsEscape = (
  c: string,
  before: string,
  after: string,
  plain: string,
  i: number,
  at: EscapeAt,
): boolean => {
  if (ALWAYS.has(c)) return true
  switch (c) {
    case '_':
      return !(ALNUM.test(before) && ALNUM.test(after))
    case '<':
      return !/[\s\d=]/.test(after)
    case '&':
      return /^&(#\d+|#x[\da-f]+|[a-z][a-z\d]*);/i.test(plain.slice(i, i + 40))
    case '@':
      return !ALNUM.test(before)
    case '!':
      return after === '[' || (after === '' && at.beforeInline === true)
    case '-':
      return before === '-'
    case '(':
    case ':':
      return i === 0 && at.afterBracket === true
    default:
      return false
  }
}

/** Within a citation group a semicolon parts two cites, and a bracket ends it: round ones stand for square ones. */
export const escapeInGroup = (text: string): string =>
  escapeProse(text.trim().replace(/\[/g, '(').replace(/\]/g, ')')).replace(/;/g, '\\;')

/** A link's address, as it stands between the brackets; angled ones around it where it has spaces. */
export const escapeAddress = (address: string): string => {
  const escaped = wellFormed(address)
    .replace(/[\\()<>|`]|&(?=#?\w+;)/g, '\\$&')
    // No reader takes these in an address, and none needs to.
    .replace(/[^\S ]|\p{Cc}/gu, encodeURIComponent)
  return escaped.includes(' ') ? `<${escaped}>` : escaped
}

/** A link's title, with its quotation marks. What pandoc would read, should it not take the link, is escaped too. */
export const escapeTitle = (title: string): string =>
  `"${wellFormed(title)
    .replace(/[\\"|`@$^~[\]{}]|&(?=#?\w+;)/g, '\\$&')
    .replace(/\s+/gu, ' ')}"`

/**
 * Pandoc reads the strings of front matter as Markdown: these are escaped so that it reads the plain words.
 * Undone by {@link unescapeMeta}.
 */
export const escapeMeta = (text: string): string => escapeProse(text, { lineStart: true })

export const unescapeMeta = (text: string): string =>
  text.replace(
    /\\([!-/:-@[-`{-~])|&#x9;/g,
    (found, mark?: string) => mark ?? (found === '&#x9;' ? '\t' : found),
  )
