/**
 * All open documents: opens a room when somebody comes, closes it a while after the last one went, and is the way
 * in for everything on the server that reads or changes a document.
 */
import * as Y from 'yjs'
import { type DocumentName, parseDocumentName } from '../../shared/brief/document.ts'
import { BYTES_LIMIT } from '../../shared/brief/size.ts'
import { Refusal } from '../../shared/wire/refusal.ts'
import { changedMessage, CLOSE } from '../../shared/wire/sync.ts'
import type { Visitor } from './connection.ts'
import { SERVER } from './ledger.ts'
import { docOf } from './live-document.ts'
import { type Occupant, openRoom, type Room } from './room.ts'
import { salvage } from './salvage.ts'
import { type Rules, rulesOf } from './shape.ts'
import type { DocumentStore } from './update-log.ts'
import { createVisit, type Visit } from './visit.ts'

export type Rooms<W = undefined> = {
  /** Lets a socket in. Takes its frames at once; it is closed with a code if the document cannot be opened. */
  enter(name: string, visitor: Visitor): Occupant
  /**
   * A change made by the server. Resolves when it is durable; colleagues see it. `edit` runs once, and must not
   * keep the document. Never wait for it inside a database transaction: it needs one of its own.
   */
  transact<T>(name: string, edit: (doc: Y.Doc) => T): Promise<T>
  /** A copy of what is durable, for the caller alone. */
  read(name: string): Promise<Y.Doc>
  /** Creates a document with its first contents; `within` is the transaction that creates the brief. */
  create(name: string, seed: (doc: Y.Doc) => void, within?: W): Promise<void>
  /** About how many bytes a document takes; 0 if there is none. */
  sizeOf(name: string): Promise<number>
  /** What a document holds of what it may hold: 0 to 1, and a little beyond. */
  shareOf(name: string): Promise<number>
  /**
   * What of a document is missing and what can be saved; null: nothing is missing. With `apply`, it begins anew
   * with that, in another epoch: sockets come back, and copies of the old one give what they have to recovery.
   */
  repair(name: string, apply: boolean): Promise<Repair | null>
  /**
   * Begins a document anew with what `change` leaves of it, in another epoch; all that was stored before is erased, so
   * that nothing of what `change` took away is left. Sockets come back.
   */
  rewrite<T>(name: string, change: (doc: Y.Doc) => T): Promise<T>
  /** Lets go of a brief's documents and closes their sockets. */
  closeBrief(briefId: string, code: number): Promise<void>
  /** Closes a person's sockets in one brief. */
  closePerson(briefId: string, personId: string, code: number): void
  /** Closes the sockets that a session or token let in. */
  closeCredential(credential: string, code: number): void
  /** How many documents are open, with or without somebody in them. */
  openDocuments(): number
  /** How many of them hold what people write, for it cannot be stored just now. */
  stalledDocuments(): number
  /** How often somebody was turned out: who asked for a role before may have an answer that is out of date. */
  turnedOut(): number
  /** Tells a brief's sockets that something outside the document changed. */
  tell(briefId: string, topic: 'notices' | 'members'): void
  /** Makes everything durable and closes every socket with 1012; takes nobody in after it. */
  drain(): Promise<void>
  /** Called after each commit with the document's name. Returns its undoing. */
  onChanged(listener: (name: string) => void): () => void
  /** Resolves when nothing waits to be written. */
  settled(): Promise<void>
}

/** `writes-again` is the end of `cannot-write`; after `mended` nothing is missing. */
export type Problem =
  'cannot-load' | 'cannot-write' | 'writes-again' | 'cannot-compact' | 'damaged' | 'mended'

/** Numbers of changes: `damaged` ones, later ones that can be kept, and that cannot. */
export type Repair = { document: string; damaged: number; kept: number; lost: number }

export type RoomsOptions<W> = {
  store: DocumentStore<W>
  /** What the operator should know. Names only, never contents. */
  report(problem: Problem, document: string, error: unknown): void
  /** How long an empty room stays open, in milliseconds: a reload finds it warm. */
  idleAfter?: number
  /** What the roots of a document may hold; a brief's, unless said otherwise. */
  rules?: (part: DocumentName['part']) => Rules
}

