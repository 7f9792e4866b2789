import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../../server/storage/database.ts'
import { documents } from '../../../server/storage/updates.ts'
import { docFrom } from '../../support/array-store.ts'
import { random, seedOfRun } from '../../support/random.ts'
import { lostActs, restlessWriter, wordsOf } from '../../support/restless-writer.ts'
import { OWNER_TOKEN, type ServerProcess, startProcess } from '../../support/server-process.ts'
import { until } from '../../support/writer.ts'

const KILLS = Number(process.env.VOUCH_KILL_ROUNDS ?? (process.env.VOUCH_LONG ? 500 : 3))
const STOPS = Number(process.env.VOUCH_STOP_ROUNDS ?? (process.env.VOUCH_LONG ? 50 : 1))
const WRITERS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
const seed = seedOfRun()

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
  return new Set(wordsOf(docFrom(loaded!.updates)))
}

/** Ends the server in the middle of it, again and again, and looks each time at what is on the disk. */
const endAgainAndAgain = async (rounds: number, signal: 'SIGKILL' | 'SIGTERM') => {
  const chance = random(seed)
  const dir = await fs.mkdtemp(path.join(os.tmpdir(), 'vouch-kill-'))
  let server: ServerProcess = await startProcess(dir)
  const { port } = server
  const brief = await newBrief(port)
  const writers = WRITERS.map((name, n) =>
    restlessWriter({ name, port, brief, token: OWNER_TOKEN, chance: random(seed + n + 1) }),
  )
  for (const writer of writers) writer.start()
  let acknowledged = 0
  try {
    for (let round = 0; round < rounds; round++) {
      const before = writers.map((writer) => writer.durable().length)
      await until(
        () => writers.every((writer, n) => writer.durable().length > before[n]! + 5),
        `acknowledgements (round ${round}, seed ${seed})`,
        60_000,
      )
      await new Promise((resolve) => setTimeout(resolve, chance.below(400)))
      await server.kill(signal)
      expect(lostActs(writers, await wordsOnDisk(dir, brief)), `round ${round}, seed ${seed}`).toEqual([])
      server = await startProcess(dir, port)
    }
    for (const writer of writers) writer.stop()
    await until(() => writers.every((writer) => writer.isSaved()), 'all to be saved')
    const agreed = () => new Set(writers.map((writer) => String(writer.words()))).size === 1
    await until(agreed, 'all to agree')
    await server.kill('SIGTERM')
    expect(await wordsOnDisk(dir, brief)).toEqual(new Set(writers[0]!.words()))
    acknowledged = writers.flatMap((writer) => writer.durable()).length
    expect(acknowledged).toBeGreaterThan(rounds * WRITERS.length * 5)
  } finally {
    for (const writer of writers) writer.leave()
    await server.kill('SIGKILL')
    await fs.rm(dir, { recursive: true })
  }
  return acknowledged
}

describe('Nothing acknowledged is lost while eight people write', () => {
  it(`killed ${KILLS} times  [seed ${seed}]`, async () => {
    const acknowledged = await endAgainAndAgain(KILLS, 'SIGKILL')
    if (process.env.VOUCH_KILL_ROUNDS)
      process.stderr.write(`${KILLS} kills, ${acknowledged} acknowledged acts, 0 lost\n`)
  }, 3_600_000)

  it(`told to stop ${STOPS} times at random moments  [seed ${seed}]`, async () => {
    const acknowledged = await endAgainAndAgain(STOPS, 'SIGTERM')
    if (process.env.VOUCH_STOP_ROUNDS)
      process.stderr.write(`${STOPS} stops, ${acknowledged} acknowledged acts, 0 lost\n`)
  }, 3_600_000)
})
