/**
 * The document of a room. As long as nobody writes it is only bytes, from which newcomers are answered; the first
 * real change makes a Y.Doc of them. It says what updates and edits changed, in the program's own encoding, for
 * the log and the colleagues. What goes wrong in the middle leaves no trace: it loads anew.
 */
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { Refusal } from '../../shared/wire/refusal.ts'
import { newClientId } from '../../shared/wire/client-id.ts'
import { createAnswers } from './answers.ts'
import { checkPlaces, type Finding } from './examine.ts'
import { createGuard, type Offered, type Verdict } from './guard.ts'
import { createKnown } from './known.ts'
import { type Ledger, type Ownership, SERVER } from './ledger.ts'
import { Malformed } from './malformed.ts'
import { createQuota } from './quota.ts'
import type { Rules } from './shape.ts'

/** What became of one update. */
export type Outcome = Finding | Malformed | Exclude<Verdict, { is: Finding }>

/** What came of updates or an edit, and has to be made durable: changes, and who writes under which ids now. */
export type Changed = { changes: Uint8Array[]; claims: Ownership[] }

export type LiveDocument = {
  /** Applies what can be applied, all of it as one change. */
  apply(offers: readonly Offered[]): Promise<Changed & { outcomes: Outcome[] }>
  /** Runs an edit. If the edit throws, or what it adds is too much, nothing of it stays. */
  edit(run: (doc: Y.Doc) => void): Promise<Changed | { threw: unknown }>
  /** Finds without applying. Throws {@link Malformed}. */
  examine(update: Uint8Array): Finding
  stateVector(): Uint8Array
  /** All of it, as one update. */
  whole(): Uint8Array
  /** The step 2 for a copy with that state vector: the same bytes for all who ask the same. Throws {@link Malformed}. */
  answer(stateVector: Uint8Array): Uint8Array
  /** Forgets what is not durable: what is loaded counts. */
  startOver(): Promise<void>
  /** What it holds of what it may hold: 0 to 1, and a little beyond. */
  share(): number
  /** Gives up the Y.Doc, which takes many times the memory of the bytes. The next change makes another one. */
  rest(): void
  destroy(): void
}

/** So many copies that lack different parts are answered from the bytes; for more, a Y.Doc is quicker. */
const ASKED = 8

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

export type LiveOptions = {
  /** Gives all that is durable, for the start and for starting over. If that fails, so does the call. */
  load(): Promise<Uint8Array[]>
  ledger: Ledger
  rules: Rules
}

