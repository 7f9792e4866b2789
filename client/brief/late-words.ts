/**
 * Words of colleagues that arrive in what this copy has deleted already: they are gone as they come, and only the
 * update that brought them still holds them.
 */
import * as Y from 'yjs'

type Letter = { client: number; clock: number; letter: string }
type Place = { client: number; clock: number } | null
/** Letters that stand together. */
export type LateWords = Letter[][]

/**
 * Puts what a change brought that way to what was there. A deletion that the server knew of is no matter: it sends no
 * letters then. To be called before the change is cleaned up.
 */
export const addLateWords = (late: LateWords, update: Uint8Array, transaction: Y.Transaction): void => {
  // The first of a document: nothing was deleted here.
  if (transaction.beforeState.size === 0 || !bringsDeleted(transaction)) return
  const { structs, ds } = Y.decodeUpdate(update)
  const { beforeState, doc } = transaction
  for (const struct of structs) {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) continue
    const { client, clock } = struct.id
    let run: Letter[] = []
    for (let i = 0; i < struct.length; i++) {
      const id = Y.createID(client, clock + i)
      const isNew = id.clock >= (beforeState.get(client) ?? 0)
      if (isNew && isGone(doc, id) && !Y.isDeleted(ds, id))
        run.push({ client, clock: id.clock, letter: struct.content.str[i]! })
    }
    if (run[0]?.clock !== clock) put(late, run, null, null)
    else put(late, run, struct.origin, struct.rightOrigin)
  }
}

export const textsOf = (late: LateWords): string[] =>
  late.map((letters) =>
    letters
      .map(({ letter }) => letter)
      .join('')
      .trim(),
  )

const bringsDeleted = ({ beforeState, afterState, doc }: Y.Transaction): boolean => {
  for (const [client, after] of afterState) {
    const before = beforeState.get(client) ?? 0
    const structs = doc.store.clients.get(client)
    if (after === before || !structs) continue
    for (let i = Y.findIndexSS(structs, before); i < structs.length; i++) if (structs[i]!.deleted) return true
  }
  return false
}

const isGone = (doc: Y.Doc, id: Y.ID): boolean => {
  const structs = doc.store.clients.get(id.client)
  if (!structs || id.clock >= Y.getState(doc.store, id.client)) return false
  return structs[Y.findIndexSS(structs, id.clock)]!.deleted
}

/** Behind the letter it was written behind, or before the one it was written before, if those are among them. */
const put = (late: LateWords, run: Letter[], left: Place, right: Place): void => {
  if (run.length === 0) return
  for (const [place, after] of [
    [left, 1],
    [right, 0],
  ] as const)
    for (const letters of late) {
      const at = letters.findIndex((each) => each.client === place?.client && each.clock === place.clock)
      if (at < 0) continue
      letters.splice(at + after, 0, ...run)
      return
    }
  late.push(run)
}
