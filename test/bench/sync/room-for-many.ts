/** What a connection and an open document cost in memory, and whether closing gives it back. */
import { setTimeout as wait } from 'node:timers/promises'
import { type Client, connectDeaf } from './client.ts'
import type { Peer } from './peers.ts'

/** Resident kB a connection, with so many idle ones on one document. */
export const connectionCost = async (peer: Peer, count: number): Promise<number> => {
  const [document] = await peer.documents(1)
  const clients: Client[] = []
  const open = async (more: number) => {
    for (let n = 0; n < more; n += 50)
      clients.push(...(await Promise.all(Array.from({ length: 50 }, () => connectDeaf(peer, document!)))))
  }
  // What the first ones bring is there once: code that runs for the first time, the document itself.
  await open(100)
  await wait(2000)
  const before = peer.memory()
  await open(count)
  await wait(2000)
  const after = peer.memory()
  for (const client of clients) client.close()
  return (after - before) / count / 1000
}

/** Longer than a document that nobody looks at stays open. */
const UNTIL_CLOSED = 45_000

/** Memory after so many documents were opened and closed a second time, over that after the first time. */
export const openedTwice = async (peer: Peer, count: number): Promise<number> => {
  const names = await peer.documents(count)
  const pass = async () => {
    for (let at = 0; at < names.length; at += 50) {
      const clients = await Promise.all(names.slice(at, at + 50).map((name) => connectDeaf(peer, name)))
      await wait(20)
      for (const client of clients) client.close()
    }
    await wait(UNTIL_CLOSED)
    return peer.memory()
  }
  const first = await pass()
  return (await pass()) / first
}
