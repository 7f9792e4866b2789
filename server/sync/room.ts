/**
 * One open document and the sockets on it. Append, then show: a change is durable before anybody sees it.
 *
 * All that touches the document is done in turns. Between two turns the document in memory is exactly what the
 * log holds; only then are newcomers answered and copies taken.
 */
import type * as Y from 'yjs'
import { Refusal } from '../../shared/wire/refusal.ts'
import { CLOSE } from '../../shared/wire/sync.ts'
import { createCompaction } from './compaction.ts'
import { type Connection, createConnection, type Visitor } from './connection.ts'
import {
  type Frame,
  HEARTBEAT,
  Malformed,
  readFrame,
  step1Message,
  step2Message,
  updateMessage,
} from './frames.ts'
import { openLiveDocument } from './live-document.ts'
import { createPresence } from './presence.ts'
import { createTurns } from './turns.ts'
import type { LoadedDocument, UpdateLog } from './update-log.ts'

type Offer = {
  is: 'offer'
  by: Connection
  update: Uint8Array
  number: number
  step2: boolean
  /** It came before its socket's step 2, and may build on what that will bring. */
  early: boolean
}
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
  /** Resolves when nothing is left to do: the last write is durable or has failed. */
  settled(): Promise<void>
  isIdle(): boolean
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
  /** Something became durable. */
  onChanged(): void
  /** It could not write, or not read again, and let everybody go. It is no more. */
  onFailed(error: unknown): void
  /** It could not compact; nothing is lost by that. */
  onWarning(error: unknown): void
}

/** Providers take 30 s of silence for a dead connection. */
const HEARTBEAT_EVERY = 10_000
/** Early updates are in the step 2 that follows them, too: there is no reason for many. */
const EARLY_LIMIT = 1000

export const openRoom = async (options: RoomOptions): Promise<Room> => {
  const { log, loaded, hasPresence } = options
  const { epoch } = loaded
  let first: LoadedDocument | null = loaded
  const live = await openLiveDocument(async () => {
    const now = first ?? (await log.load())
    first = null
    if (!now) throw new Error('The document is not there any more.')
    return now.updates
  })
  const connections = new Set<Connection>()
  const presence = createPresence()
  const compaction = createCompaction(log, loaded, options.onWarning)
  const earlyBy = new Map<Connection, Offer[]>()
  let standing: 'open' | 'closing' | 'closed' = 'open'

  const turn = async (works: Work[]) => {
    for (const work of works) if (work.is === 'edit') return editTurn(work)
    // Before anything is applied: what is in memory now is durable.
    for (const work of works) greet(work)

    const offers = works.filter((work) => work.is === 'offer').filter(mayBeApplied)
    const { outcomes, changes } = await live.apply(offers.map((offer) => offer.update))
    const durable: Offer[] = []
    const authors = new Set<Connection>()
    for (const [index, offer] of offers.entries()) {
      const outcome = outcomes[index]!
      if (offer.step2) offer.by.caughtUp = true
      if (outcome instanceof Malformed) offer.by.close(CLOSE.malformed, outcome.message)
      else if (outcome === 'gap') putOff(offer)
      else durable.push(offer)
      if (outcome === 'news') authors.add(offer.by)
    }
    await store(changes, authors)
    for (const offer of durable) offer.by.settle(offer.number)
    for (const connection of connections) connection.tellDurable(epoch)
    bringBack()
    for (const work of works) if (work.is === 'copy') work.take(live.since())
    await compaction.ifDue(() => live.since())
  }

  const editTurn = async (edit: Edit) => {
    const outcome = await live.edit(edit.run)
    if ('threw' in outcome) return edit.failed(outcome.threw)
    await store(outcome.changes, new Set())
    edit.done()
    await compaction.ifDue(() => live.since())
  }

  /**
   * Makes changes durable, then shows them: one frame for all. An only author has the first one already; what
   * follows it in the same turn is what Yjs tidied up after it, here and not at the author's.
   */
  const store = async (changes: Uint8Array[], authors: ReadonlySet<Connection>) => {
    if (changes.length === 0) return
    await log.append(changes)
    compaction.appended(changes)
    for (const [index, frame] of changes.map(updateMessage).entries())
      for (const connection of connections)
        if (index > 0 || authors.size !== 1 || !authors.has(connection)) connection.send(frame)
    options.onChanged()
  }

  const greet = (work: Work) => {
    if (work.is === 'enter' && work.by.standing === 'open') {
      connections.add(work.by)
      work.by.tellDurable(epoch, true)
      work.by.send(step1Message(live.stateVector()))
      if (hasPresence) presence.enter(work.by)
    }
    if (work.is === 'ask') guarded(work.by, () => work.by.send(step2Message(live.since(work.stateVector))))
  }

  const mayBeApplied = ({ by, update, number, step2 }: Offer): boolean => {
    if (by.standing === 'closed') return false
    if (by.writes) return true
    guarded(by, () => {
      // Every step 2 repeats all deletions; a reader's is fine as long as it brings nothing.
      if (step2 && live.examine(update) === 'nothing-new') by.settle(number)
      else by.refuse(number, 'read-only')
    })
    return false
  }

  /**
   * A provider that connects while somebody types sends that before what was typed offline: such updates wait
   * for the step 2 of their socket. After it, nothing may be missing.
   */
  const putOff = (offer: Offer) => {
    const early = earlyBy.get(offer.by) ?? []
    if (!offer.early) offer.by.close(CLOSE.malformed, 'builds on something that is not here')
    else if (early.length === EARLY_LIMIT) offer.by.close(CLOSE.tooMany, 'too many updates before step 2')
    else earlyBy.set(offer.by, [...early, { ...offer, early: false }])
  }

  const bringBack = () => {
    for (const [by, early] of earlyBy) {
      if (by.standing === 'open' && !by.caughtUp) continue
      earlyBy.delete(by)
      if (by.standing !== 'closed' && by.caughtUp) turns.putFirst(early)
    }
  }

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

  const turns = createTurns<Work>(turn, (work) => work.is === 'edit', fail)
  const put = (work: Work) => (standing === 'open' ? turns.put(work) : refuse(work))

  const remove = (connection: Connection) => {
    connections.delete(connection)
    if (hasPresence) presence.leave(connection)
  }

  const heartbeat = setInterval(() => {
    for (const connection of connections) {
      if (connection.quiet) connection.send(HEARTBEAT)
      connection.quiet = true
    }
  }, HEARTBEAT_EVERY)
  heartbeat.unref()

  const end = () => {
    standing = 'closed'
    clearInterval(heartbeat)
    live.destroy()
  }

  const take = (by: Connection, frame: Frame) => {
    if (frame.is === 'step1') put({ is: 'ask', by, stateVector: frame.stateVector })
    else if (frame.is === 'step2' || frame.is === 'update') {
      const step2 = frame.is === 'step2'
      put({ is: 'offer', by, update: frame.update, number: by.count(), step2, early: !by.caughtUp })
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
    async close(code, reason) {
      if (standing !== 'open') return
      standing = 'closing'
      await turns.settled()
      for (const connection of connections) connection.close(code, reason)
      if (standing !== 'closing') return
      await compaction.ifDue(() => live.since(), true)
      end()
    },
  }
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
