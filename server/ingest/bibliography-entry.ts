/**
 * One entry of a bibliography as a CSL item. citation-js reads BibTeX, BibLaTeX and RIS; what it gets wrong for the files
 * that people have is put right here. No mark-up comes through. Throws a plain Error whose sentence says what is wrong.
 */
import { plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'
import { type CslDate, type CslItem, cslItem, type CslName } from '../../shared/cite/csl.ts'
import type { BibliographyFormat } from '../../shared/cite/bibliography-format.ts'

export type Read = {
  item: CslItem
  /** The key that the file gives it. */
  key: string | null
}

/** An entry with a whole abstract has a few thousand characters. */
const LONGEST = 100_000

/** `strings`: the abbreviations that a BibTeX file defines for itself. */
export const readEntry = (text: string, format: BibliographyFormat, strings = ''): Read => {
  if (text.length > LONGEST) throw new Error('It is longer than any entry should be.')
  const found = format === 'csl' ? fromJson(text) : fromText(text, format, strings)
  const { id, 'citation-key': named, ...fields } = found
  const item = cslItem.safeParse(tidy(fields))
  if (!item.success)
    throw new Error(`The field "${String(item.error.issues[0]?.path[0] ?? 'type')}" cannot be read.`)
  if (!item.data.title && !item.data.author && !item.data.URL && !item.data.DOI)
    throw new Error('It names neither a title, nor an author, nor an address.')
  const key = named ?? id
  return { item: item.data, key: typeof key === 'string' ? key : null }
}

type Fields = Record<string, unknown>

const fromJson = (text: string): Fields => {
  try {
    const value: unknown = JSON.parse(text.slice(0, objectEnd(text)))
    if (typeof value === 'object' && value !== null) return value as Fields
  } catch {
    // Said below: the parser's own words speak of positions in a piece that nobody sees.
  }
  throw new Error('It is no valid JSON.')
}

/** Behind the brace that closes the first object: after it stands the rest of the list. */
const objectEnd = (text: string): number => {
  let depth = 0
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}]/g)) {
    if (token === '{') depth++
    else if (token === '}' && --depth === 0) return index + 1
  }
  return text.length
}

const fromText = (text: string, format: 'bibtex' | 'ris', strings: string): Fields => {
  const whole = format === 'ris' ? risEntry(text) : strings + bibtexEntry(text)
  const [fields] = parse(whole, format === 'ris' ? '@ris/file' : '@biblatex/text')
  if (typeof fields !== 'object' || fields === null) throw new Error('There is no entry in it.')
  return format === 'ris' ? fromRis(fields as Fields, text) : fromBibtex(fields as Fields, text)
}

const parse = (text: string, forceType: string): unknown[] => {
  try {
    return plugins.input.chain(text, { forceType, generateGraph: false })
  } catch (error) {
    const [first = ''] = (error instanceof Error ? error.message : '').split('\n')
    throw new Error(`It cannot be read${/line|col/.test(first) ? `: ${first.slice(0, 120)}` : ''}.`, {
      cause: error,
    })
  }
}

/** Up to the brace that closes it: between entries may stand anything. */
const bibtexEntry = (text: string): string => {
  const open = text.search(/[{(]/)
  let depth = 0
  for (let at = open; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '{' || at === open) depth++
    else if (text[at] === '}' || (depth === 1 && text[open] === '(' && text[at] === ')')) {
      if (--depth === 0) return `${text.slice(0, at + 1)}\n`
    }
  }
  throw new Error('Its braces do not close.')
}

const risEntry = (text: string): string => `${text.replace(/^ER {1,2}-[^]*$/m, '').trimEnd()}\nER  - \n`

const fromBibtex = (fields: Fields, text: string): Fields => ({
  ...Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      isNames(value) ? value.map(wholeName) : name === 'language' ? languageTag(value) : value,
    ]),
  ),
  ...paper(fields, text),
})

/** BibLaTeX tells a newspaper's article from a journal's by a field that the reader passes over. */
const paper = ({ type }: Fields, text: string): Fields => {
  const [, kind] = /^\s*entrysubtype\s*=\s*["{]?(newspaper|magazine)\b/im.exec(text) ?? []
  return kind && type === 'article-journal' ? { type: `article-${kind.toLowerCase()}` } : {}
}

/** BibLaTeX names languages in words; CSL has tags (BCP 47). */
const languageTag = (value: unknown): unknown => LANGUAGES[String(value).toLowerCase()] ?? value

const LANGUAGES: Record<string, string> = {
  english: 'en',
  american: 'en-US',
  british: 'en-GB',
  german: 'de',
  ngerman: 'de',
  french: 'fr',
  spanish: 'es',
  portuguese: 'pt',
  italian: 'it',
  dutch: 'nl',
  polish: 'pl',
  russian: 'ru',
  ukrainian: 'uk',
  turkish: 'tr',
  arabic: 'ar',
  chinese: 'zh',
  japanese: 'ja',
}

const isNames = (value: unknown): value is CslName[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'object' && each !== null && 'family' in each)

/** A name in braces is one: `{World Bank}`. So is the "others" of `and others`. */
const wholeName = (name: CslName): CslName =>
  name.given === undefined && name['non-dropping-particle'] === undefined && name.family
    ? { literal: name.family }
    : name

const fromRis = (entry: Fields, text: string): Fields => {
  // The reader takes a newspaper's authors for reporters; they are read again below.
  const { reporter: _, ...fields } = entry
  const lines = [...text.matchAll(/^([A-Z][A-Z0-9]) {1,2}- ?(.*)$/gm)].map(([, tag, value]) => ({
    tag: tag!,
    value: value!.trim(),
  }))
  const all = (...tags: string[]) => lines.filter(({ tag, value }) => tags.includes(tag) && value !== '')
  const authors = all('AU', 'A1').map(({ value }) => risName(value))
  const day = all('DA')[0] ?? all('Y1')[0] ?? all('PY')[0]
  const issued = day && risDate(day.value)
  return {
    ...fields,
    ...(authors.length > 0 && { author: authors }),
    ...(issued && { issued }),
  }
}

/** "Brandt, Nadia" and "Brandt, Nadia, Jr."; a name without a comma is an institution's. */
const risName = (value: string): CslName => {
  const [family = '', given, suffix] = value.split(',').map((part) => part.trim())
  if (!given) return { literal: family }
  return { family, given, ...(suffix && { suffix }) }
}

/** `YYYY/MM/DD/other`, or with dashes. */
const risDate = (value: string): CslDate | null => {
  const parts = /^(\d{4})(?:[/-](\d{1,2}))?(?:[/-](\d{1,2}))?/.exec(value)
  if (!parts) return null
  const numbers = parts.slice(1).filter(Boolean).map(Number)
  return { 'date-parts': [numbers.slice(0, numbers.indexOf(0) < 0 ? 3 : numbers.indexOf(0))] }
}

/** Texts without mark-up and control characters; no fields that begin with "_". */
const tidy = (value: unknown): unknown => {
  if (typeof value === 'string') return plain(value)
  if (Array.isArray(value)) return value.map(tidy)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, each]) => !name.startsWith('_') && each !== null && each !== '')
      .map(([name, each]) => [name, tidy(each)]),
  )
}

const plain = (text: string): string =>
  text
    .replace(/<(script|style)\b[^]*?(?:<\/\1\s*>|$)/gi, '')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/<(?=\/?[a-z])/gi, '')
    // oxlint-disable-next-line no-control-regex -- they are what is taken out
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .trim()
