/**
 * How far the server has what stands in this document, letter by letter: from what was sent in which frame, and how
 * many frames it has said to be durable. Nobody else can have seen what lies beyond.
 */
import * as Y from 'yjs'

export type DurableReach = {
  /** Everything of that client below this clock is on the server. */
  of(client: number): number
  /** A socket opened; its frames are counted from one. */
  opened(): void
  /** A counted frame went out, with this update. */
  sends(update: Uint8Array): void
  /** So many frames of this socket are durable. */
  durable(frames: number): void
  /** The server said what it has. */
  serverHas(stateVector: Uint8Array): void
  /** A change that came from the server. */
  arrived(transaction: Y.Transaction): void
}

export const durableReach = (doc: Y.Doc): DurableReach => {
  const reach = new Map<number, number>()
  let sent = 0
  let underway: { frame: number; to: Map<number, number> }[] = []

  const extend = (client: number, clock: number) => {
    if (clock > (reach.get(client) ?? 0)) reach.set(client, clock)
  }

  return {
    of: (client) => reach.get(client) ?? 0,
    opened() {
      sent = 0
      underway = []
    },
    sends(update) {
      underway.push({ frame: ++sent, to: Y.parseUpdateMeta(update).to })
    },
    durable(frames) {
      for (const { frame, to } of underway)
        if (frame <= frames) for (const [client, clock] of to) extend(client, clock)
      underway = underway.filter(({ frame }) => frame > frames)
    },
    serverHas(stateVector) {
      // What this window wrote may have got there just before the socket broke, into a paragraph that was gone: only
      // an acknowledgement counts. Of what was read from the device it is not known any more who had written it.
      for (const [client, clock] of Y.decodeStateVector(stateVector))
        if (client !== doc.clientID) extend(client, clock)
    },
    arrived({ beforeState, afterState }) {
      for (const [client, clock] of afterState)
        if (clock !== (beforeState.get(client) ?? 0)) extend(client, clock)
    },
  }
}
