/**
 * One socket's way into a room. It may speak before the room is open and be turned out at any moment; what it
 * said before that is kept in order.
 */
import type { DocumentName } from '../../shared/brief/document.ts'
import { Refusal } from '../../shared/wire/refusal.ts'
import { CLOSE } from '../../shared/wire/sync.ts'
import type { Visitor } from './connection.ts'
import { createRate } from './rate.ts'
import type { Occupant, Room } from './room.ts'

export type Visit = Occupant & {
  readonly document: DocumentName
  readonly visitor: Visitor
  /** Not in the room yet. */
  isWaiting(): boolean
}

/** A room opens in milliseconds; no honest client says more than this in that time. */
const WAITING_LIMIT = 8 * 1024 * 1024
/** What an empty frame takes. */
const EMPTY = 100

/** `find` opens the room; `onGone` is called once, when the visit is over. */
export const createVisit = (
  document: DocumentName,
  visitor: Visitor,
  find: () => Promise<Room>,
  onGone: (visit: Visit) => void,
): Visit => {
  let inside: Occupant | null = null
  let waiting: Uint8Array[] = []
  let waitingBytes = 0
  /** It went by itself, or was turned out. */
  let over: 'left' | 'closed' | null = null

  const end = (how: 'left' | 'closed') => {
    if (over) return false
    over = how
    rate.stop()
    onGone(visit)
    return true
  }

  const close = (code: number, reason: string) => {
    if (!end('closed')) return
    if (inside) inside.close(code, reason)
    visitor.wire.close(code, reason)
  }

  const rate = createRate({
    hold: (on) => visitor.wire.hold?.('rate', on),
    tooMuch: () => close(CLOSE.tooMany, 'too much at once, for too long'),
  })

  const visit: Visit = {
    document,
    visitor,
    isWaiting: () => inside === null,
    close,
    receive(bytes) {
      if (over) return
      rate.took(bytes.byteLength)
      if (inside) return inside.receive(bytes)
      waitingBytes += bytes.byteLength + EMPTY
      if (waitingBytes > WAITING_LIMIT) return close(CLOSE.tooMany, 'too much at once')
      waiting.push(bytes)
    },
    leave() {
      if (end('left')) inside?.leave()
    },
  }

  const goIn = async () => {
    const room = await find()
    if (over === 'closed') return
    const bar = barred(room, visitor)
    if (bar) return close(bar.code, bar.reason)
    inside = room.enter({ ...visitor, wire: { ...visitor.wire, close } })
    for (const bytes of waiting) inside.receive(bytes)
    waiting = []
    // What it said before it went still counts.
    if (over === 'left') inside.leave()
  }
  goIn().catch((error: unknown) => close(...excuse(error)))
  return visit
}

/** Why this visitor may not come in, or null. */
const barred = (room: Room, visitor: Visitor): { code: number; reason: string } | null => {
  if (visitor.schema !== undefined && visitor.schema < room.schema)
    return { code: CLOSE.clientTooOld, reason: 'client too old' }
  if (visitor.epoch !== undefined && visitor.epoch !== room.epoch)
    return { code: CLOSE.otherEpoch, reason: 'other epoch' }
  return null
}

const excuse = (error: unknown): [code: number, reason: string] => {
  if (error instanceof Refusal && error.code === 'no-such-brief') return [CLOSE.noSuchBrief, error.code]
  return [CLOSE.cannotServe, 'cannot-load']
}
