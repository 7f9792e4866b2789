/** Many documents with two people each: one types, the other one reads. */
import { setTimeout as wait } from 'node:timers/promises'
import { type Author, openAuthor } from './author.ts'
import { type Client, connectDeaf } from './client.ts'
import type { Peer } from './peers.ts'

/** Letters that reached the other one, for each CPU second of the server. Each types one letter in two seconds. */
export const pairs = async (
  peer: Peer,
  { documents, seconds }: { documents: number; seconds: number },
): Promise<{ perCpuSecond: number }> => {
  const names = await peer.documents(documents)
  const authors: Author[] = []
  const others: Client[] = []
  for (let at = 0; at < names.length; at += 25) {
    const some = names.slice(at, at + 25)
    authors.push(...(await Promise.all(some.map((name) => openAuthor(peer, name)))))
    others.push(...(await Promise.all(some.map((name) => connectDeaf(peer, name)))))
  }
  await wait(1000)
  const before = others.map((other) => other.received())
  const cpu = peer.cpu()
  const total = (documents * seconds) / 2
  const began = performance.now()
  for (let sent = 0; sent < total;) {
    const due = Math.min(total, Math.floor(((performance.now() - began) / 1000) * (documents / 2)))
    for (; sent < due; sent++) authors[sent % authors.length]!.type()
    await wait(2)
  }
  await wait(1000)
  const used = peer.cpu() - cpu
  const silent = others.filter((other, n) => other.received() === before[n]).length
  for (const client of [...authors, ...others]) client.close()
  if (silent > others.length / 100)
    throw new Error(`${peer.name}: ${silent} of ${others.length} heard nothing.`)
  return { perCpuSecond: total / used }
}
