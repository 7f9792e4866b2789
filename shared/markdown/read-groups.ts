/** Pandoc's citation groups, `[see @unep_2023, pp. 42-43, emphasis mine; -@oecd_2022]`, as cites of a key. */
import { labelOfTerm } from '../cite/locator.ts'
import { wellFormed } from '../text/well-formed.ts'
import { unescapeMeta } from './escape.ts'

export type GroupCite = {
  key: string
  prefix: string | null
  suffix: string | null
  label: string | null
  locator: string | null
  suppressAuthor: boolean
}

/** A group at the beginning of a text, in brackets, with at least one key. Its brackets are not escaped, those within are. */
export const GROUP = /^\s*\[((?:[^[\]\\]|\\.){0,4000})\]/s

/** Two writings of one group compare equal: escapes, white space and what no file can hold aside. */
export const plainGroup = (group: string): string =>
  wellFormed(unescapeMeta(group)).replace(/\0/g, '\uFFFD').replace(/\s+/g, ' ').trim()

const orNull = (text: string) => (text.trim() ? text.trim() : null)

const readCite = (part: string): GroupCite | null => {
  const found =
    /^(.*?)(-?)@(?:\{([^}]+)\}|([A-Za-z0-9_](?:[A-Za-z0-9_]|[:.#$%&+?<>~/-](?=[A-Za-z0-9_]))*))(.*)$/s.exec(
      part,
    )
  if (!found) return null
  const [, prefix = '', minus = '', braced, bare, rest = ''] = found
  const pieces = rest.replace(/^[\s,]+/, '').split(/,\s+/)
  const place = pieces[0] ?? ''
  const [, term = '', where = ''] = /^(\S+)\s+(.+)$/s.exec(place) ?? []
  const label = labelOfTerm(term)
  const isPage = /^\d[\d\s–-]*$/.test(place)
  const suffix = (label || isPage ? pieces.slice(1) : pieces).join(', ')
  return {
    key: braced ?? bare ?? '',
    prefix: orNull(prefix),
    suffix: orNull(suffix),
    label: label ?? (isPage ? 'page' : null),
    locator: label ? where.trim() : isPage ? place.trim() : null,
    suppressAuthor: minus === '-',
  }
}

/** Null when it names no key. */
export const readGroup = (inner: string): GroupCite[] | null => {
  const cites = inner
    .split(/(?<!\\);/)
    .map((part) => readCite(unescapeMeta(part.replace(/\s+/g, ' ')).trim()))
    .filter((cite) => cite !== null)
  return cites.length ? cites : null
}
