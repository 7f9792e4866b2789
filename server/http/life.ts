/**
 * Whether the other end of a socket is alive and reads. Who answers no ping is cut; who is alive and takes nothing
 * of what waits for it is told to go.
 */
import { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { WebSocket } from 'ws'

/** Proxies cut silent sockets after a minute. */
const PING_EVERY = 20_000
/** How long a reader may take nothing of what waits for it. */
const UNREAD_FOR = 20_000
/** A ping waits behind all else that was sent: over a thin line the answer may be late, but not for ever. */
const PINGS_UNREAD = 3

export type Life = { watch(socket: WebSocket, stream: Duplex): void; stop(): void }

export const watchLife = (onSlow: (socket: WebSocket) => void): Life => {
  /** How many pings each socket left unanswered, and what waits for it. */
  const watched = new Map<WebSocket, { unanswered: number; stream: Duplex }>()

  const look = (socket: WebSocket) => {
    const state = watched.get(socket)!
    // What is not read for a while, its answers neither, is not the other end's fault.
    if (socket.isPaused) state.unanswered = 0
    if (state.unanswered >= (state.stream.writableLength > 0 ? PINGS_UNREAD : 1)) return socket.terminate()
    state.unanswered++
    if (socket.readyState === WebSocket.OPEN) socket.ping()
  }
  const pings = setInterval(() => {
    for (const socket of watched.keys()) look(socket)
  }, PING_EVERY)
  pings.unref()

  return {
    watch(socket, stream) {
      const state = { unanswered: 0, stream }
      watched.set(socket, state)
      socket.on('pong', () => {
        state.unanswered = 0
      })
      socket.on('close', () => watched.delete(socket))
      // It fires when neither side of the stream moved a byte, a part of a long write included.
      if (stream instanceof Socket)
        stream.setTimeout(UNREAD_FOR, () => {
          if (stream.writableLength > 0) onSlow(socket)
        })
    },
    stop: () => clearInterval(pings),
  }
}
