/**
 * Pings and pongs, which come past everything that counts messages: a ping is answered as long as the other end reads,
 * and who sends thousands of either has to go.
 */
import type { WebSocket } from 'ws'

/** A program that pings ten times a second is a nervous one. */
const IN_A_MINUTE = 1000
const MINUTE = 60_000
/** Bytes that wait for the other end. Who does not read has no use for more answers. */
const ANSWERED_BELOW = 64 * 1024

export type ControlOptions = {
  /** Bytes that wait to be sent. */
  waiting(): number
  tooMany(): void
}

/** The socket must not answer pings by itself (`autoPong: false`). */
export const answerPings = (socket: WebSocket, { waiting, tooMany }: ControlOptions): void => {
  let came = 0
  let since = 0
  const isTooMany = () => {
    const now = performance.now()
    if (now - since > MINUTE) [came, since] = [0, now]
    return ++came > IN_A_MINUTE
  }
  socket.on('ping', (data) => {
    if (isTooMany()) tooMany()
    else if (socket.readyState === socket.OPEN && waiting() < ANSWERED_BELOW) socket.pong(data)
  })
  socket.on('pong', () => {
    if (isTooMany()) tooMany()
  })
}
