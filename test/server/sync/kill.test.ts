import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { openDatabase } from '../../../server/storage/database.ts'
import { documents } from '../../../server/storage/updates.ts'
import { MESSAGE, readDurable, SYNC } from '../../../shared/wire/sync.ts'
import { docFrom } from '../../support/array-store.ts'
import { type Random, random, seedOfRun } from '../../support/random.ts'
import { OWNER_TOKEN, type ServerProcess, startProcess } from '../../support/server-process.ts'
import { until } from '../../support/writer.ts'

const ROUNDS = Number(process.env.VOUCH_KILLS ?? (process.env.VOUCH_LONG ? 20 : 3))
const seed = seedOfRun()

type Act = { is: 'inserted' | 'deleted'; word: string; frame: number | null }

/** Any y-websocket client that counts its frames, inserts and deletes words, and knows which acts are durable. */
const restlessWriter = (name: string, port: number, brief: string, chance: Random) => {
  const doc = new Y.Doc()
  const words = doc.getArray<string>('words')
  const durable: Act[] = []
  let waiting: Act[] = []
  let sent = 0
  class Counting extends WebSocket {
    constructor(...args: ConstructorParameters<typeof WebSocket>) {
      super(...args)
      // What the last socket did not see acknowledged is in this one's step 2.
      sent = 0
      for (const act of waiting) act.frame = null
    }
    override send(data: Uint8Array): void {
      super.send(data)
      if (data[0] !== MESSAGE.sync || data[1] === SYNC.step1) return
      sent++
      for (const act of waiting) act.frame ??= sent
    }
  }
  const provider = new WebsocketProvider(`ws://127.0.0.1:${port}/sync`, brief, doc, {
    disableBc: true,
    params: { token: OWNER_TOKEN },
    maxBackoffTime: 300,
    WebSocketPolyfill: Counting as unknown as typeof globalThis.WebSocket,
  })
  provider.messageHandlers[MESSAGE.durable] = (_, decoder) => {
    const { frames } = readDurable(decoder)
    durable.push(...waiting.filter(({ frame }) => frame !== null && frame <= frames))
    waiting = waiting.filter(({ frame }) => frame === null || frame > frames)
  }

  let count = 0
  const act = () => {
    const deletes = words.length > 5 && chance.next() < 0.4
    const at = chance.below(words.length + (deletes ? 0 : 1))
    const word = deletes ? words.get(at) : `${name}${count++}`
    // Noted before it is done, for doing it sends it.
    waiting.push({ is: deletes ? 'deleted' : 'inserted', word, frame: null })
    if (deletes) words.delete(at)
    else words.insert(at, [word])
  }
  let typing: ReturnType<typeof setTimeout>
  const type = () => {
    act()
    typing = setTimeout(type, chance.below(6))
  }
  return {
    doc,
    provider,
    start: type,
    stop: () => clearTimeout(typing),
    /** Every act so far, and those that were acknowledged. */
    acts: () => [...durable, ...waiting],
    durable: () => [...durable],
    isSaved: () => provider.synced && waiting.length === 0,
    words: () => words.toArray(),
  }
}

const newBrief = async (port: number): Promise<string> => {
  const response = await fetch(`http://127.0.0.1:${port}/api/briefs`, {
    method: 'POST',
    headers: { authorization: `Bearer ${OWNER_TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify({ title: 'Exports' }),
  })
  expect(response.status).toBe(201)
  return ((await response.json()) as { id: string }).id
}

const wordsOnDisk = async (dir: string, brief: string): Promise<Set<string>> => {
  const db = await openDatabase(path.join(dir, 'vouch.sqlite'))
  const loaded = await documents(db).log(brief).load()
  await db.destroy()
  return new Set(docFrom(loaded!.updates).getArray<string>('words').toArray())
}

it(`loses nothing that it acknowledged, killed ${ROUNDS} times while two people write  [seed ${seed}]`, async () => {
  const chance = random(seed)
  const dir = await fs.mkdtemp(path.join(os.tmpdir(), 'vouch-kill-'))
  let server: ServerProcess = await startProcess(dir)
  const { port } = server
  const brief = await newBrief(port)
  const writers = ['a', 'b'].map((name, n) => restlessWriter(name, port, brief, random(seed + n + 1)))
  for (const writer of writers) writer.start()
  try {
    for (let round = 0; round < ROUNDS; round++) {
      const before = writers.map((writer) => writer.durable().length)
      await until(
        () => writers.every((writer, n) => writer.durable().length > before[n]! + 20),
        'acknowledgements',
      )
      await new Promise((resolve) => setTimeout(resolve, chance.below(400)))
      await server.kill('SIGKILL')

      const onDisk = await wordsOnDisk(dir, brief)
      const acts = writers.flatMap((writer) => writer.acts())
      // A deletion that was not acknowledged may have arrived all the same.
      const maybeDeleted = new Set(acts.filter((act) => act.is === 'deleted').map((act) => act.word))
      const acknowledged = writers.flatMap((writer) => writer.durable())
      const lost = acknowledged.filter(({ is, word }) =>
        is === 'deleted' ? onDisk.has(word) : !onDisk.has(word) && !maybeDeleted.has(word),
      )
      expect(lost, `round ${round}, seed ${seed}`).toEqual([])
      server = await startProcess(dir, port)
    }
    for (const writer of writers) writer.stop()
    await until(() => writers.every((writer) => writer.isSaved()), 'all to be saved')
    await until(() => String(writers[0]!.words()) === String(writers[1]!.words()), 'both to agree')
    await server.kill('SIGTERM')
    expect(await wordsOnDisk(dir, brief)).toEqual(new Set(writers[0]!.words()))
    expect(writers.flatMap((writer) => writer.durable()).length).toBeGreaterThan(ROUNDS * 40)
  } finally {
    for (const writer of writers) {
      writer.stop()
      writer.provider.destroy()
    }
    await server.kill('SIGKILL')
    await fs.rm(dir, { recursive: true })
  }
}, 600_000)
