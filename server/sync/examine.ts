/**
 * Looks at an update before it is applied: does it bring anything, and is everything known that it builds on?
 * Nothing that fails here ever reaches the document.
 */
import * as Y from 'yjs'
import { reading } from './frames.ts'
import { Malformed } from './malformed.ts'
import { type Id, scan, type Scanned, type ScannedItem } from './scan.ts'

/** `gap`: it builds on something that neither the document nor the update itself contains. */
export type Finding = 'nothing-new' | 'news' | 'gap'

export type Examined = {
  finding: Finding
  /** Of `news`: the items that the document does not have. */
  items: ScannedItem[]
  /** Of `news`: the clients that wrote what the document does not have. */
  authors: Set<number>
  /** How many letters, blocks and values it deletes that stand in the document. */
  deletes: number
}

/** Throws {@link Malformed}, and nothing else whatever the update is. */
export const examine = (doc: Y.Doc, { structs, deletions }: Scanned): Examined => {
  const stateOf = (client: number) => Y.getState(doc.store, client)

  // Structs may refer to later ones of the same update, so all of them are counted before any is looked at.
  const reach = new Map<number, number>()
  let gap = false
  for (const { is, client, clock, length } of structs) {
    const known = reach.get(client) ?? stateOf(client)
    reach.set(client, known)
    if (is === 'skipped') continue
    if (clock > known) gap = true
    reach.set(client, Math.max(known, clock + length))
  }
  const isKnown = ({ client, clock }: Id) => clock < (reach.get(client) ?? stateOf(client))

  const items: ScannedItem[] = []
  const authors = new Set<number>()
  let steps = STEPS
  for (const struct of structs) {
    const { client, clock, length } = struct
    if (struct.is === 'skipped' || clock + length <= stateOf(client)) continue
    authors.add(client)
    if (struct.is !== 'item') continue
    items.push(struct)
    const { origin, rightOrigin, parent } = struct
    for (const id of [origin, rightOrigin, parent]) {
      if (id === null || typeof id === 'string') continue
      if (id.client === client && id.clock >= clock) throw new Malformed('builds on itself')
      if (!isKnown(id)) gap = true
    }
    if (!gap) steps = standsBetween(doc, struct, steps)
  }
  let deletes = 0
  for (const { client, clock, length } of deletions)
    if (!isKnown({ client, clock: clock + length - 1 })) gap = true
    else deletes += undeleted(doc, client, clock, length)
  const finding = gap ? 'gap' : authors.size > 0 || deletes > 0 ? 'news' : 'nothing-new'
  return { finding, items, authors, deletes }
}

/**
 * Without the structs that the document has, and of those that it has a part of, the rest. Yjs would look up the
 * neighbours of all of them, cut what stands there in two for it, and put a rest wherever its part happens to stand,
 * whatever a retold struct says of itself: here it says what is done with it. Throws {@link Malformed}.
 */
export const withoutKnown = (doc: Y.Doc, update: Uint8Array): { update: Uint8Array; scanned: Scanned } => {
  const scanned = scan(update)
  const known = new Map<number, number>()
  let isRetold = false
  for (const { is, client, clock } of scanned.structs) {
    const state = Y.getState(doc.store, client)
    known.set(client, state)
    if (is !== 'skipped' && clock < state) isRetold = true
  }
  if (!isRetold) return { update, scanned }
  const rest = reading(() => Y.diffUpdate(update, Y.encodeStateVector(known)))
  return { update: rest, scanned: scan(rest) }
}

/** Looked at in one update to see that neighbours stand in order; a bound on what a hostile one may cost. */
const STEPS = 200_000

/**
 * What goes in between two neighbours that stand in different places, or the wrong way round, ends up in another
 * place on each copy: Yjs's order holds only for neighbours that somebody can have seen. Returns the steps left.
 */
const standsBetween = (doc: Y.Doc, { origin, rightOrigin }: ScannedItem, steps: number): number => {
  const left = neighbour(doc, origin)
  const right = neighbour(doc, rightOrigin)
  if (left === null || right === null || left === 'not-here' || right === 'not-here') return steps
  // What was collected has no place any more, and what builds on it will have none: what stood in one place is
  // collected together.
  if (left === 'collected' && right === 'collected') return steps
  if (left === 'collected' || right === 'collected') return apart()
  if (left.parent !== right.parent || left.parentSub !== right.parentSub) return apart()
  if (left === right) return origin!.clock < rightOrigin!.clock ? steps : apart()
  for (let item = left.right; item && steps > 0; item = item.right, steps--) if (item === right) return steps
  return steps > 0 ? apart() : steps
}

const neighbour = (doc: Y.Doc, id: Id | null): Y.Item | 'collected' | 'not-here' | null => {
  if (!id) return null
  if (id.clock >= Y.getState(doc.store, id.client)) return 'not-here'
  const item = Y.getItem(doc.store, Y.createID(id.client, id.clock))
  return item instanceof Y.Item ? item : 'collected'
}

const apart = (): never => {
  throw new Malformed('neighbours apart')
}

/**
 * Holds items that were just applied to the same, those of them too that stand by each other. What it throws has spoilt
 * the document: what can be seen before is looked at before.
 */
export const checkPlaces = (doc: Y.Doc, items: readonly ScannedItem[]): void => {
  let steps = STEPS
  for (const item of items) {
    const there = Y.getItem(doc.store, Y.createID(item.client, item.clock))
    const neighbours = [item.origin, item.rightOrigin].map((id) => neighbour(doc, id))
    // It was collected at once, or it was not: so were all that it stands by.
    const isCollected = !(there instanceof Y.Item)
    if (neighbours.some((each) => each !== null && (each === 'collected') !== isCollected)) apart()
    if (!isCollected) steps = standsBetween(doc, item, steps)
  }
}

/** How much of a range stands in the document: every step 2 repeats all deletions. */
const undeleted = (doc: Y.Doc, client: number, clock: number, length: number): number => {
  const structs = doc.store.clients.get(client)
  // Of what comes with it, nothing stands yet.
  if (!structs || clock >= Y.getState(doc.store, client)) return 0
  const end = clock + length
  let standing = 0
  for (let at = Y.findIndexSS(structs, clock); at < structs.length; at++) {
    const struct = structs[at]!
    const from = Math.max(clock, struct.id.clock)
    if (from >= end) break
    if (!struct.deleted) standing += Math.min(end, struct.id.clock + struct.length) - from
  }
  return standing
}
