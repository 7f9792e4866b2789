/**
 * Holds what an update brings against what a brief may be, before it is applied: known roots, known nodes with
 * known attributes where the schema has them, marks that it knows, records of plain values. Only what is new is
 * looked at, since this stands in the way of every keystroke.
 */
import * as Y from 'yjs'
import { type DocumentName, type RootKind, ROOTS } from '../../shared/brief/document.ts'
import {
  allowsAttribute,
  allowsMark,
  childrenOf,
  holdsText,
  isInlineAtom,
} from '../../shared/editor/allowed.ts'
import { DEPTH_LIMIT } from '../../shared/editor/depth.ts'
import { type Place, placesIn, type Where } from './places.ts'
import type { Content, Scanned, ScannedItem } from './scan.ts'

/** `anything`: a room works for documents that are no briefs, too. */
export type Rules = (root: string) => RootKind | 'anything' | undefined

export const rulesOf =
  (part: DocumentName['part']): Rules =>
  (root) =>
    Object.hasOwn(ROOTS[part], root) ? ROOTS[part][root] : undefined

/** No record has a tenth of it; a thousand times it makes one that takes seconds to read. */
const FIELDS = 256

/**
 * What is wrong with the update, or null. `news`: those of its items that the document does not have. Everything
 * they build on is known. Throws Malformed.
 */
export const faultOf = (
  doc: Y.Doc,
  scanned: Scanned,
  news: readonly ScannedItem[],
  rules: Rules,
): string | null => {
  const whereOf = placesIn(doc, scanned)
  const added = new Map<object, Set<string>>()
  for (const item of news) {
    // A name of a root makes a root, whatever becomes of the item.
    if (typeof item.parent === 'string' && !rules(item.parent)) return 'an unknown root'
    const where = whereOf(item)
    const fault = faultAt(where, item.content, rules) ?? tooManyFields(where, added)
    if (fault) return fault
  }
  return null
}

const faultAt = ({ place, key }: Where, content: Content, rules: Rules): string | null => {
  if (place.is === 'nowhere') return null
  const kind = rules(place.is === 'root' ? place.name : place.is === 'other' ? '' : place.root)
  if (kind === 'anything') return null
  if (kind === undefined) return 'an unknown root'
  if (place.depth >= DEPTH_LIMIT) return 'nested too deeply'
  // Its kind is forgotten, and where it stood does not matter any more.
  if (content.is === 'deleted') return null
  if (kind === 'texts' && place.is === 'root')
    return key !== null && content.is === 'element' && content.name === 'footnoteText' ? null : 'no text'
  if (kind === 'body' || kind === 'texts') return faultInBody(place, key, content)
  return faultInRecords(kind, place, key, content)
}

const faultInBody = (place: Place, key: string | null, content: Content): string | null => {
  if (place.is === 'root') {
    if (key !== null || content.is !== 'element') return 'no block'
    return childrenOf('doc').has(content.name) ? null : `no place for ${nameOf(content.name)}`
  }
  if (place.is === 'element') return faultInElement(place.name, key, content)
  if (place.is !== 'xml-text' || key !== null) return 'not of the schema'
  if (content.is === 'text') return null
  if (content.is === 'format')
    return allowsMark(content.key, content.value) ? null : `no mark ${nameOf(content.key)}`
  // What an editor embeds in a text is an atom; a program may have put text into any block that holds it.
  const isAtom = content.is === 'element' && isInlineAtom(content.name)
  return isAtom && childrenOf(place.owner).has(content.name) ? null : 'no inline atom'
}

const faultInElement = (name: string, key: string | null, content: Content): string | null => {
  if (key !== null) {
    // Yjs joins what was set one after the other while nobody heard of it: the last one counts.
    const isAllowed =
      content.is === 'values' && content.values.every((value) => allowsAttribute(name, key, value))
    return isAllowed ? null : `no attribute ${nameOf(key)}`
  }
  if (content.is === 'xml-text') return holdsText(name) ? null : `no text in ${nameOf(name)}`
  if (content.is !== 'element') return 'not of the schema'
  return childrenOf(name).has(content.name) ? null : `no place for ${nameOf(content.name)}`
}

const faultInRecords = (
  kind: 'records' | 'values',
  place: Place,
  key: string | null,
  content: Content,
): string | null => {
  if ((key === null) !== (place.is === 'array')) return 'not of a record'
  if (place.is === 'root') {
    if (kind === 'records') return content.is === 'map' ? null : 'no record'
    return content.is === 'values' ? null : 'no value'
  }
  if (place.is !== 'map' && place.is !== 'array') return 'not of a record'
  const isPlain = content.is === 'values' || content.is === 'map' || content.is === 'array'
  return isPlain ? null : 'not of a record'
}

const tooManyFields = ({ place, key }: Where, added: Map<object, Set<string>>): string | null => {
  if (place.is !== 'map' || key === null) return null
  const there: Has = place.type instanceof Y.Map ? place.type : NONE
  if (there.has(key)) return null
  const names = added.get(place.type) ?? new Set()
  added.set(place.type, names.add(key))
  return there.size + names.size > FIELDS ? 'too many fields' : null
}

type Has = { has(key: string): boolean; readonly size: number }

const NONE: Has = new Set()

/** A name out of a hostile update, short enough for a close reason. */
const nameOf = (name: string): string => JSON.stringify(name.slice(0, 20)).replace(/[^\x20-\x7e]/g, '?')
