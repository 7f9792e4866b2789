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
