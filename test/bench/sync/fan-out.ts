/** One document that many read while a few write: deliveries for a CPU second, and how late a letter comes. */
import { setTimeout as wait } from 'node:timers/promises'
import * as Y from 'yjs'
import { percentile } from '../report.ts'
import { type Author, openAuthor } from './author.ts'
import { type Client, connect, connectDeaf } from './client.ts'
import type { Peer } from './peers.ts'

export type FanOut = {
  /** Letters that reached a reader, for each CPU second of the server. */
  perCpuSecond: number
  p50: number
  p99: number
  /** Share of the letters that had come to the listening readers at the end. */
  complete: number
}

/** Readers that look into what they hear; the others only take it. */
const LISTENING = 8

/** `edits` a second in all, typed by as many authors as one person's limit of frames asks for. */
export const fanOut = async (
  peer: Peer,
  { readers, edits, seconds }: { readers: number; edits: number; seconds: number },
): Promise<FanOut> => {
  const [document] = await peer.documents(1)
  const authors: Author[] = []
  for (let n = 0; n < Math.ceil(edits / 50); n++) authors.push(await openAuthor(peer, document!))
  const byClient = new Map(authors.map((author) => [author.client, author]))
  const late: number[] = []
  const ears = await Promise.all(
    Array.from({ length: LISTENING }, () => {
      const known = new Map<number, number>()
      return connect(peer, document!, {
        heard: {
          update(update) {
            const now = performance.now()
            for (const [client, to] of Y.parseUpdateMeta(update).to) {
              const author = byClient.get(client)
              if (!author) continue
              for (let clock = known.get(client) ?? to - 1; clock < to; clock++) {
                const at = author.sentAt(clock)
                if (at !== undefined) late.push(now - at)
              }
              known.set(client, Math.max(known.get(client) ?? 0, to))
            }
          },
        },
      })
    }),
  )
  const others: Client[] = []
  for (let n = LISTENING; n < readers; n += 50)
    others.push(
      ...(await Promise.all(
        Array.from({ length: Math.min(50, readers - n) }, () => connectDeaf(peer, document!)),
      )),
    )
  await wait(500)
  late.length = 0
  const cpu = peer.cpu()
  const began = performance.now()
  const total = edits * seconds
  for (let sent = 0; sent < total;) {
    const due = Math.min(total, Math.floor(((performance.now() - began) / 1000) * edits))
    for (; sent < due; sent++) authors[sent % authors.length]!.type()
    await wait(2)
  }
  // What is under way arrives.
  await wait(1000)
  const used = peer.cpu() - cpu
  const complete = late.length / (total * LISTENING)
  for (const client of [...ears, ...others, ...authors]) client.close()
  return {
    perCpuSecond: (total * readers * Math.min(1, complete)) / used,
    p50: late.length > 0 ? percentile(late, 0.5) : Infinity,
    p99: late.length > 0 ? percentile(late, 0.99) : Infinity,
    complete,
  }
}
