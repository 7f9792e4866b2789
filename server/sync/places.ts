/**
 * Where the items of an update stand, before it is applied: in a root, in an element of the body, in a field of a
 * record. An item names its parent or only a neighbour, in the document or in the same update, and that one again.
 */
import * as Y from 'yjs'
import { Malformed } from './malformed.ts'
import type { Id, Scanned, ScannedItem, ScannedStruct } from './scan.ts'

/** What contains something. `depth`: how many types it is inside of; a root is inside of none. */
export type Place =
  /** Its container was collected: nobody will ever see it, and Yjs keeps nothing of it. */
  | { is: 'nowhere' }
  | { is: 'root'; name: string; depth: 0 }
  | { is: 'element'; root: string; name: string; depth: number }
  /** `owner`: the name of the element that it stands in. */
  | { is: 'xml-text'; root: string; owner: string; depth: number }
  /** `type`: the same for all that stands in it. */
  | { is: 'map' | 'array'; root: string; depth: number; type: object }
  | { is: 'other'; depth: number }

/** `key`: among the fields or attributes of the place; null: in the order of its contents. */
export type Where = { place: Place; key: string | null }

const NOWHERE: Where = { place: { is: 'nowhere' }, key: null }

/** Gives the place of an item of this update. Everything it builds on is known. Throws {@link Malformed}. */
export const placesIn = (doc: Y.Doc, { structs }: Scanned): ((item: ScannedItem) => Where) => {
  const brought = byClient(structs)
  const found = new Map<ScannedItem, Where>()
  const types = new Map<unknown, Place>()

  const placeOfType = (type: Y.AbstractType<unknown>): Place => {
    const there = types.get(type)
    if (there) return there
    const { parent } = type
    const made: Place = parent
      ? inside(placeOfType(parent), kindOf(type), type)
      : { is: 'root', name: nameOfRoot(doc, type), depth: 0 }
    types.set(type, made)
    return made
  }

  /** Of a struct that the document has. */
  const standing = (id: Id): Where => {
    const item = Y.getItem(doc.store, Y.createID(id.client, id.clock)) as Y.Item | Y.GC
    if (!(item instanceof Y.Item) || !item.parent) return NOWHERE
    return { place: placeOfType(item.parent as Y.AbstractType<unknown>), key: item.parentSub }
  }

  /** The place that a parent makes for what stands in it. */
  const insideStanding = (id: Id): Place => {
    const item = Y.getItem(doc.store, Y.createID(id.client, id.clock)) as Y.Item | Y.GC
    if (!(item instanceof Y.Item)) return NOWHERE.place
    const { content } = item
    if (content instanceof Y.ContentType) return placeOfType(content.type)
    if (content instanceof Y.ContentDeleted) return NOWHERE.place
    throw new Malformed('stands in something that holds nothing')
  }

  /** The struct of this update, or null: the document has it. */
  const broughtBy = (id: Id): ScannedStruct | null =>
    id.clock < Y.getState(doc.store, id.client) ? null : structAt(brought.get(id.client) ?? [], id)

  /** What an item stands by, and how. */
  const support = (item: ScannedItem): { id: Id; as: 'neighbour' | 'parent' } | string => {
    for (const id of [item.origin, item.rightOrigin])
      if (id && isCollected(doc, broughtBy(id), id)) return 'collected'
    const neighbour = item.origin ?? item.rightOrigin
    if (neighbour) return { id: neighbour, as: 'neighbour' }
    if (typeof item.parent === 'string') return item.parent
    return { id: item.parent!, as: 'parent' }
  }

  /** The place of an item, if all that it stands by is found; or what has to be found first. */
  const attempt = (item: ScannedItem): Where | ScannedItem => {
    const by = support(item)
    if (typeof by === 'string')
      return item.parent === by ? { place: { is: 'root', name: by, depth: 0 }, key: item.key } : NOWHERE
    const struct = broughtBy(by.id)
    if (!struct) {
      if (by.as === 'neighbour') return standing(by.id)
      const place = insideStanding(by.id)
      return place.is === 'nowhere' ? NOWHERE : { place, key: item.key }
    }
    if (struct.is !== 'item') return NOWHERE
    const its = found.get(struct)
    if (!its) return struct
    if (by.as === 'neighbour') return its
    const { content } = struct
    if (content.is === 'deleted' || its.place.is === 'nowhere') return NOWHERE
    if (content.is === 'element') return { place: inside(its.place, content, struct), key: item.key }
    if (content.is === 'map' || content.is === 'array' || content.is === 'xml-text')
      return { place: inside(its.place, content, struct), key: item.key }
    throw new Malformed('stands in something that holds nothing')
  }

  return (item) => {
    const waiting = [item]
    // Letters in one update follow each other by the thousand: no recursion.
    const begun = new Set<ScannedItem>()
    while (waiting.length > 0) {
      const next = waiting.at(-1)!
      const result = found.get(next) ?? attempt(next)
      if ('place' in result) {
        found.set(next, result)
        waiting.pop()
      } else {
        if (begun.has(result)) throw new Malformed('builds on itself')
        begun.add(next)
        waiting.push(result)
      }
    }
    return found.get(item)!
  }
}

type Kind = { is: 'element'; name: string } | { is: 'map' | 'array' | 'xml-text' } | { is: 'other' }

const kindOf = (type: Y.AbstractType<unknown>): Kind => {
  if (type instanceof Y.XmlElement) return { is: 'element', name: type.nodeName }
  if (type instanceof Y.XmlText) return { is: 'xml-text' }
  if (type instanceof Y.Map) return { is: 'map' }
  if (type instanceof Y.Array) return { is: 'array' }
  return { is: 'other' }
}

const inside = (outer: Place, kind: Kind, type: object): Place => {
  if (outer.is === 'nowhere') return outer
  const depth = outer.depth + 1
  const root = outer.is === 'root' ? outer.name : outer.is === 'other' ? '' : outer.root
  switch (kind.is) {
    case 'element':
      return { is: 'element', root, name: kind.name, depth }
    case 'xml-text':
      return { is: 'xml-text', root, owner: outer.is === 'element' ? outer.name : '', depth }
    case 'map':
    case 'array':
      return { is: kind.is, root, depth, type }
    case 'other':
      return { is: 'other', depth }
  }
}

const nameOfRoot = (doc: Y.Doc, type: unknown): string => {
  for (const [name, root] of doc.share) if ((root as unknown) === type) return name
  return ''
}

const isCollected = (doc: Y.Doc, brought: ScannedStruct | null, id: Id): boolean =>
  brought
    ? brought.is !== 'item'
    : !((Y.getItem(doc.store, Y.createID(id.client, id.clock)) as Y.Item | Y.GC) instanceof Y.Item)

const byClient = (structs: readonly ScannedStruct[]): Map<number, ScannedStruct[]> => {
  const clients = new Map<number, ScannedStruct[]>()
  for (const struct of structs) {
    const there = clients.get(struct.client)
    if (there) there.push(struct)
    else clients.set(struct.client, [struct])
  }
  return clients
}

/** The struct that contains this clock, of some in order. */
const structAt = (structs: readonly ScannedStruct[], { clock }: Id): ScannedStruct => {
  let [low, high] = [0, structs.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (structs[middle]!.clock <= clock) low = middle
    else high = middle - 1
  }
  const struct = structs[low]
  if (!struct || clock < struct.clock || clock >= struct.clock + struct.length)
    throw new Malformed('builds on something that is not here')
  return struct
}
