import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { acknowledgedMore, eightWriters, inTheEnd, newBrief } from '../../support/eight-writers.ts'
import { random, seedOfRun } from '../../support/random.ts'
import { lostActs } from '../../support/restless-writer.ts'
import { type ServerProcess, startProcess } from '../../support/server-process.ts'
import { wordsOnDisk } from '../../support/words-on-disk.ts'

const KILLS = Number(process.env.VOUCH_KILL_ROUNDS ?? (process.env.VOUCH_LONG ? 500 : 3))
const STOPS = Number(process.env.VOUCH_STOP_ROUNDS ?? (process.env.VOUCH_LONG ? 50 : 1))
const seed = seedOfRun()

/** Ends the server in the middle of it, again and again, and looks each time at what is on the disk. */
const endAgainAndAgain = async (rounds: number, signal: 'SIGKILL' | 'SIGTERM') => {
  const chance = random(seed)
  const dir = await fs.mkdtemp(path.join(os.tmpdir(), 'vouch-kill-'))
  let server: ServerProcess = await startProcess(dir)
  const { port } = server
  const brief = await newBrief(port)
  const writers = eightWriters(port, brief, seed)
  let acknowledged = 0
  try {
    for (let round = 0; round < rounds; round++) {
      await acknowledgedMore(writers, 5, `round ${round}, seed ${seed}`)
      await new Promise((resolve) => setTimeout(resolve, chance.below(400)))
      await server.kill(signal)
      if (signal === 'SIGTERM')
        expect(server.status(), `how it ended in round ${round}, seed ${seed}`).toBe(0)
      expect(lostActs(writers, await wordsOnDisk(dir, brief)), `round ${round}, seed ${seed}`).toEqual([])
      server = await startProcess(dir, port)
    }
    await inTheEnd(writers)
    await server.kill('SIGTERM')
    expect(await wordsOnDisk(dir, brief)).toEqual(new Set(writers[0]!.words()))
    acknowledged = writers.flatMap((writer) => writer.durable()).length
    expect(acknowledged).toBeGreaterThan(rounds * writers.length * 5)
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
