/**
 * What of the schema holds for every single node whatever the order in which changes arrive: which may stand in
 * which, and what their attributes may say. How many of them there have to be is not among it, because two people
 * who each delete one of two paragraphs leave a cell without any, until an editor puts one there.
 */
import type { ContentMatch } from '@tiptap/pm/model'
import { schema, SPAN_LIMIT } from './schema.ts'

/** Addresses are the longest, and some of them carry a whole search in them. */
const STRING_LIMIT = 64 * 1024

/** Points of a picture's side: no format of ours has more. */
const SIDE_LIMIT = 65_535

/** What a page would run. No editor lets them in, however they are spelled. */
const RUNS = /^(javascript|vbscript|data):/i

/** Names of the nodes that may stand directly in this one. Empty for a node that is not known. */
export const childrenOf = (name: string): ReadonlySet<string> => children.get(name) ?? NONE

export const isKnownNode = (name: string): boolean => children.has(name)

/** Whether text stands directly in it. */
export const holdsText = (name: string): boolean => schema.nodes[name]?.inlineContent ?? false

/** Whether it stands among the letters of a text. */
export const isInlineAtom = (name: string): boolean => {
  const type = schema.nodes[name]
  return type !== undefined && type.isInline && type.isLeaf && !type.isText
}

/** Whether a node may carry this attribute with this value. */
export const allowsAttribute = (node: string, attribute: string, value: unknown): boolean => {
  const attributes = schema.nodes[node]?.spec.attrs
  return Boolean(attributes && Object.hasOwn(attributes, attribute)) && isSane(attribute, value)
}

/** Whether text may carry this mark; the value holds its attributes, and is null where the mark ends. */
export const allowsMark = (mark: string, value: unknown): boolean => {
  if (!Object.hasOwn(schema.marks, mark)) return false
  if (value === null) return true
  if (typeof value !== 'object' || Array.isArray(value)) return false
  const attributes = schema.marks[mark]!.spec.attrs ?? {}
  return Object.entries(value as object).every(
    ([name, each]) => Object.hasOwn(attributes, name) && isSane(name, each),
  )
}

const NONE: ReadonlySet<string> = new Set()

const reachable = (start: ContentMatch): ReadonlySet<string> => {
  const names = new Set<string>()
  const seen = new Set([start])
  for (const match of seen)
    for (let n = 0; n < match.edgeCount; n++) {
      const { type, next } = match.edge(n)
      names.add(type.name)
      seen.add(next)
    }
  return names
}

const children = new Map(
  Object.values(schema.nodes).map((type) => [type.name, reachable(type.contentMatch)] as const),
)

const isWithin = (value: unknown, most: number): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most

/** A table is laid out cell by cell: one that claims to span a thousand million columns ends the page. */
const isSpan = (value: unknown) => isWithin(value, SPAN_LIMIT)

/** Without what browsers pass over in front of and inside the name of a protocol. */
const address = (value: string) => value.replace(/[\p{Cc}\p{Z}]/gu, '')

/** Those that an editor computes with; all others are words, numbers, yes or no. */
const checks: Record<string, (value: unknown) => boolean> = {
  level: (value) => isWithin(value, 6),
  colspan: isSpan,
  rowspan: isSpan,
  colwidth: (value) =>
    Array.isArray(value) && value.length <= SPAN_LIMIT && value.every((each) => typeof each === 'number'),
  width: (value) => isWithin(value, SIDE_LIMIT),
  height: (value) => isWithin(value, SIDE_LIMIT),
  sha256: (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value),
  href: (value) => typeof value === 'string' && value.length <= STRING_LIMIT && !RUNS.test(address(value)),
}

const isSane = (attribute: string, value: unknown): boolean => {
  if (value === null || value === undefined) return true
  const check = checks[attribute]
  if (check) return check(value)
  if (typeof value === 'string') return value.length <= STRING_LIMIT
  return typeof value === 'boolean' || typeof value === 'number'
}
