/** A CSL item as a line of front matter, its words escaped so that pandoc reads them plainly, and back. */
import { type CslItem, cslItem } from '../cite/csl.ts'
import { wellFormed } from '../text/well-formed.ts'
import { escapeMeta, unescapeMeta } from './escape.ts'
import { canonicalJson } from './json.ts'

/** The order in which an item's fields are read best. */
export const ITEM_FIELDS = [
  'id',
  'type',
  'title',
  'author',
  'family',
  'given',
  'literal',
  'issued',
  'date-parts',
]

/** Changes every string of a JSON value. Keys that reach into prototypes are left out. */
const eachString = (value: unknown, change: (text: string) => string, depth = 0): unknown => {
  if (typeof value === 'string') return change(value)
  if (depth > 20) return null
  if (Array.isArray(value)) return value.map((v) => eachString(v, change, depth + 1))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([k]) => k !== '__proto__')
      .map(([k, v]) => [k, eachString(v, change, depth + 1)]),
  )
}

export const writeItem = (key: string, item: CslItem): string => {
  const { id: _, type, ...fields } = item
  const words = eachString(fields, (text) => escapeMeta(wellFormed(text))) as Record<string, unknown>
  return canonicalJson({ id: key, type: wellFormed(type), ...words }, ITEM_FIELDS)
}

/** From a line of JSON or from parsed front matter; null when it is no item. */
export const readItem = (from: unknown): { key: string; item: CslItem } | null => {
  let value = from
  if (typeof from === 'string') {
    try {
      value = JSON.parse(from)
    } catch {
      return null
    }
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const { id, ...fields } = eachString(value, unescapeMeta) as Record<string, unknown>
  if (typeof id !== 'string' && typeof id !== 'number') return null
  const item = cslItem.safeParse(fields)
  return item.success ? { key: String(id), item: item.data } : null
}
