/**
 * One open document and the sockets on it. Append, then show: a change is durable before anybody sees it.
 *
 * All that touches the document is done in turns. Between two turns the document in memory is exactly what the
 * log holds; only then are newcomers answered and copies taken.
 */
import type * as Y from 'yjs'
import { BYTES_LIMIT, NEARLY_FULL } from '../../shared/brief/size.ts'
import { Refusal } from '../../shared/wire/refusal.ts'
import {
  changedMessage,
  CLOSE,
  type FrameRefusal,
  type Standing,
  standingMessage,
} from '../../shared/wire/sync.ts'
import { createCompaction } from './compaction.ts'
import { type Connection, createConnection, type Visitor } from './connection.ts'
import { createEarly } from './early.ts'
import { type Frame, readFrame, step1Message, updateMessage } from './frames.ts'
import { startHeartbeat } from './heartbeat.ts'
import { createLedger } from './ledger.ts'
import { type Changed, openLiveDocument } from './live-document.ts'
import { Malformed } from './malformed.ts'
import type { Offer } from './offer.ts'
import { createPace } from './pace.ts'
import { createPresence } from './presence.ts'
import type { Rules } from './shape.ts'
import { createStall } from './stall.ts'
import { createTurns } from './turns.ts'
import type { LoadedDocument, UpdateLog } from './update-log.ts'

type Edit = { is: 'edit'; run: (doc: Y.Doc) => void; done: () => void; failed: (error: unknown) => void }
type Copy = { is: 'copy'; take: (state: Uint8Array) => void; failed: (error: unknown) => void }
type Work =
  | Offer
  | Edit
  | Copy
  | { is: 'enter'; by: Connection }
  | { is: 'ask'; by: Connection; stateVector: Uint8Array }

export type Room = {
  readonly epoch: number
  readonly schema: number
  enter(visitor: Visitor): Occupant
  /** Runs an edit once; resolves when it is durable. If it throws, nothing of it stays. */
  edit<T>(run: (doc: Y.Doc) => T): Promise<T>
  /** All that is durable, as one update. */
  copy(): Promise<Uint8Array>
  /** Resolves when nothing is left to do: the last write is durable or is held until the disk takes it. */
  settled(): Promise<void>
  /** Nobody is in it, and nothing is to be done. */
  isIdle(): boolean
  /** Bytes of the whole document. */
  size(): number
  /** What it holds of what a document may hold: 0 to 1, and a little beyond. */
  share(): number
  /** Gives up what only writing needs, if nobody wrote for `ms` milliseconds. */
  rest(ms: number): void
  /** Closes every socket. Resolves when all that was taken before is durable, and the room is no more. */
  close(code: number, reason: string): Promise<void>
}

/** A visitor inside. */
export type Occupant = {
  receive(bytes: Uint8Array): void
  leave(): void
  close(code: number, reason: string): void
}

export type RoomOptions = {
  log: UpdateLog
  loaded: LoadedDocument
  /** Presence is shown on a brief's own document, not on its discussion. */
  hasPresence: boolean
  /** What its roots may hold. */
  rules: Rules
  /** Something became durable. */
  onChanged(): void
  /** It could not write, and will try again; or it could again. */
  onStalled(isStalled: boolean, error: unknown): void
  /** It could not read again what it had written, and let everybody go. It is no more. */
  onFailed(error: unknown): void
  /** It could not compact; nothing is lost by that. */
  onWarning(error: unknown): void
}

