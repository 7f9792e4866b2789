/**
 * Looks at an update before it is applied: does it bring anything, and is everything known that it builds on?
 * Nothing that fails here ever reaches the document.
 */
import * as Y from 'yjs'
import { Malformed, reading } from './frames.ts'

/** `gap`: it builds on something that neither the document nor the update itself contains. */
export type Finding = 'nothing-new' | 'news' | 'gap'

/** Throws {@link Malformed}, and nothing else whatever the bytes are. */
export const examine = (doc: Y.Doc, update: Uint8Array): Finding => reading(() => look(doc, update))

const look = (doc: Y.Doc, update: Uint8Array): Finding => {
  const { structs, ds } = Y.decodeUpdate(update)
  const stateOf = (client: number) => Y.getState(doc.store, client)

  // Structs may refer to later ones of the same update, so all of them are counted before any is looked at.
  const reach = new Map<number, number>()
  let runOf = -1
  let gap = false
  for (const struct of structs) {
    const { client, clock } = struct.id
    if (struct.length < 1 || !Number.isSafeInteger(clock + struct.length)) throw new Malformed('a length')
    if (client !== runOf) {
      if (reach.has(client)) throw new Malformed('a client twice')
      reach.set(client, stateOf(client))
      runOf = client
    }
    const known = reach.get(client)!
    if (struct instanceof Y.Skip) continue
    if (clock > known) gap = true
    reach.set(client, Math.max(known, clock + struct.length))
  }
  const isKnown = (client: number, clock: number) => clock < (reach.get(client) ?? stateOf(client))

  let news = false
  let steps = STEPS
  for (const struct of structs) {
    const { client, clock } = struct.id
    if (struct instanceof Y.Skip || clock + struct.length <= stateOf(client)) continue
    news = true
    if (!(struct instanceof Y.Item)) continue
    for (const id of [struct.origin, struct.rightOrigin, struct.parent]) {
      if (!(id instanceof Y.ID)) continue
      if (id.client === client && id.clock >= clock) throw new Malformed('builds on itself')
      if (!isKnown(id.client, id.clock)) gap = true
    }
    if (!gap) steps = standsBetween(doc, struct, steps)
  }
  for (const [client, ranges] of ds.clients)
    for (const { clock, len } of ranges) {
      if (!Number.isSafeInteger(clock + len)) throw new Malformed('a length')
      if (len === 0) continue
      if (!isKnown(client, clock + len - 1)) gap = true
      else if (!news && !isDeleted(doc, client, clock, len)) news = true
    }
  return gap ? 'gap' : news ? 'news' : 'nothing-new'
}

/** Looked at in one update to see that neighbours stand in order; a bound on what a hostile one may cost. */
const STEPS = 200_000

/**
 * What goes in between two neighbours that stand in different places, or the wrong way round, ends up in another
 * place on each copy: Yjs's order holds only for neighbours that somebody can have seen. Returns the steps left.
 */
const standsBetween = (doc: Y.Doc, { origin, rightOrigin }: Y.Item, steps: number): number => {
  if (!origin || !rightOrigin) return steps
  const isHere = (id: Y.ID) => id.clock < Y.getState(doc.store, id.client)
  if (!isHere(origin) || !isHere(rightOrigin)) return steps
  const left = Y.getItem(doc.store, origin)
  const right = Y.getItem(doc.store, rightOrigin)
  // What was collected has no place any more, and what builds on it will have none.
  if (!(left instanceof Y.Item) || !(right instanceof Y.Item)) return steps
  if (left.parent !== right.parent || left.parentSub !== right.parentSub)
    throw new Malformed('neighbours apart')
  if (left === right && origin.clock < rightOrigin.clock) return steps
  for (let item = left.right; item && steps > 0; item = item.right, steps--) if (item === right) return steps
  if (steps > 0) throw new Malformed('neighbours out of order')
  return steps
}

/** Whether a range that the document knows is deleted already: every step 2 repeats all deletions. */
const isDeleted = (doc: Y.Doc, client: number, clock: number, len: number): boolean => {
  const structs = doc.store.clients.get(client)
  if (!structs) return false
  for (let at = Y.findIndexSS(structs, clock); at < structs.length; at++) {
    const struct = structs[at]!
    if (struct.id.clock >= clock + len) return true
    if (!struct.deleted) return false
  }
  return true
}
