/** Everybody's caret moves ten times a second in one document: how late is a move, and does the lag build up? */
import { setTimeout as wait } from 'node:timers/promises'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { median, percentile } from '../report.ts'
import { type Client, connect, connectDeaf } from './client.ts'
import type { Peer } from './peers.ts'

export type Cursors = { p50: number; p99: number; buildsUp: number }

const LISTENING = 3

const move = (client: number, clock: number): Uint8Array =>
  encoding.encode((e) => {
    encoding.writeVarUint(e, 1)
    encoding.writeVarUint(e, client)
    encoding.writeVarUint(e, clock)
    encoding.writeVarString(
      e,
      JSON.stringify({
        user: { name: `Person ${client}`, color: '#0b5c8a' },
        cursor: {
          anchor: { type: { client: 1, clock: 7 }, at: clock },
          head: { type: { client: 1, clock: 7 } },
        },
        at: performance.now(),
      }),
    )
  })

const timesIn = (update: Uint8Array, newer: (client: number, clock: number) => boolean): number[] => {
  const decoder = decoding.createDecoder(update)
  const times: number[] = []
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    const client = decoding.readVarUint(decoder)
    const clock = decoding.readVarUint(decoder)
    const state = JSON.parse(decoding.readVarString(decoder)) as { at?: number } | null
    if (state?.at !== undefined && newer(client, clock)) times.push(state.at)
  }
  return times
}

/** `buildsUp`: median of the last quarter over that of the first. */
export const cursors = async (
  peer: Peer,
  { people, seconds }: { people: number; seconds: number },
): Promise<Cursors> => {
  const [document] = await peer.documents(1)
  const late: { at: number; ms: number }[] = []
  const ears = await Promise.all(
    Array.from({ length: LISTENING }, () => {
      const known = new Map<number, number>()
      return connect(peer, document!, {
        heard: {
          awareness(update) {
            const now = performance.now()
            const newer = (client: number, clock: number) => {
              if ((known.get(client) ?? -1) >= clock) return false
              known.set(client, clock)
              return true
            }
            for (const at of timesIn(update, newer)) late.push({ at: now, ms: now - at })
          },
        },
      })
    }),
  )
  const movers: Client[] = []
  for (let n = 0; n < people; n += 50)
    movers.push(...(await Promise.all(Array.from({ length: 50 }, () => connectDeaf(peer, document!)))))
  const clocks = movers.map(() => 0)
  await wait(500)
  late.length = 0
  const began = performance.now()
  const moves = people * 10 * seconds
  for (let sent = 0; sent < moves;) {
    const due = Math.min(moves, Math.floor(((performance.now() - began) / 1000) * people * 10))
    for (; sent < due; sent++) {
      const who = sent % movers.length
      movers[who]!.awareness(move(1000 + who, ++clocks[who]!))
    }
    await wait(2)
  }
  await wait(500)
  for (const client of [...ears, ...movers]) client.close()
  const ms = late.map((each) => each.ms)
  const quarter = Math.max(1, Math.floor(late.length / 4))
  return {
    p50: percentile(ms, 0.5),
    p99: percentile(ms, 0.99),
    buildsUp: median(ms.slice(-quarter)) / Math.max(1, median(ms.slice(0, quarter))),
  }
}
