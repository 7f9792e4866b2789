/** The front matter of a file, our own or another program's: title, authors, date and the references. */
import { parse } from 'yaml'
import { type About, about as aboutShape, TITLE_LIMIT } from '../brief/about.ts'
import type { CslItem } from '../cite/csl.ts'
import { unescapeMeta } from './escape.ts'
import { readItem } from './item.ts'
import type { Report } from './report.ts'

export type FrontMatter = {
  about: About
  /** In the order of the file. */
  items: { key: string; item: CslItem }[]
  /** The text behind it. */
  rest: string
}

/** Longer YAML takes seconds to parse; our own references are read without it. */
const YAML_LIMIT = 300_000

const words = (value: unknown): string | null =>
  typeof value === 'string' ? unescapeMeta(value) : typeof value === 'number' ? String(value) : null

const list = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value]

const authorName = (value: unknown): string | null => {
  if (typeof value !== 'object' || value === null) return words(value)
  const { name, given, family, literal } = value as Record<string, unknown>
  const parts = [given, family].map(words).filter((part) => part)
  return words(name) ?? words(literal) ?? (parts.length ? parts.join(' ') : null)
}

const readAbout = (meta: Record<string, unknown>): About => {
  const own =
    typeof meta.vouch === 'object' && meta.vouch !== null ? (meta.vouch as Record<string, unknown>) : {}
  const given: Record<string, unknown> = {
    title: words(meta.title)?.slice(0, TITLE_LIMIT * 20),
    lang: words(meta.lang),
    date: words(meta.date),
    authors: list(meta.author).flatMap((a) => authorName(a) ?? []),
    handling: words(meta.handling),
    embargoUntil: words(meta.embargo),
    template: typeof own.template === 'string' ? own.template : null,
    style: own.style,
  }
  return aboutShape.parse(
    Object.fromEntries(Object.entries(given).filter(([, v]) => v !== null && v !== undefined)),
  )
}

/** Never throws: what is no front matter is text. */
export const splitFrontMatter = (text: string, report: Report): FrontMatter => {
  const none: FrontMatter = { about: aboutShape.parse({}), items: [], rest: text }
  const opening = /^---[ \t]*\n/.exec(text)
  if (!opening) return none
  const closing = /^(?:---|\.\.\.)[ \t]*(?:\n|$)/m.exec(text.slice(opening[0].length))
  if (!closing) return none
  const inner = text.slice(opening[0].length, opening[0].length + closing.index)
  const rest = text.slice(opening[0].length + closing.index + closing[0].length)
  const items: FrontMatter['items'] = []
  // Our own references are a line of JSON each; reading them as such is a hundred times faster than YAML.
  const lines = inner.split('\n').filter((line) => {
    const own = /^ {2}- (\{"id":.*\})$/.exec(line)
    const item = own && readItem(own[1])
    if (item) items.push(item)
    return !item
  })
  const yaml = lines.join('\n')
  let meta: unknown
  try {
    if (yaml.length > YAML_LIMIT) throw new Error('The front matter is too long to be parsed.')
    meta = parse(yaml, { schema: 'core', maxAliasCount: 20, uniqueKeys: false, logLevel: 'silent' })
  } catch {
    report.note('front-matter')
    return { ...none, items, rest }
  }
  // Two rules with prose between them are no front matter.
  if (typeof meta !== 'object' || meta === null || Array.isArray(meta))
    return inner.trim() ? none : { ...none, rest }
  const fields = meta as Record<string, unknown>
  for (const value of list(fields.references ?? undefined)) {
    const item = readItem(value)
    if (item) items.push(item)
    else report.note('items')
  }
  return { about: readAbout(fields), items, rest }
}
