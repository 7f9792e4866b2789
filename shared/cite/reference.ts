/**
 * A work as a line of the list of sources: author, year, title, where it appeared, address. What is not known
 * is left out, and no "n.d." takes its place.
 */
import { wellFormed } from '../text/well-formed.ts'
import { english, type WrittenWords } from '../words/english.ts'
import type { CslItem, CslName } from './csl.ts'
import { dateParts, dateText, listNames, namesOf, yearOf } from './names.ts'

/** A piece of a formatted reference. `href` is http or https. */
export type Run = {
  text: string
  italic?: boolean
  bold?: boolean
  smallCaps?: boolean
  raised?: boolean
  lowered?: boolean
  href?: string
}

/** Works that stand within a larger one: their title in quotation marks, the larger one's in italics. */
const WITHIN = new Set([
  'article',
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'broadcast',
  'chapter',
  'entry',
  'entry-dictionary',
  'entry-encyclopedia',
  'paper-conference',
  'post',
  'post-weblog',
  'review',
  'review-book',
  'webpage',
])

const field = (item: CslItem, name: string): string => {
  const value = item[name]
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
}

const webAddress = (item: CslItem): string | null => {
  const address = field(item, 'URL')
  if (/^https?:\/\/[^\s<>"]+$/i.test(address)) return address
  const doi = field(item, 'DOI').replace(/^(https?:\/\/(dx\.)?doi\.org\/|doi:)/i, '')
  return /^10\.\S+$/.test(doi) ? `https://doi.org/${encodeURI(wellFormed(doi))}` : null
}

const endStop = (text: string) => (/[.!?…。]["”“’»)]*$/u.test(text) ? text : `${text}.`)

/** The runs of one reference. At least one of them has text. */
export const formatReference = (item: CslItem, words: WrittenWords = english): Run[] => {
  const runs: Run[] = []
  const space = () => {
    if (runs.length) runs.push({ text: ' ' })
  }
  const sentence = (text: string) => {
    space()
    runs.push({ text: endStop(text) })
  }
  const editors = Array.isArray(item.editor) ? namesOf(item.editor as CslName[]) : []
  const authors = namesOf(item.author)
  const title = (item.title ?? '').trim()
  const container = field(item, 'container-title')
  const publisher = field(item, 'publisher')
  const year = yearOf(item)
  const within = WITHIN.has(item.type) && container !== ''
  const who = authors.length
    ? listNames(authors, words)
    : editors.length
      ? words.editors(listNames(editors, words), editors.length > 1)
      : within || item.type === 'legislation'
        ? ''
        : publisher
  // Without an author the title leads and the year follows it.
  if (who) runs.push({ text: year ? `${who} (${year})` : endStop(who) })
  const yearAfter = who || !year ? '' : ` (${year})`
  if (title) {
    space()
    if (within) runs.push({ text: `${words.titleWithin(title)}${yearAfter}` })
    else {
      runs.push({ text: title, italic: true })
      if (yearAfter) runs.push({ text: yearAfter })
    }
  }
  if (within) {
    runs.push({ text: title ? ', ' : runs.length ? ' ' : '' }, { text: container, italic: true })
    const numbers = [field(item, 'volume'), field(item, 'issue') && `(${field(item, 'issue')})`].join('')
    if (numbers) runs.push({ text: ` ${numbers}` })
    if (field(item, 'page')) runs.push({ text: `, ${field(item, 'page')}` })
  } else if (container && container !== who) {
    if (runs.length) runs.push({ text: ', ' })
    runs.push({ text: container, italic: true })
  }
  if (!title && !within && yearAfter) runs.push({ text: runs.length ? yearAfter : year })
  const last = runs.at(-1)
  if (last && !/[.!?…。]["”“’»)]*$/u.test(last.text)) runs.push({ text: '.' })
  const kind = Object.hasOwn(words.kinds, item.type) ? words.kinds[item.type] : field(item, 'genre')
  if (kind) sentence(kind[0]!.toUpperCase() + kind.slice(1))
  if (publisher && publisher !== who && publisher !== container) sentence(publisher)
  if (field(item, 'number')) sentence(words.number(field(item, 'number')))
  if (dateParts(item.issued).length > 1) sentence(dateText(item.issued, words))
  else if (!year && dateText(item.issued)) sentence(dateText(item.issued, words))
  const href = webAddress(item)
  if (href) {
    space()
    runs.push({ text: href, href })
    if (dateText(item.accessed)) runs.push({ text: ` (${words.accessed(dateText(item.accessed, words))})` })
  } else if (field(item, 'URL')) sentence(field(item, 'URL'))
  const filled = runs.filter((run) => run.text !== '')
  return filled.length ? filled : [{ text: `${words.untitledSource}.` }]
}

/** The same as one line of text. */
export const plainReference = (item: CslItem, words: WrittenWords = english): string =>
  formatReference(item, words)
    .map((run) => run.text)
    .join('')
    // Spaces at which no line breaks stay.
    .replace(/[^\S\u00a0]+/g, ' ')
    .trim()
