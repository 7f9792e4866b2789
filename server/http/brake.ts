/**
 * Stops reading a socket for as long as anybody has a reason to: nothing is dropped, the other end waits until it
 * may send again.
 */
import type { WebSocket } from 'ws'

export type Brake = {
  /** Stops reading for this reason, or no longer. */
  hold(reason: string, on: boolean): void
  /** Reads again whatever the reasons: a closed socket has to hear that it was closed. */
  letGo(): void
}

export const createBrake = (socket: WebSocket): Brake => {
  /** Made when the first reason comes; most sockets never have one. */
  let reasons: Set<string> | null = null
  return {
    hold(reason, on) {
      reasons ??= new Set()
      if (on) reasons.add(reason)
      else reasons.delete(reason)
      if (reasons.size > 0 !== socket.isPaused) socket[reasons.size > 0 ? 'pause' : 'resume']()
    },
    letGo() {
      if (socket.isPaused) socket.resume()
    },
  }
}
