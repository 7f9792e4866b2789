/** A sign of life for everybody who heard nothing for a while: providers take 30 s of silence for a dead connection. */
import type { Connection } from './connection.ts'
import { HEARTBEAT } from './frames.ts'

const EVERY = 10_000

/** Returns its undoing. */
export const startHeartbeat = (connections: ReadonlySet<Connection>): (() => void) => {
  const heart = setInterval(() => {
    for (const connection of connections) {
      if (connection.quiet) connection.send(HEARTBEAT)
      connection.quiet = true
    }
  }, EVERY)
  heart.unref()
  return () => clearInterval(heart)
}
