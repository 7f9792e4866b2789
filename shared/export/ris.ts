/** The cited works as RIS (Research Information Systems, 2001; the tags that Zotero and EndNote read), a line a field, CRLF. */
import type { ReadBrief } from '../brief/read.ts'
import type { CslItem, CslName } from '../cite/csl.ts'
import { dateParts } from '../cite/names.ts'
import { plainDoi } from '../cite/work.ts'
import { wellFormed } from '../text/well-formed.ts'
import { citedWorks, fieldOf, isoDate } from './cited-works.ts'

const TYPES: Record<string, string> = {
  'article-journal': 'JOUR',
  'article-magazine': 'MGZN',
  'article-newspaper': 'NEWS',
  book: 'BOOK',
  broadcast: 'VIDEO',
  chapter: 'CHAP',
  dataset: 'DATA',
  graphic: 'ART',
  interview: 'PCOMM',
  legislation: 'STAT',
  motion_picture: 'VIDEO',
  'paper-conference': 'CPAPER',
  personal_communication: 'PCOMM',
  post: 'BLOG',
  'post-weblog': 'BLOG',
  report: 'RPRT',
  song: 'SOUND',
  speech: 'HEAR',
  thesis: 'THES',
  webpage: 'ELEC',
}

const names = (value: unknown): string[] =>
  Array.isArray(value)
    ? (value as CslName[])
        .map((name) => {
          if (name.literal) return name.literal
          const family = [name['non-dropping-particle'], name.family].filter(Boolean).join(' ')
          return [family, [name.given, name['dropping-particle']].filter(Boolean).join(' '), name.suffix]
            .filter(Boolean)
            .join(', ')
        })
        .filter((name) => name !== '')
    : []

const entry = (key: string, item: CslItem): string => {
  const [first, last] = fieldOf(item, 'page').split(/\s*[-–—]+\s*/)
  const issued = dateParts(item.issued)
  const fields: [string, string | undefined][] = [
    ['TY', TYPES[item.type] ?? 'GEN'],
    ['ID', key],
    ...names(item.author).map((name): [string, string] => ['AU', name]),
    ...names(item.editor).map((name): [string, string] => ['ED', name]),
    ['TI', item.title],
    ['T2', fieldOf(item, 'container-title')],
    ['PY', isoDate(issued.slice(0, 1))],
    ['DA', issued.length > 1 ? isoDate(issued, '/') : ''],
    ['PB', fieldOf(item, 'publisher')],
    ['CY', fieldOf(item, 'publisher-place')],
    ['VL', fieldOf(item, 'volume')],
    ['IS', fieldOf(item, 'issue') || fieldOf(item, 'number')],
    ['SP', first],
    ['EP', last],
    ['DO', plainDoi(fieldOf(item, 'DOI')) ?? ''],
    ['UR', fieldOf(item, 'URL')],
    ['Y2', isoDate(dateParts(item.accessed), '/')],
    ['LA', fieldOf(item, 'language')],
  ]
  return [...fields, ['ER', ' '] as [string, string]]
    .map(([tag, value]) => [tag, oneLine(value ?? '')] as const)
    .filter(([tag, value]) => value !== '' || tag === 'ER')
    .map(([tag, value]) => `${tag}  - ${value}`.trimEnd() + (tag === 'ER' ? ' ' : ''))
    .join('\r\n')
}

/** A line that ended within a field would begin another one. */
const oneLine = (text: string): string =>
  wellFormed(text)
    // oxlint-disable-next-line no-control-regex -- they are what is looked for
    .replace(/[\u0000-\u001F\u007F\u0085\u2028\u2029]+/g, ' ')
    .trim()

export const toRis = (brief: ReadBrief): string =>
  citedWorks(brief)
    .map(({ key, item }) => `${entry(key, item)}\r\n`)
    .join('\r\n')
