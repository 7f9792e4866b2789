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
 * Whoever puts something in between two neighbours saw them side by side, with all that each of them was put beside:
 * none of that can stand in between. Yjs's order holds for nothing else; anything else ends up in another place on each
 * copy. Returns the steps left.
 */
const standsBetween = (doc: Y.Doc, item: ScannedItem, steps: number): number => {
  const left = neighbour(doc, item.origin)
  const right = neighbour(doc, item.rightOrigin)
  if (left === 'not-here' || right === 'not-here') return steps
  // What was collected has no place any more, and what builds on it will have none: what stood in one place is
  // collected together.
  if (left === 'collected' || right === 'collected') {
    if (left === right || !left || !right) return steps
    throw new Malformed('neighbours apart')
  }
  if (!left && right && right.before !== null) throw new Malformed('neighbours out of order')
  if (left && !right && left.item.rightOrigin !== null) throw new Malformed('neighbours out of order')
  if (!left || !right) return steps
  if (left.item.parent !== right.item.parent || left.item.parentSub !== right.item.parentSub)
    throw new Malformed('neighbours apart')
  return sideBySide(left, right, steps)
}

/** A letter or block that stands in the document: in which item, and what it was put behind. */
type Neighbour = { id: Id; item: Y.Item; before: Id | null }

const neighbour = (doc: Y.Doc, id: Id | null): Neighbour | 'collected' | 'not-here' | null => {
  if (!id) return null
  if (id.clock >= Y.getState(doc.store, id.client)) return 'not-here'
  const item = Y.getItem(doc.store, Y.createID(id.client, id.clock))
  if (!(item instanceof Y.Item)) return 'collected'
  const isFirst = item.id.clock === id.clock
  return { id, item, before: isFirst ? item.origin : { client: id.client, clock: id.clock - 1 } }
}

const sideBySide = (left: Neighbour, right: Neighbour, steps: number): number => {
  if (left.item === right.item) return left.id.clock + 1 === right.id.clock ? steps : apart()
  // The rest of the left one's item stands in between, and the beginning of the right one's.
  if (right.item.id.clock < right.id.clock) return apart()
  const { before } = right
  const after = left.item.rightOrigin
  if (before && isIn(before, left.item) && before.clock > left.id.clock) return apart()
  for (let item = left.item.right; item && steps > 0; item = item.right, steps--) {
    if (item === right.item) return steps
    if (isIn(before, item) || isIn(after, item)) return apart()
  }
  return steps > 0 ? apart() : steps
}

const apart = (): never => {
  throw new Malformed('neighbours out of order')
}

const isIn = (id: Id | null, item: Y.Item): boolean =>
  id !== null &&
  id.client === item.id.client &&
  id.clock >= item.id.clock &&
  id.clock < item.id.clock + item.length

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
