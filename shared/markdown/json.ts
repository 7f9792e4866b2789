/** JSON that is the same bytes for the same value, and that stands safely in a comment and in front matter. */

/** UTF-16 puts surrogates before U+E000; code points come after it. */
const rank = (unit: number) => (unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x2000 : unit - 0x800)

const byCodePoint = (a: string, b: string): number => {
  const shorter = Math.min(a.length, b.length)
  for (let i = 0; i < shorter; i++) if (a[i] !== b[i]) return rank(a.charCodeAt(i)) - rank(b.charCodeAt(i))
  return a.length - b.length
}

/** A sorted copy, by code point and never by a machine's locale. */
export const sortedBy = <T>(items: Iterable<T>, key: (item: T) => string): T[] =>
  [...items].sort((a, b) => byCodePoint(key(a), key(b)))

const ordered = (value: unknown, first: readonly string[]): unknown => {
  if (Array.isArray(value)) return value.map((v) => ordered(v, first))
  if (typeof value !== 'object' || value === null) return value
  const keys = Object.keys(value)
  const lead = first.filter((key) => Object.hasOwn(value, key))
  const rest = sortedBy(
    keys.filter((key) => !first.includes(key)),
    (key) => key,
  )
  const record = value as Record<string, unknown>
  return new Map([...lead, ...rest].map((key) => [key, ordered(record[key], first)]))
}

const write = (value: unknown): string => {
  if (value instanceof Map)
    return `{${[...value].flatMap(([k, v]) => (v === undefined ? [] : [`${JSON.stringify(k)}:${write(v)}`])).join(',')}}`
  if (Array.isArray(value)) return `[${value.map((v) => (v === undefined ? 'null' : write(v))).join(',')}]`
  return JSON.stringify(value) ?? 'null'
}

const escaped = (c: string) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`

/** `first` come first in every object, the other keys by code point. What YAML cannot print is escaped. */
export const canonicalJson = (value: unknown, first: readonly string[] = []): string =>
  write(ordered(value, first)).replace(/[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g, escaped)

/** The same, for within an HTML comment: it neither ends the comment nor holds the `--` that XML forbids there. */
export const commentJson = (value: unknown, first: readonly string[] = []): string =>
  canonicalJson(value, first).replace(/--/g, '\\u002d\\u002d').replace(/>/g, '\\u003e')

/** Without the fields that say nothing: null, false, '' and empty lists. Every record has these as defaults. */
export const sparse = (record: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(record).filter(
      ([, v]) =>
        v !== null && v !== undefined && v !== false && v !== '' && !(Array.isArray(v) && v.length === 0),
    ),
  )
