import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { acknowledgedMore, eightWriters, inTheEnd, newBrief } from '../../support/eight-writers.ts'
import { seedOfRun } from '../../support/random.ts'
import { lostActs, restlessWriter, type RestlessWriter } from '../../support/restless-writer.ts'
import { random } from '../../support/random.ts'
import { OWNER_TOKEN, type ServerProcess, startProcess } from '../../support/server-process.ts'
import { clientOf } from '../../support/server.ts'
import { until } from '../../support/writer.ts'
import { wordsOnDisk } from '../../support/words-on-disk.ts'

const seed = seedOfRun()
const MB = 1024 * 1024
const LIMIT = { STORE_LIMIT: '4M', LOG_LEVEL: 'info' }

let dir: string
let server: ServerProcess
let writers: RestlessWriter[]
beforeEach(async () => {
  dir = await fs.mkdtemp(path.join(os.tmpdir(), 'vouch-full-'))
  server = await startProcess(dir)
  writers = []
})
afterEach(async () => {
  for (const writer of writers) writer.leave()
  await server.kill('SIGKILL')
  await fs.rm(dir, { recursive: true })
})

const inStore = (work: (sqlite: Sqlite.Database) => void) => {
  const sqlite = new Sqlite(path.join(dir, 'vouch.sqlite'))
  sqlite.pragma('busy_timeout = 5000')
  work(sqlite)
  sqlite.close()
}

/** Fills the store of a server that does not run up to 40 kB below the limit, with what nobody needs. */
const fillUp = () =>
  inStore((sqlite) => {
    sqlite.exec('create table ballast (bytes blob)')
    const size = () => Number(sqlite.pragma('page_count', { simple: true })) * 4096
    sqlite.prepare('insert into ballast values (zeroblob(?))').run(4 * MB - size() - 48 * 1024)
    sqlite.pragma('wal_checkpoint(TRUNCATE)')
  })

const makeRoom = () => inStore((sqlite) => sqlite.exec('delete from ballast'))

it(`loses nothing on a full disk, goes on by itself when there is room, and starts on a full one  [seed ${seed}]`, async () => {
  const { port } = server
  const brief = await newBrief(port)
  await server.kill('SIGTERM')
  fillUp()
  server = await startProcess(dir, port, [], LIMIT)
  const { ask } = clientOf(`http://127.0.0.1:${port}`, { authorization: `Bearer ${OWNER_TOKEN}` })
  const ready = async () => (await ask('GET', '/readyz')).body
  writers = eightWriters(port, brief, seed)
  await acknowledgedMore(writers, 3, 'before it is full')
  const full = () => writers.every((writer) => writer.standing() === 'not-writing')
  await until(
    full,
    () => `all to hear that it is full: ${writers.map((writer) => writer.state()).join('; ')}`,
    60_000,
  )

  // It lives, says what is the matter, and lets people read.
  await expect.poll(ready).toBe('not ready: the store cannot be written\n')
  expect(await ask('GET', '/healthz')).toMatchObject({ status: 200 })
  expect(server.said()).toContain('"msg":"cannot-write"')
  const text = 'Long words. '.repeat(20_000)
  const added = await ask('POST', `/api/briefs/${brief}/sources`, { text, item: { title: 'Long' } })
  expect(added).toMatchObject({ status: 503, body: { type: 'urn:vouch:refusal:cannot-write' } })
  const held = await wordsOnDisk(dir, brief, true)
  expect(lostActs(writers, held)).toEqual([])
  const reader = restlessWriter({ name: 'reader', port, brief, token: OWNER_TOKEN, chance: random(seed) })
  writers.push(reader)
  await until(() => reader.words().length > 0, 'a newcomer to read')
  expect(new Set(reader.words())).toEqual(held)

  // Stopped in that state it loses nothing either, and begins again.
  await server.kill('SIGTERM')
  expect(server.status()).toBe(0)
  expect(lostActs(writers, await wordsOnDisk(dir, brief))).toEqual([])
  server = await startProcess(dir, port, [], LIMIT)
  await until(
    full,
    () => `all to hear it again: ${writers.map((writer) => writer.state()).join('; ')}`,
    60_000,
  )
  expect(lostActs(writers, await wordsOnDisk(dir, brief, true))).toEqual([])

  makeRoom()
  await acknowledgedMore(writers.slice(0, 8), 5, 'after there is room')
  await inTheEnd(writers)
  expect(await wordsOnDisk(dir, brief, true)).toEqual(new Set(writers[0]!.words()))
  await expect.poll(ready).toBe('ready\n')
  expect(server.said()).toContain('"msg":"writes-again"')
}, 180_000)