export const openRoom = async (options: RoomOptions): Promise<Room> => {
  const { log, loaded, hasPresence } = options
  const { epoch } = loaded
  const isDamaged = loaded.damage !== undefined
  let first: LoadedDocument | null = loaded
  const ledger = createLedger(loaded.ledger ?? [])
  const live = await openLiveDocument({
    async load() {
      const now = first ?? (await log.load())
      first = null
      if (!now) throw new Error('The document is not there any more.')
      return now.updates
    },
    ledger,
    rules: options.rules,
  })
  const connections = new Set<Connection>()
  const pace = createPace()
  const presence = createPresence(pace, ledger)
  const compaction = createCompaction(log, loaded, options.onWarning)
  const early = createEarly()
  let standing: 'open' | 'closing' | 'closed' = 'open'
  let wroteAt = 0
  let trouble: unknown = null

  const turn = async (works: Work[]) => {
    for (const work of works) if (work.is === 'edit') return editTurn(work)
    // Before anything is applied: what is in memory now is durable.
    for (const work of works) greet(work)
    const offers = works.filter((work) => work.is === 'offer')
    if (offers.length > 0) await offerTurn(offers)
    for (const work of works) if (work.is === 'copy') work.take(live.whole())
    await compact()
  }

  const offerTurn = async (all: Offer[]) => {
    const offers = all.filter(mayBeApplied)
    pace.note(offers.length, connections.size)
    const { outcomes, ...made } = await live.apply(offers)
    const durable: Offer[] = []
    const later: Offer[] = []
    const refused: { offer: Offer; code: FrameRefusal; why: string }[] = []
    const authors = new Set<Connection>()
    for (const [index, offer] of offers.entries()) {
      const outcome = outcomes[index]!
      if (outcome instanceof Malformed) offer.by.close(CLOSE.malformed, outcome.message)
      else if (outcome === 'gap') later.push(offer)
      else if (outcome === 'news' || outcome === 'nothing-new') durable.push(offer)
      else if (outcome.is === 'too-many') offer.by.close(CLOSE.tooMany, outcome.why)
      else refused.push({ offer, ...outcome })
      if (outcome === 'news') authors.add(offer.by)
    }
    const isRetry = retried.size > 0
    const stored = await store(made, authors)
    retried.clear()
    if (stored && isRetry) stall.end()
    if (!stored) return stall.begin(offers.filter(({ by }) => by.standing !== 'closed'))
    for (const offer of offers) {
      release(offer)
      if (offer.step2) offer.by.caughtUp = true
    }
    for (const offer of durable) offer.by.settle(offer.number)
    for (const { offer, code } of refused) offer.by.refuse(offer.number, code)
    for (const { by } of all) by.tellDurable(epoch)
    // First it hears what of its work is kept; what it sent after this builds on what nobody else will ever have.
    for (const { offer, why } of refused) offer.by.close(CLOSE.notAllowed, why)
    for (const offer of later) early.putOff(offer)
    tellSize()
    presence.show()
    turns.putFirst(early.back())
  }

  const editTurn = async (edit: Edit) => {
    if (isDamaged) return edit.failed(new Refusal('damaged'))
    const outcome = await live.edit(edit.run)
    if ('threw' in outcome) return edit.failed(outcome.threw)
    if (await store(outcome, new Set())) edit.done()
    else edit.failed(new Refusal('cannot-write'))
    await compact()
  }

  /**
   * Makes changes durable, then shows them: one frame for all. An only author has the first one already; what
   * follows it in the same turn is what Yjs tidied up after it, here and not at the author's. When they cannot be
   * made durable, nothing of them stays.
   */
  const store = async ({ changes, claims }: Changed, authors: ReadonlySet<Connection>): Promise<boolean> => {
    if (changes.length === 0) return true
    try {
      await log.append(changes, claims)
    } catch (error) {
      trouble = error
      await live.startOver()
      return false
    }
    wroteAt = Date.now()
    stall.end()
    compaction.appended(changes)
    pace.flushed()
    for (const [index, frame] of changes.map(updateMessage).entries())
      for (const connection of connections)
        if (index > 0 || authors.size !== 1 || !authors.has(connection)) connection.send(frame)
    options.onChanged()
    return true
  }

  const compact = async (atClose = false) => {
    if (!isDamaged && !stall.isOn()) await compaction.ifDue(live.whole, atClose)
  }

  const greet = (work: Work) => {
    if (work.is === 'enter' && work.by.standing === 'open') {
      connections.add(work.by)
      work.by.tellDurable(epoch, true)
      const now = standingNow()
      if (now !== 'writing') work.by.send(standingMessage(now))
      work.by.send(step1Message(live.stateVector()))
      if (hasPresence) presence.enter(work.by)
    }
    if (work.is === 'ask') guarded(work.by, () => work.by.send(live.answer(work.stateVector)))
  }

  /** Once in the room's life: people have time to make room, and the brief's own page shows it from then on. */
  const tellSize = () => {
    if (isToldOfSize || live.share() < NEARLY_FULL) return
    isToldOfSize = true
    const frame = changedMessage('size')
    for (const connection of connections) connection.send(frame)
  }
  let isToldOfSize = false

  const standingNow = (): Standing => (isDamaged ? 'damaged' : stall.isOn() ? 'not-writing' : 'writing')

  /** What is not to be applied is through, or is held, after this. */
  const mayBeApplied = (offer: Offer): boolean => {
    const { by, update, number, step2 } = offer
    const isWriter = by.writes && !isDamaged
    if (by.standing !== 'closed' && isWriter && (!stall.isOn() || retried.has(offer))) return true
    if (by.standing !== 'closed')
      guarded(by, () => {
        // Every step 2 repeats all deletions; that is fine as long as it brings nothing.
        if ((step2 || isWriter) && live.examine(update) === 'nothing-new') {
          by.caughtUp ||= step2
          by.settle(number)
        } else if (isWriter) return stall.hold(offer)
        // What a damaged document cannot take is neither refused nor acknowledged: its writer keeps it.
        else if (!by.writes) by.refuse(number, 'read-only')
        release(offer)
      })
    return false
  }

  const release = (offer: Offer) => {
    offer.by.done(offer.weight)
    offer.weight = 0
  }

  /** What the next turn tries although nothing could be stored before it. */
  const retried = new Set<Offer>()
  const stall = createStall({
    retry(offers) {
      if (standing !== 'open') return
      for (const offer of offers) retried.add(offer)
      turns.putFirst(offers)
    },
    changed(isOn) {
      options.onStalled(isOn, isOn ? trouble : null)
      const message = standingMessage(standingNow())
      for (const connection of connections) connection.send(message)
    },
  })

  /** What is in memory may not be what is stored: everybody goes, and comes back to what is stored. */
  const fail = (error: unknown, works: Work[]) => {
    end()
    for (const connection of connections) connection.close(CLOSE.cannotServe, 'cannot-write')
    for (const work of works) refuse(work)
    options.onFailed(error)
  }

  const refuse = (work: Work) => {
    if (work.is === 'enter') work.by.close(CLOSE.cannotServe, 'cannot-write')
    if (work.is === 'edit' || work.is === 'copy') work.failed(new Refusal('cannot-write'))
  }

  const turns = createTurns<Work>({
    turn,
    isAlone: (work) => work.is === 'edit',
    wait: pace.wait,
    failed: fail,
  })
  const put = (work: Work) => (standing === 'open' ? turns.put(work) : refuse(work))

  const remove = (connection: Connection) => {
    connections.delete(connection)
    if (hasPresence) presence.leave(connection)
  }

  const stopHeart = startHeartbeat(connections)

  const end = () => {
    standing = 'closed'
    stopHeart()
    stall.stop()
    live.destroy()
  }

  const take = (by: Connection, frame: Frame) => {
    if (frame.is === 'step1') put({ is: 'ask', by, stateVector: frame.stateVector })
    else if (frame.is === 'step2' || frame.is === 'update') {
      const { update } = frame
      const step2 = frame.is === 'step2'
      const weight = update.byteLength
      // In a step 2 it may be as long as a document: whoever comes back brings it in one.
      if (!step2 && weight > UPDATE_LIMIT) return by.close(CLOSE.tooMany, 'more than one update may bring')
      if (weight > BYTES_LIMIT) return turnOut(by, by.count(0), 'quota', 'more than a brief may hold')
      put({ is: 'offer', by, update, number: by.count(weight), step2, early: !by.caughtUp, weight })
    } else if (!hasPresence) return
    else if (frame.is === 'query') presence.tell(by)
    else presence.hear(by, frame.update)
  }

  return {
    epoch,
    schema: loaded.schema,
    enter(visitor) {
      const connection = createConnection(visitor, remove)
      put({ is: 'enter', by: connection })
      return {
        receive(bytes) {
          if (connection.standing === 'open') guarded(connection, () => take(connection, readFrame(bytes)))
        },
        leave() {
          if (connection.standing !== 'open') return
          connection.standing = 'left'
          remove(connection)
        },
        close: (code, reason) => connection.close(code, reason),
      }
    },
    edit: (run) =>
      new Promise((resolve, failed) => {
        let result: ReturnType<typeof run>
        const once = (doc: Y.Doc) => {
          result = run(doc)
        }
        put({ is: 'edit', run: once, done: () => resolve(result), failed })
      }),
    copy: () => new Promise((resolve, failed) => put({ is: 'copy', take: resolve, failed })),
    settled: turns.settled,
    isIdle: () => connections.size === 0 && !turns.isWorking(),
    size: () => live.whole().byteLength,
    share: live.share,
    rest(ms) {
      if (standing === 'open' && !turns.isWorking() && Date.now() - wroteAt >= ms) live.rest()
    },
    async close(code, reason) {
      if (standing !== 'open') return
      standing = 'closing'
      await turns.settled()
      for (const connection of connections) connection.close(code, reason)
      if (standing !== 'closing') return
      await compact(true)
      end()
    },
  }
}

/** What a page that is pasted brings, with room to spare; the rest of the socket waits while it is looked at. */
const UPDATE_LIMIT = 1024 * 1024

const turnOut = (by: Connection, frame: number, code: FrameRefusal, why: string) => {
  by.refuse(frame, code)
  by.close(CLOSE.notAllowed, why)
}

/** Runs what may find that a socket sent something malformed, and closes it then. */
const guarded = (by: Connection, run: () => void) => {
  try {
    run()
  } catch (error) {
    if (!(error instanceof Malformed)) throw error
    by.close(CLOSE.malformed, error.message)
  }
}
