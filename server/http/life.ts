/**
 * Whether the other end of a socket is alive and reads. Who answers no ping is cut; who is alive and takes nothing
 * of what waits for it is told to go.
 */
import { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { WebSocket } from 'ws'

const LOOK_EVERY_MS = 5_000
/** Every fourth look, 20 s: proxies cut silent sockets after a minute. */
const LOOKS_A_PING = 4
/** How long a reader may take nothing of what waits for it. */
const UNREAD_FOR_MS = 20_000
/** A ping waits behind all else that was sent: over a thin line the answer may be late, but not for ever. */
const PINGS_UNREAD = 3

export type Life = { watch(socket: WebSocket, stream: Duplex): void; stop(): void }

type Watched = { unanswered: number; stream: Duplex; timed: boolean }

/** `lookEvery`, `unreadFor`: milliseconds. */
export const watchLife = (
  onSlow: (socket: WebSocket) => void,
  { lookEvery = LOOK_EVERY_MS, unreadFor = UNREAD_FOR_MS } = {},
): Life => {
  const watched = new Map<WebSocket, Watched>()
  let looks = 0

  const ping = (socket: WebSocket, state: Watched) => {
    // What is not read for a while, its answers neither, is not the other end's fault.
    if (socket.isPaused) state.unanswered = 0
    if (state.unanswered >= (state.stream.writableLength > 0 ? PINGS_UNREAD : 1)) return socket.terminate()
    state.unanswered++
    if (socket.readyState === WebSocket.OPEN) socket.ping()
  }

  /** Only where something waits: a timer on every socket would be set back at every write to a crowd. */
  const time = (state: Watched) => {
    const { stream } = state
    const waits = stream.writableLength > 0
    if (waits === state.timed || !(stream instanceof Socket)) return
    state.timed = waits
    stream.setTimeout(waits ? unreadFor : 0)
  }

  const timer = setInterval(() => {
    looks++
    for (const [socket, state] of watched) {
      time(state)
      if (looks % LOOKS_A_PING === 0) ping(socket, state)
    }
  }, lookEvery)
  timer.unref()

  return {
    watch(socket, stream) {
      const state: Watched = { unanswered: 0, stream, timed: false }
      watched.set(socket, state)
      socket.on('pong', () => {
        state.unanswered = 0
      })
      // It comes when neither side of the stream moved a byte, a part of a long write included.
      stream.on('timeout', () => {
        if (stream.writableLength > 0) onSlow(socket)
      })
      socket.on('close', () => watched.delete(socket))
    },
    stop: () => clearInterval(timer),
  }
}