export const openLiveDocument = async ({ load, ledger, rules }: LiveOptions): Promise<LiveDocument> => {
  /** The document as of now; null: the Y.Doc went on. One of the two is always there. */
  let bytes: Uint8Array | null = together(await load())
  let doc: Y.Doc | null = null
  let changes: Uint8Array[] = []
  /** What `changes` claim, or the last ones that were taken. */
  let claims: Ownership[] = []
  const known = createKnown()

  const whole = (): Uint8Array => (bytes ??= Y.encodeStateAsUpdate(doc!))

  const quota = createQuota(bytes.byteLength, whole)
  const guard = createGuard(rules, ledger, quota)

  /** Of the document as of now: after a restart hundreds are greeted with it. */
  let vector: Uint8Array | null = null
  let asked = 0

  const answers = createAnswers(
    (stateVector) => {
      if (stateVector.size === 0) return whole()
      if (!doc && ++asked > ASKED) writable()
      const encoded = Y.encodeStateVector(stateVector)
      return doc ? Y.encodeStateAsUpdate(doc, encoded) : Y.diffUpdate(whole(), encoded)
    },
    // An update begins with their number.
    () => doc?.store.clients.size ?? decoding.readVarUint(decoding.createDecoder(whole())),
  )

  const changed = () => {
    bytes = null
    vector = null
    answers.clear()
  }

  const writable = (): Y.Doc => {
    if (doc) return doc
    doc = docOf([whole()])
    doc.on('update', (update: Uint8Array) => {
      changes.push(update)
      changed()
    })
    quota.measure(doc)
    return doc
  }

  const rest = () => {
    if (!doc) return
    whole()
    doc.destroy()
    doc = null
    asked = 0
  }

  const startOver = async () => {
    doc?.destroy()
    doc = null
    changes = []
    ledger.drop(claims)
    claims = []
    changed()
    known.clear()
    bytes = together(await load())
  }

  const taken = (): Changed => {
    const all = changes
    changes = []
    return { changes: all, claims }
  }

  const claim = (rows: readonly Ownership[]) => {
    ledger.add(rows)
    claims.push(...rows)
  }

  const isKnown = (update: Uint8Array): boolean => known.has(update) || (!doc && known.isIn(whole(), update))

  const find = (update: Uint8Array): Finding => {
    if (isKnown(update)) return 'nothing-new'
    const finding = guard.find(writable(), update)
    if (finding === 'nothing-new') known.add(update)
    return finding
  }

  /** Judges and applies one; what it throws has spoilt the document. */
  const applyOne = (offered: Offered): Outcome => {
    const { update } = offered
    if (isKnown(update)) return 'nothing-new'
    const target = writable()
    let verdict: Verdict
    try {
      verdict = guard.judge(target, offered)
    } catch (error) {
      if (error instanceof Malformed) return error
      throw error
    }
    if (verdict.is === 'refused' || verdict.is === 'too-many') return verdict
    if (verdict.is === 'nothing-new') known.add(update)
    if (verdict.is !== 'news') return verdict.is
    const { items, update: news } = verdict
    Y.transact(target, () => {
      Y.applyUpdate(target, news)
      if (!isPending(target)) checkPlaces(target, items)
    })
    // Structs that wait for each other in a circle pass the examination.
    if (isPending(target)) throw new Malformed('builds on itself')
    claim(verdict.claims)
    quota.grew(verdict.brought)
    return 'news'
  }

  const applyTogether = (offers: readonly Offered[]): Outcome[] => {
    // As long as nothing is new, no Y.Doc is needed.
    const news = doc ? -1 : offers.findIndex(({ update }) => !known.isIn(whole(), update))
    if (!doc && news === -1) return offers.map(() => 'nothing-new')
    const first = Math.max(0, news)
    return Y.transact(writable(), () => [
      ...offers.slice(0, first).map((): Outcome => 'nothing-new'),
      ...offers.slice(first).map(applyOne),
    ])
  }

  /** After something spoilt the document: which of the updates did, and what becomes of the others. */
  const applyEachAlone = async (offers: readonly Offered[]): Promise<Outcome[]> => {
    const spoilers = new Map<number, Malformed>()
    for (;;) {
      await startOver()
      const outcomes: Outcome[] = []
      const spoilt = offers.findIndex((offered, index) => {
        const spoiler = spoilers.get(index)
        try {
          outcomes.push(spoiler ?? applyOne(offered))
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
    async apply(offers) {
      claims = []
      let outcomes: Outcome[]
      try {
        outcomes = applyTogether(offers)
      } catch {
        outcomes = await applyEachAlone(offers)
      }
      return { outcomes, ...taken() }
    },
    async edit(run) {
      claims = []
      const target = writable()
      if (quota.share() > 1) quota.measure(target)
      const before = Math.max(1, quota.share())
      try {
        Y.transact(target, () => run(target))
        for (const change of changes) quota.grewBy(change)
        if (quota.share() > before) quota.measure(target)
        if (quota.share() > before) throw new Refusal('brief-full')
        if (changes.length > 0) claim(ledger.claimFor(SERVER, [target.clientID]))
        return taken()
      } catch (threw) {
        if (changes.length > 0) await startOver()
        return { threw }
      }
    },
    examine: find,
    stateVector: () => (vector ??= doc ? Y.encodeStateVector(doc) : Y.encodeStateVectorFromUpdate(whole())),
    whole,
    answer: answers.to,
    startOver,
    share: quota.share,
    rest,
    destroy: () => doc?.destroy(),
  }
}
