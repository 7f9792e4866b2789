/**
 * The cited works for LaTeX, as BibLaTeX has them (its manual, chapter 2; biber and pandoc read it, classic BibTeX most of it). UTF-8. The library
 * that reads bibliographies for us writes no other script than Latin, so it does not write these.
 */
import type { ReadBrief } from '../brief/read.ts'
import type { CslItem, CslName } from '../cite/csl.ts'
import { dateParts } from '../cite/names.ts'
import { plainDoi } from '../cite/work.ts'
import { wellFormed } from '../text/well-formed.ts'
import { citedWorks, fieldOf, isoDate } from './cited-works.ts'

const TYPES: Record<string, readonly [type: string, subtype?: string]> = {
  'article-journal': ['article'],
  'article-magazine': ['article', 'magazine'],
  'article-newspaper': ['article', 'newspaper'],
  book: ['book'],
  chapter: ['incollection'],
  dataset: ['dataset'],
  legislation: ['legislation'],
  motion_picture: ['movie'],
  'paper-conference': ['inproceedings'],
  post: ['online'],
  'post-weblog': ['online'],
  report: ['report'],
  song: ['audio'],
  thesis: ['thesis'],
  webpage: ['online'],
}

const SIGNS: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '&': '\\&',
  '%': '\\%',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

/** Nothing of a field is a command. */
const escape = (text: string): string =>
  wellFormed(text)
    // oxlint-disable-next-line no-control-regex -- they are what is looked for
    .replace(/[\u0000-\u001F\u007F]+/g, ' ')
    .replace(/[\\{}&%$#_~^]/g, (sign) => SIGNS[sign]!)

/** An address is taken as it stands; what would end its field is encoded. */
const address = (text: string): string =>
  wellFormed(text).replace(
    /[\s{}\\]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  )

const part = (name: CslName, field: string): string => {
  const value = name[field]
  return typeof value === 'string' ? escape(value.trim()) : ''
}

/** "de Hoog, A."; an institution is one word in braces, whatever "and" it holds. */
const nameOf = (name: CslName): string => {
  if (name.literal) return `{${escape(name.literal.trim())}}`
  const family = [part(name, 'non-dropping-particle'), part(name, 'family')].filter(Boolean).join(' ')
  const given = [part(name, 'given'), part(name, 'dropping-particle')].filter(Boolean).join(' ')
  if (!given) return family ? `{${family}}` : ''
  return [family.includes(' and ') ? `{${family}}` : family, part(name, 'suffix'), given]
    .filter(Boolean)
    .join(', ')
}

/** These fields are lists, which "and" divides: within braces it does not. */
const whole = (text: string): string => (/\sand\s/i.test(text) ? `{${escape(text)}}` : escape(text))

const names = (value: unknown): string =>
  Array.isArray(value) ? (value as CslName[]).map(nameOf).filter(Boolean).join(' and ') : ''

const entry = (key: string, item: CslItem): string => {
  const [type, subtype] = TYPES[item.type] ?? ['misc']
  const container = fieldOf(item, 'container-title')
  const within = type === 'article' ? 'journaltitle' : type.startsWith('in') ? 'booktitle' : 'maintitle'
  const fields: [string, string][] = [
    ['author', names(item.author)],
    ['editor', names(item.editor)],
    // In braces of its own, so that no style changes its capitals.
    ['title', item.title?.trim() ? `{${escape(item.title.replace(/\s+/gu, ' ').trim())}}` : ''],
    [
      type === 'online' || type === 'misc' ? 'organization' : within,
      type === 'online' || type === 'misc' ? whole(container) : escape(container),
    ],
    ['entrysubtype', subtype ?? ''],
    ['date', isoDate(dateParts(item.issued))],
    [type === 'report' || type === 'thesis' ? 'institution' : 'publisher', whole(fieldOf(item, 'publisher'))],
    ['location', whole(fieldOf(item, 'publisher-place'))],
    ['volume', escape(fieldOf(item, 'volume'))],
    ['number', escape(fieldOf(item, 'issue') || fieldOf(item, 'number'))],
    ['edition', escape(fieldOf(item, 'edition'))],
    ['pages', escape(fieldOf(item, 'page')).replace(/(\d)\s*[-–—]+\s*(\d)/g, '$1--$2')],
    ['doi', address(plainDoi(fieldOf(item, 'DOI')) ?? '')],
    ['isbn', escape(fieldOf(item, 'ISBN'))],
    ['url', /^https?:/i.test(fieldOf(item, 'URL')) ? address(fieldOf(item, 'URL')) : ''],
    ['urldate', isoDate(dateParts(item.accessed))],
    ['langid', /^[A-Za-z-]{1,40}$/.test(fieldOf(item, 'language')) ? fieldOf(item, 'language') : ''],
  ]
  const lines = fields.filter(([, value]) => value !== '').map(([name, value]) => `  ${name} = {${value}},\n`)
  return `@${type}{${key},\n${lines.join('')}}\n`
}

export const toBibtex = (brief: ReadBrief): string =>
  citedWorks(brief)
    .map(({ key, item }) => entry(key, item))
    .join('\n')
