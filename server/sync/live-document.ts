/**
 * The document of a room. As long as nobody writes it is only bytes, from which newcomers are answered; the first
 * real change makes a Y.Doc of them. It says what updates and edits changed, in the program's own encoding, for
 * the log and the colleagues. What goes wrong in the middle leaves no trace: it loads anew.
 */
import * as Y from 'yjs'
import { newClientId } from '../../shared/wire/client-id.ts'
import { createAnswers } from './answers.ts'
import { examine, type Finding } from './examine.ts'
import { Malformed } from './frames.ts'
import { createKnown } from './known.ts'

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
  /** All of it, as one update. */
  whole(): Uint8Array
  /** The step 2 for a copy with that state vector: the same bytes for all who ask the same. Throws {@link Malformed}. */
  answer(stateVector: Uint8Array): Uint8Array
  /** Forgets what is not durable: what is loaded counts. */
  startOver(): Promise<void>
  /** Gives up the Y.Doc, which takes many times the memory of the bytes. The next change makes another one. */
  rest(): void
  destroy(): void
}

/** More updates than this are put together by a Y.Doc: `mergeUpdates` takes more than linear time in their number. */
const MERGED = 100

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

/** One update of many. Throws if they do not make a whole document. */
const together = (updates: readonly Uint8Array[]): Uint8Array => {
  if (updates.length === 1) return updates[0]!
  if (updates.length <= MERGED) return Y.mergeUpdates([...updates])
  const doc = docOf(updates)
  const whole = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return whole
}

/** `load` gives all that is durable, for the start and for starting over. If that fails, so does the call. */
export const openLiveDocument = async (load: () => Promise<Uint8Array[]>): Promise<LiveDocument> => {
  /** The document as of now; null: the Y.Doc went on. One of the two is always there. */
  let bytes: Uint8Array | null = together(await load())
  let doc: Y.Doc | null = null
  let changes: Uint8Array[] = []
  const known = createKnown()

  const whole = (): Uint8Array => (bytes ??= Y.encodeStateAsUpdate(doc!))

  const answers = createAnswers((stateVector) => {
    if (stateVector.size === 0) return whole()
    const encoded = Y.encodeStateVector(stateVector)
    return doc ? Y.encodeStateAsUpdate(doc, encoded) : Y.diffUpdate(whole(), encoded)
  })

  const changed = () => {
    bytes = null
    answers.clear()
  }

  const writable = (): Y.Doc => {
    if (doc) return doc
    doc = docOf([whole()])
    doc.on('update', (update: Uint8Array) => {
      changes.push(update)
      changed()
    })
    return doc
  }

  const rest = () => {
    if (!doc) return
    whole()
    doc.destroy()
    doc = null
  }

  const startOver = async () => {
    doc?.destroy()
    doc = null
    changes = []
    changed()
    known.clear()
    bytes = together(await load())
  }

  const taken = () => {
    const all = changes
    changes = []
    return all
  }

  const find = (update: Uint8Array): Finding => {
    if (known.has(update) || (!doc && known.isIn(whole(), update))) return 'nothing-new'
    const finding = examine(writable(), update)
    if (finding === 'nothing-new') known.add(update)
    return finding
  }

  /** Examines and applies one; what it throws has spoilt the document. */
  const applyOne = (update: Uint8Array): Outcome => {
    let finding: Finding
    try {
      finding = find(update)
    } catch (error) {
      if (error instanceof Malformed) return error
      throw error
    }
    if (finding !== 'news') return finding
    const target = writable()
    Y.applyUpdate(target, update)
    // Structs that wait for each other in a circle pass the examination.
    if (isPending(target)) throw new Malformed('builds on itself')
    return finding
  }

  const applyTogether = (updates: readonly Uint8Array[]): Outcome[] => {
    // As long as nothing is new, no Y.Doc is needed.
    const news = doc ? -1 : updates.findIndex((update) => !known.isIn(whole(), update))
    if (!doc && news === -1) return updates.map(() => 'nothing-new')
    const first = Math.max(0, news)
    return Y.transact(writable(), () => [
      ...updates.slice(0, first).map((): Outcome => 'nothing-new'),
      ...updates.slice(first).map(applyOne),
    ])
  }

  /** After something spoilt the document: which of the updates did, and what becomes of the others. */
  const applyEachAlone = async (updates: readonly Uint8Array[]): Promise<Outcome[]> => {
    const spoilers = new Map<number, Malformed>()
    for (;;) {
      await startOver()
      const outcomes: Outcome[] = []
      const spoilt = updates.findIndex((update, index) => {
        const spoiler = spoilers.get(index)
        try {
          outcomes.push(spoiler ?? applyOne(update))
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
      const target = writable()
      try {
        Y.transact(target, () => run(target))
        return { changes: taken() }
      } catch (threw) {
        if (changes.length > 0) await startOver()
        return { threw }
      }
    },
    examine: find,
    stateVector: () => (doc ? Y.encodeStateVector(doc) : Y.encodeStateVectorFromUpdate(whole())),
    whole,
    answer: answers.to,
    startOver,
    rest,
    destroy: () => doc?.destroy(),
  }
}