export const createRooms = <W = undefined>(options: RoomsOptions<W>): Rooms<W> => {
  const { store, report, idleAfter = 30_000, rules = rulesOf } = options
  const rooms = new Map<string, Promise<Room>>()
  const ending = new Map<string, Promise<void>>()
  const visits = new Set<Visit>()
  const listeners = new Set<(name: string) => void>()
  const idleSince = new Map<string, number>()
  const stalled = new Set<string>()
  let draining = false
  let turnedOut = 0

  const open = async (name: string): Promise<Room> => {
    await ending.get(name)
    const log = store.log(name)
    const loaded = await log.load()
    if (!loaded) throw new Refusal('no-such-brief')
    if (loaded.damage !== undefined) report('damaged', name, new Error(loaded.damage))
    if (loaded.mended !== undefined) report('mended', name, new Error(loaded.mended))
    return openRoom({
      log,
      loaded,
      hasPresence: checked(name).part === 'brief',
      rules: rules(checked(name).part),
      onChanged: () => listeners.forEach((listener) => listener(name)),
      onStalled(isStalled, error) {
        if (isStalled) stalled.add(name)
        else stalled.delete(name)
        report(isStalled ? 'cannot-write' : 'writes-again', name, error)
      },
      onFailed(error) {
        rooms.delete(name)
        stalled.delete(name)
        report('cannot-load', name, error)
      },
      onWarning: (error) => report('cannot-compact', name, error),
    })
  }

  /** The room; it is open when this resolves, and stays so for the rest of the caller's turn. */
  const roomOf = async (name: string): Promise<Room> => {
    for (;;) {
      if (draining) throw new Refusal('cannot-load', 'The server is about to restart.')
      const opening = rooms.get(name) ?? open(name)
      rooms.set(name, opening)
      idleSince.delete(name)
      try {
        const room = await opening
        if (rooms.get(name) === opening) return room
      } catch (error) {
        // The next one tries again.
        if (rooms.get(name) === opening) rooms.delete(name)
        if (error instanceof Refusal) throw error
        report('cannot-load', name, error)
        throw new Refusal('cannot-load')
      }
    }
  }

  const closeRoom = async (name: string, code: number, reason: string) => {
    const opening = rooms.get(name)
    if (!opening) return
    rooms.delete(name)
    const ended = opening
      .then((room) => room.close(code, reason))
      .catch(() => undefined)
      // What it held goes with it; whoever wrote that comes back with it.
      .then(() => void stalled.delete(name))
    ending.set(name, ended)
    await ended
    if (ending.get(name) === ended) ending.delete(name)
  }

  /** Works on what is stored of a document while nobody has it open, nor can open it. */
  const alone = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    // Somebody may come back between.
    do await closeRoom(name, CLOSE.restarting, 'restarting')
    while (rooms.has(name))
    const result = work()
    const ended = result.then(
      () => undefined,
      () => undefined,
    )
    ending.set(name, ended)
    void ended.then(() => ending.get(name) === ended && ending.delete(name))
    return result
  }

  const repair = async (name: string, apply: boolean): Promise<Repair | null> => {
    const stored = await store.read(name).catch((error: unknown) => {
      report('cannot-load', name, error)
      throw new Refusal(
        'cannot-load',
        'Nothing of this brief can be read. Nothing was changed; restore the data folder from a backup.',
      )
    })
    if (!stored) throw new Refusal('no-such-brief')
    if (stored.missing === 0) return null
    const { state, kept, lost } = salvage(stored.updates, stored.beyond)
    if (apply) await store.beginAnew(name, state)
    return { document: name, damaged: stored.missing, kept, lost }
  }

  const sweep = async () => {
    for (const [name, opening] of rooms) {
      const room = await opening.catch(() => null)
      room?.rest(idleAfter)
      if (!room?.isIdle()) idleSince.delete(name)
      else if (!idleSince.has(name)) idleSince.set(name, Date.now())
      else if (Date.now() - idleSince.get(name)! >= idleAfter && rooms.get(name) === opening) {
        idleSince.delete(name)
        void closeRoom(name, CLOSE.restarting, 'idle')
      }
    }
  }
  const sweeper = setInterval(() => void sweep(), Math.max(10, idleAfter / 4))
  sweeper.unref()

  const closeVisits = (which: (visit: Visit) => boolean, code: number, reason: string) => {
    turnedOut++
    for (const visit of visits) if (which(visit)) visit.close(code, reason)
  }

  return {
    enter(name, visitor) {
      const visit = createVisit(
        checked(name),
        visitor,
        () => roomOf(name),
        (gone) => visits.delete(gone),
      )
      visits.add(visit)
      if (draining) visit.close(CLOSE.restarting, 'restarting')
      return visit
    },
    async transact(name, edit) {
      checked(name)
      return (await roomOf(name)).edit(edit)
    },
    async read(name) {
      checked(name)
      // A document that nobody has open is read without opening a room for it.
      if (rooms.has(name)) return docOf([await (await roomOf(name)).copy()])
      await ending.get(name)
      try {
        const loaded = await store.log(name).load()
        if (!loaded) throw new Refusal('no-such-brief')
        if (loaded.damage !== undefined) report('damaged', name, new Error(loaded.damage))
        return docOf(loaded.updates)
      } catch (error) {
        if (error instanceof Refusal) throw error
        report('cannot-load', name, error)
        throw new Refusal('cannot-load')
      }
    },
    async create(name, seed, within) {
      const doc = docOf([])
      doc.transact(() => seed(doc))
      const state = Y.encodeStateAsUpdate(doc)
      const claims = [...doc.store.clients.keys()].map((client) => ({ client, person: SERVER }))
      doc.destroy()
      if (state.byteLength > BYTES_LIMIT) throw new Refusal('too-large')
      await store.create(name, state, within, claims)
      // Its first contents are a change like any other to whoever lists what briefs hold.
      for (const listener of listeners) listener(name)
    },
    async sizeOf(name) {
      if (!parseDocumentName(name)) return 0
      return (await rooms.get(name)?.catch(() => null))?.size() ?? store.sizeOf(name)
    },
    async shareOf(name) {
      const room = await rooms.get(name)?.catch(() => null)
      return room ? room.share() : (await store.sizeOf(name)) / BYTES_LIMIT
    },
    async repair(name, apply) {
      checked(name)
      const found = await repair(name, false)
      return found && apply ? alone(name, () => repair(name, true)) : found
    },
    async rewrite(name, change) {
      checked(name)
      const result = await alone(name, async () => {
        const stored = await store.read(name)
        if (!stored) throw new Refusal('no-such-brief')
        if (stored.missing > 0) throw new Refusal('damaged')
        const doc = docOf(stored.updates)
        const changed = doc.transact(() => change(doc))
        await store.beginAnew(name, Y.encodeStateAsUpdate(doc), 'erased')
        doc.destroy()
        return changed
      })
      listeners.forEach((listener) => listener(name))
      return result
    },
    async closeBrief(briefId, code) {
      closeVisits((visit) => visit.document.brief === briefId, code, 'closed')
      await Promise.all([briefId, `${briefId}.discussion`].map((name) => closeRoom(name, code, 'closed')))
    },
    closePerson(briefId, personId, code) {
      closeVisits(
        ({ document, visitor }) => visitor.person.id === personId && document.brief === briefId,
        code,
        'closed',
      )
    },
    closeCredential(credential, code) {
      closeVisits(({ visitor }) => visitor.credential === credential, code, 'closed')
    },
    openDocuments: () => rooms.size,
    stalledDocuments: () => stalled.size,
    turnedOut: () => turnedOut,
    tell(briefId, topic) {
      const frame = changedMessage(topic)
      for (const { document, visitor } of visits) if (document.brief === briefId) visitor.wire.send(frame)
    },
    async drain() {
      draining = true
      clearInterval(sweeper)
      closeVisits((visit) => visit.isWaiting(), CLOSE.restarting, 'restarting')
      await Promise.all([...rooms.keys()].map((name) => closeRoom(name, CLOSE.restarting, 'restarting')))
      await Promise.all(ending.values())
    },
    onChanged(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async settled() {
      await Promise.all([...rooms.values()].map(async (room) => (await room).settled()))
    },
  }
}

const checked = (name: string): DocumentName => {
  const document = parseDocumentName(name)
  if (!document) throw new Refusal('no-such-brief')
  return document
}
