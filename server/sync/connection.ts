/**
 * One socket's standing in a room: who it is, what it may, how many of its frames were counted, and how many of
 * those are durable or refused.
 */
import type { Person } from '../../shared/brief/document.ts'
import { type Allowance, createAllowance } from './ledger.ts'
import { durableMessage, type FrameRefusal, refusedMessage } from '../../shared/wire/sync.ts'

/** What carries the frames: a WebSocket, or two arrays in a test. */
export type Wire = {
  send(frame: Uint8Array): void
  /** Nothing is sent or received after it. */
  close(code: number, reason: string): void
  /** Takes nothing more from the other end for this reason, or does again. Nothing is lost by it. */
  hold?(reason: string, on: boolean): void
  /** A frame was refused, and the other end was told. */
  refused?(because: FrameRefusal): void
}

export type Visitor = {
  person: Person
  /** Whether its role may write this document. */
  writes: boolean
  wire: Wire
  /** The session or token that let it in, by its name in the store; undefined: something that does not end. */
  credential?: string | undefined
  /** The schema its client knows; undefined: a program without an editor. */
  schema?: number | undefined
  /** The epoch of its copy; undefined: it has none yet. */
  epoch?: number | undefined
}

export type Connection = {
  readonly person: Person
  readonly writes: boolean
  /** How many client ids it may still bring. */
  readonly allowance: Allowance
  /** `open`; `left` by itself, and what it sent still counts; `closed` by the server, and nothing counts. */
  standing: 'open' | 'left' | 'closed'
  /** For presence: the client id it speaks for. */
  client: number | null
  /** Its first step 2 came: it has sent all it had when it connected. */
  caughtUp: boolean
  /** Nothing was sent since the last heartbeat. */
  quiet: boolean
  send(frame: Uint8Array): void
  close(code: number, reason: string): void
  /** The number of the frame of so many bytes that just arrived, from 1. It waits for its turn now. */
  count(bytes: number): number
  /** A frame of so many bytes had its turn. */
  done(bytes: number): void
  /** Frame `n` is durable. */
  settle(n: number): void
  /** Frame `n` was not applied and never will be. */
  refuse(n: number, because: FrameRefusal): void
  /** Message 100, if more frames are settled than it was told, or `anyway`. */
  tellDurable(epoch: number, anyway?: boolean): void
}

/** What of one socket may wait for its turn before no more is read: a few of the longest frames that are usual. */
const WAITING_LIMIT = 2 * 1024 * 1024

export const createConnection = (visitor: Visitor, onClosed: (self: Connection) => void): Connection => {
  let counted = 0
  /** All frames up to this one are settled. */
  let settled = 0
  /** Settled ones beyond a frame that is not: early updates wait for the step 2 that they build on. */
  const ahead = new Set<number>()
  let told = 0
  let waiting = 0
  let held = false

  const holdIfMuch = () => {
    if (held === waiting > WAITING_LIMIT) return
    held = !held
    visitor.wire.hold?.('waiting', held)
  }

  const self: Connection = {
    person: visitor.person,
    writes: visitor.writes,
    allowance: createAllowance(),
    standing: 'open',
    client: null,
    caughtUp: false,
    quiet: true,
    send(frame) {
      if (self.standing !== 'open') return
      self.quiet = false
      visitor.wire.send(frame)
    },
    close(code, reason) {
      if (self.standing !== 'open') return
      self.standing = 'closed'
      visitor.wire.close(code, reason)
      onClosed(self)
    },
    count(bytes) {
      waiting += bytes
      holdIfMuch()
      return ++counted
    },
    done(bytes) {
      waiting -= bytes
      holdIfMuch()
    },
    settle(n) {
      ahead.add(n)
      while (ahead.delete(settled + 1)) settled++
    },
    refuse(n, because) {
      self.send(refusedMessage(n, because))
      visitor.wire.refused?.(because)
      self.settle(n)
    },
    tellDurable(epoch, anyway = false) {
      if (settled === told && !anyway) return
      told = settled
      self.send(durableMessage(epoch, settled))
    },
  }
  return self
}
