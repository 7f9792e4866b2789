/**
 * Who is there, and where their carets stand. Each socket speaks for one client id; providers repeat everybody's
 * entries, and what is not a socket's own is skipped. Name and colour are the server's word.
 */
import type { Person } from '../../shared/brief/document.ts'
import { caretColor } from '../../shared/brief/caret-color.ts'
import { type AwarenessEntry, awarenessMessage, readAwareness } from './frames.ts'
import { Malformed } from './malformed.ts'
import type { Ledger } from './ledger.ts'
import type { Pace } from './pace.ts'

/** A caret and a selection take 300 bytes; the rest is room for other programs. */
const STATE_LIMIT = 2048
/** Of each guest a second. A caret that moves faster is shown where it stands then. */
const A_SECOND = 10
/** So many may come at once: somebody enters, moves and selects. */
const BURST = 2 * A_SECOND
/** Ids of those who left, kept to recognise them when they come back. */
const LEFT_LIMIT = 1000

export type Guest = {
  person: Person
  /** The client id this socket speaks for, once it spoke. */
  client: number | null
  send(frame: Uint8Array): void
}

export type Presence = {
  /** Tells a newcomer who is there. */
  enter(guest: Guest): void
  leave(guest: Guest): void
  /** Throws {@link Malformed}. */
  hear(guest: Guest, update: Uint8Array): void
  /** Answers a guest who asks who is there. */
  tell(guest: Guest): void
  /** Shows now what waits to be shown: something else goes out just then. */
  show(): void
}

/**
 * What several guests change in one turn of the event loop, or in one step of the pace, goes out as one frame, the
 * same for all. Of each guest the latest counts.
 */
export const createPresence = (pace: Pace, ledger: Pick<Ledger, 'isForeign'>): Presence => {
  const guests = new Set<Guest>()
  const here = new Map<number, { clock: number; state: string }>()
  const left = new Map<number, number>()
  const changed = new Map<number, Guest>()
  const allowed = new WeakMap<Guest, { moves: number; at: number }>()
  /** The latest of those who move too fast. */
  const late = new Map<Guest, AwarenessEntry>()

  const entryOf = (client: number): AwarenessEntry => {
    const entry = here.get(client)
    return { client, clock: entry?.clock ?? left.get(client) ?? 0, state: entry?.state ?? 'null' }
  }

  const show = () => {
    if (changed.size === 0) return
    const frame = awarenessMessage([...changed.keys()].map(entryOf))
    const authors = new Set(changed.values())
    changed.clear()
    pace.flushed()
    for (const guest of guests) if (authors.size > 1 || !authors.has(guest)) guest.send(frame)
  }

  /** A caret waits half as long as a letter: there is no commit to share, only the frame. */
  const mark = (client: number, by: Guest) => {
    pace.note(1, guests.size)
    if (changed.size === 0) {
      const ms = pace.wait() / 2
      if (ms >= 1) setTimeout(show, ms)
      else setImmediate(show)
    }
    changed.set(client, by)
  }

  const remove = (client: number, clock: number, by: Guest) => {
    late.delete(by)
    if (!here.delete(client)) return
    left.delete(client)
    left.set(client, clock)
    if (left.size > LEFT_LIMIT) left.delete(left.keys().next().value!)
    mark(client, by)
  }

  const speaksFor = (guest: Guest, client: number): boolean => {
    if (guest.client !== null) return guest.client === client
    // A colleague writes under it, and will say so when they are back.
    if (ledger.isForeign(guest.person.id, client)) return false
    // Two tabs that a person restored may share an id; another person's is out of reach.
    for (const other of guests)
      if (other.client === client && other.person.id !== guest.person.id) return false
    guest.client = client
    return true
  }

  const hearOne = (guest: Guest, entry: AwarenessEntry) => {
    const { client, clock } = entry
    const gone = left.get(client)
    if (entry.state === 'null') {
      if (guest.client === client && clock >= (here.get(client)?.clock ?? clock)) remove(client, clock, guest)
      return
    }
    if (entry.state.length > STATE_LIMIT || !speaksFor(guest, client)) return
    if (gone !== undefined && clock <= gone) {
      // Colleagues saw this client leave at that clock and would not believe an entry that is no newer. Being
      // told so itself, a client moves its clock on and says again that it is there.
      guest.send(awarenessMessage([{ client, clock: gone, state: 'null' }]))
      return
    }
    if (clock <= (here.get(client)?.clock ?? -1)) return
    if (!mayMove(guest)) return putOff(guest, entry)
    late.delete(guest)
    here.set(client, { clock, state: signed(entry.state, guest.person) })
    left.delete(client)
    mark(client, guest)
  }

  const mayMove = (guest: Guest): boolean => {
    const now = performance.now()
    const before = allowed.get(guest) ?? { moves: BURST, at: now }
    const moves = Math.min(BURST, before.moves + ((now - before.at) / 1000) * A_SECOND)
    allowed.set(guest, { moves: moves < 1 ? moves : moves - 1, at: now })
    return moves >= 1
  }

  const putOff = (guest: Guest, entry: AwarenessEntry) => {
    if (late.size === 0) setTimeout(catchUp, 1000 / A_SECOND)
    late.set(guest, entry)
  }

  const catchUp = () => {
    const all = [...late]
    late.clear()
    for (const [guest, entry] of all) if (guests.has(guest)) hearOne(guest, entry)
  }

  const tell = (guest: Guest) => {
    const others = [...here.keys()].filter((client) => client !== guest.client)
    if (others.length > 0) guest.send(awarenessMessage(others.map(entryOf)))
  }

  return {
    enter(guest) {
      guests.add(guest)
      tell(guest)
    },
    leave(guest) {
      guests.delete(guest)
      late.delete(guest)
      const { client } = guest
      if (client === null) return
      for (const other of guests) if (other.client === client) return
      const entry = here.get(client)
      if (entry) remove(client, entry.clock, guest)
    },
    hear(guest, update) {
      // Once a guest spoke, nothing else is even decoded: providers repeat everybody's.
      const wants = (client: number) => guest.client === null || guest.client === client
      for (const entry of readAwareness(update, wants)) hearOne(guest, entry)
    },
    tell,
    show,
  }
}

/** The client's state with its person as the server knows them. Throws {@link Malformed}. */
const signed = (json: string, person: Person): string => {
  let state: unknown
  try {
    state = JSON.parse(json)
  } catch {
    throw new Malformed('presence that is not JSON')
  }
  if (typeof state !== 'object' || state === null || Array.isArray(state))
    throw new Malformed('presence that is not an object')
  return JSON.stringify({
    ...state,
    user: { id: person.id, name: person.name, color: caretColor(person.id) },
  })
}
