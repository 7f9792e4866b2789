/** Opening a long history, and five hundred people who come back to it at once. */
import * as Y from 'yjs'
import { median } from '../report.ts'
import { type Client, connect } from './client.ts'
import type { History } from './history.ts'
import type { Peer } from './peers.ts'

export type Opening = { ms: number; kB: number }

/** Puts the history into a document as one person brings it after a week offline. */
export const bring = async (peer: Peer, document: string, { state }: History): Promise<void> => {
  // Not as an update: those are limited to what a person can paste.
  const client = await connect(peer, document, { brings: state })
  await settled(peer, document, state)
  client.close()
}

/** Waits until a newcomer gets all of it. */
const settled = async (peer: Peer, document: string, state: Uint8Array): Promise<void> => {
  const want = [...Y.parseUpdateMeta(state).to.values()].reduce((a, b) => a + b, 0)
  for (;;) {
    let have = 0
    const newcomer = await connect(peer, document, {
      heard: {
        step2(update) {
          have = [...Y.parseUpdateMeta(update).to.values()].reduce((a, b) => a + b, 0)
        },
      },
    })
    newcomer.close()
    if (have >= want) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

/** From connecting until all of it is here, as bytes; medians of `times`. */
export const opening = async (peer: Peer, document: string, times: number): Promise<Opening> => {
  const took: number[] = []
  const bytes: number[] = []
  for (let n = 0; n < times; n++) {
    const began = performance.now()
    const client = await connect(peer, document, { compresses: true })
    took.push(performance.now() - began)
    bytes.push(client.received())
    client.close()
  }
  return { ms: median(took), kB: median(bytes) / 1000 }
}

/**
 * People who have everything already come back together, to a server that was just started: until the last of them knows
 * it. Milliseconds.
 */
export const comeBack = async (
  peer: Peer,
  document: string,
  state: Uint8Array,
  people: number,
): Promise<number> => {
  const stateVector = Y.encodeStateVectorFromUpdate(state)
  const began = performance.now()
  const clients: Client[] = await Promise.all(
    Array.from({ length: people }, () => connect(peer, document, { stateVector })),
  )
  const took = performance.now() - began
  for (const client of clients) client.close()
  return took
}
