/**
 * The document of a room in memory. It takes updates and edits, and says what they changed, in the program's own
 * encoding, for the log and the colleagues. What goes wrong in the middle leaves no trace: it loads anew.
 */
import * as Y from 'yjs'
import { newClientId } from '../../shared/wire/client-id.ts'
import { examine, type Finding } from './examine.ts'
import { Malformed } from './frames.ts'

/** What became of one update. */
export type Outcome = Finding | Malformed

export type LiveDocument = {
  /** Applies what can be applied, all of it as one change. */
  apply(updates: readonly Uint8Array[]): Promise<{ outcomes: Outcome[]; changes: Uint8Array[] }>
  /** Runs an edit. If the edit throws, nothing of it stays. */
  edit(run: (doc: Y.Doc) => void): Promise<{ changes: Uint8Array[] } | { threw: unknown }>
  /** Finds without applying. Throws {@link Malformed}. */
  examine(update: Uint8Array): Finding
  stateVector(): Uint8Array
  /** What a copy with that state vector lacks; without one, everything. Throws {@link Malformed}. */
  since(stateVector?: Uint8Array): Uint8Array
  destroy(): void
}

/** A Y.Doc of these updates. Throws if they do not make a whole document. */
export const docOf = (updates: readonly Uint8Array[]): Y.Doc => {
  const doc = new Y.Doc()
  doc.clientID = newClientId()
  // One transaction: a long log is put in order once and not after each row.
  Y.transact(doc, () => {
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  if (isPending(doc)) throw new Error('The stored updates have a gap.')
  return doc
}

const isPending = (doc: Y.Doc): boolean => doc.store.pendingStructs !== null || doc.store.pendingDs !== null

/** `load` gives all that is durable, for the start and for starting over. If that fails, so does the call. */
export const openLiveDocument = async (load: () => Promise<Uint8Array[]>): Promise<LiveDocument> => {
  let changes: Uint8Array[] = []
  const open = async () => {
    const fresh = docOf(await load())
    changes = []
    fresh.on('update', (update: Uint8Array) => changes.push(update))
    return fresh
  }
  let doc = await open()

  const startOver = async () => {
    doc.destroy()
    doc = await open()
  }

  const taken = () => {
    const all = changes
    changes = []
    return all
  }

  /** Examines and applies one; what it throws has spoilt the document. */
  const applyOne = (update: Uint8Array): Outcome => {
    let finding: Finding
    try {
      finding = examine(doc, update)
    } catch (error) {
      if (error instanceof Malformed) return error
      throw error
    }
    if (finding !== 'news') return finding
    Y.applyUpdate(doc, update)
    // Structs that wait for each other in a circle pass the examination.
    if (isPending(doc)) throw new Malformed('builds on itself')
    return finding
  }

  const applyTogether = (updates: readonly Uint8Array[]): Outcome[] =>
    Y.transact(doc, () => updates.map(applyOne))

  /** After something spoilt the document: which of the updates did, and what becomes of the others. */
  const applyEachAlone = async (updates: readonly Uint8Array[]): Promise<Outcome[]> => {
    const spoilers = new Map<number, Malformed>()
    for (;;) {
      await startOver()
      const outcomes: Outcome[] = []
      const spoilt = updates.findIndex((update, index) => {
        const known = spoilers.get(index)
        try {
          outcomes.push(known ?? applyOne(update))
          return false
        } catch {
          return true
        }
      })
      if (spoilt === -1) return outcomes
      spoilers.set(spoilt, new Malformed('cannot be applied'))
    }
  }

  return {
    async apply(updates) {
      let outcomes: Outcome[]
      try {
        outcomes = applyTogether(updates)
      } catch {
        outcomes = await applyEachAlone(updates)
      }
      return { outcomes, changes: taken() }
    },
    async edit(run) {
      try {
        Y.transact(doc, () => run(doc))
        return { changes: taken() }
      } catch (threw) {
        if (changes.length > 0) await startOver()
        return { threw }
      }
    },
    examine: (update) => examine(doc, update),
    stateVector: () => Y.encodeStateVector(doc),
    since(stateVector) {
      if (!stateVector) return Y.encodeStateAsUpdate(doc)
      try {
        return Y.encodeStateAsUpdate(doc, stateVector)
      } catch {
        throw new Malformed('a state vector that cannot be read')
      }
    },
    destroy: () => doc.destroy(),
  }
}
