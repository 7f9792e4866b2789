import { spawn } from 'node:child_process'
import fs from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { run } from '../../../server/cli/cli.ts'
import { checkCopy } from '../../../server/storage/backup.ts'
import { backupsIn, scheduleBackups } from '../../../server/storage/scheduled-backups.ts'
import { random, seedOfRun } from '../../support/random.ts'
import { restlessWriter, wordsOf } from '../../support/restless-writer.ts'
import { OWNER_TOKEN, startTestServer, type TestServer } from '../../support/server.ts'
import { until } from '../../support/writer.ts'

let dir: string
let server: TestServer | null = null
const before = process.env.DATA_DIR
beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'vouch-backup-'))
  process.env.DATA_DIR = path.join(dir, 'data')
})
afterEach(async () => {
  await server?.close()
  server = null
  if (before === undefined) delete process.env.DATA_DIR
  else process.env.DATA_DIR = before
  await rm(dir, { recursive: true, force: true })
})

const start = async () => (server = await startTestServer({ dir: process.env.DATA_DIR! }))
const stop = async () => {
  await server!.close()
  server = null
}
const vouch = async (...argv: string[]) => {
  let out = ''
  let err = ''
  const status = await run(argv, {
    stdout: { write: (text, done) => ((out += text), done()) },
    stderr: { write: (text, done) => ((err += text), done()) },
  })
  return { status, out, err }
}
const backup = () => path.join(dir, 'kept', 'vouch.backup')

/** Two million letters that do not repeat. */
const proseOf = (seed: number) => {
  const chance = random(seed)
  return Array.from({ length: 200_000 }, () => chance.below(10 ** 9).toString(36)).join(' ')
}

/** A backup as a process of its own, as the server starts it. */
const backupProcess = (dataDir: string, file: string) => {
  const at = (name: string) => fileURLToPath(new URL(`../../../${name}`, import.meta.url))
  const program = process.env.VOUCH_BUILT
    ? [at('dist/server/backup-child.js')]
    : ['--import', 'tsx', at('server/storage/backup-child.ts')]
  return spawn(process.execPath, [...program, dataDir, file], { stdio: 'ignore' })
}

describe('A backup', () => {
  it('is made while people write, holds what was acknowledged before it, and comes back whole', async () => {
    const { port, newBrief, text } = await start()
    const { id } = await newBrief('Exports')
    const writers = ['a', 'b', 'c'].map((name, n) =>
      restlessWriter({ name, port, brief: id, token: OWNER_TOKEN, chance: random(n), rest: 4 }),
    )
    for (const writer of writers) writer.start()
    await until(() => writers.every((writer) => writer.durable().length > 40), 'acknowledgements')
    const acknowledged = writers.flatMap((writer) => writer.durable())
    const { status, out } = await vouch('backup', backup(), '--json')
    expect(status).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ file: backup(), damage: [] })
    for (const writer of writers) writer.stop()
    await until(() => writers.every((writer) => writer.isSaved()), 'all to be saved')
    const deleted = new Set(
      writers.flatMap((writer) =>
        writer
          .acts()
          .filter((act) => act.is === 'deleted')
          .map((act) => act.word),
      ),
    )
    const now = await text(`/api/briefs/${id}/export.md`)
    for (const writer of writers) writer.leave()
    await stop()

    // One file, readable for its owner alone, and nothing half beside it.
    expect(fs.readdirSync(path.dirname(backup()))).toEqual(['vouch.backup'])
    expect(fs.statSync(backup()).mode & 0o077).toBe(0)
    const restored = await vouch('restore', backup())
    expect(restored.status).toBe(0)
    expect(restored.out).toMatch(/^Restored into .*\nWhat was there before is kept as .*before-restore-/)

    const again = await start()
    const doc = await again.services.rooms.read(id)
    const there = new Set(wordsOf(doc))
    const lost = acknowledged.filter(({ is, word }) =>
      is === 'deleted' ? there.has(word) : !there.has(word) && !deleted.has(word),
    )
    expect(lost).toEqual([])
    // And what was kept aside is the later state.
    const aside = /kept as (.*)\.\n/.exec(restored.out)![1]!
    await stop()
    expect((await vouch('restore', aside, '--to', path.join(dir, 'other'))).status).toBe(0)
    process.env.DATA_DIR = path.join(dir, 'other')
    expect((await vouch('export', id)).out).toBe(now)
  })

  it('begins every document anew, later than any epoch that a device may have seen', async () => {
    const { newBrief, services } = await start()
    const { id } = await newBrief()
    const epochs = () => services.db.selectFrom('documents').select('epoch').where('name', '=', id).execute()
    const [{ epoch }] = (await epochs()) as [{ epoch: number }]
    await vouch('backup', backup())
    await stop()
    const now = Math.floor(Date.now() / 1000)
    await vouch('restore', backup())
    const sqlite = new Sqlite(path.join(process.env.DATA_DIR!, 'vouch.sqlite'), { readonly: true })
    const restored = sqlite.prepare('select epoch from documents where name = ?').pluck().get(id)
    sqlite.close()
    expect(restored).toBeGreaterThan(epoch)
    expect(restored).toBeGreaterThanOrEqual(now)
  })

  it('is refused in one sentence, and nothing changes', async () => {
    await start()
    expect((await vouch('backup', backup())).status).toBe(0)
    const bytes = fs.readFileSync(backup())
    expect((await vouch('backup', backup())).err).toMatch(/exists already and was left as it is/)
    expect((await vouch('restore', backup())).err).toMatch(
      /^Another Vouch server at .* is using the data folder/,
    )
    expect((await vouch('restore', path.join(dir, 'nothing'))).err).toMatch(/^There is no file/)
    await stop()
    const store = path.join(process.env.DATA_DIR!, 'vouch.sqlite')
    const kept = fs.readFileSync(store)

    fs.writeFileSync(path.join(dir, 'torn'), bytes.subarray(0, bytes.length / 2))
    fs.writeFileSync(path.join(dir, 'letter'), 'Dear Sir or Madam')
    const other = new Sqlite(path.join(dir, 'other'))
    other.exec('create table birds (name text)')
    other.close()
    for (const wrong of ['torn', 'letter', 'other']) {
      const { status, err } = await vouch('restore', path.join(dir, wrong))
      expect(status, wrong).toBe(1)
      expect(err, wrong).toMatch(/is damaged|no backup of Vouch/)
      expect(err.trim().split('\n')).toHaveLength(1)
    }
    expect(fs.readFileSync(store).equals(kept)).toBe(true)
    expect(fs.readdirSync(process.env.DATA_DIR!).filter((name) => name.startsWith('restoring'))).toEqual([])
  })

  it('says which document is damaged, and copies the rest all the same', async () => {
    const { newBrief } = await start()
    const { id } = await newBrief()
    await stop()
    const sqlite = new Sqlite(path.join(process.env.DATA_DIR!, 'vouch.sqlite'))
    sqlite.prepare('update document_states set bytes = zeroblob(length(bytes)) where document = ?').run(id)
    sqlite.close()
    const { status, out } = await vouch('backup', backup())
    expect(status).toBe(1)
    expect(out).toContain(`Document ${id}: state 0 is not as it was written.`)
    expect(fs.existsSync(backup())).toBe(true)
  })

  it('that is killed in the middle leaves nothing under its name, and its half goes with the next one', async () => {
    const { port, newBrief, post } = await start()
    const { id } = await newBrief('Exports')
    // Some megabytes, so that there is a middle.
    for (let n = 0; n < 4; n++)
      await post(`/api/briefs/${id}/sources`, { text: `${n} ${proseOf(n)}`, item: { title: `Report ${n}` } })
    const writers = ['a', 'b', 'c'].map((name, n) =>
      restlessWriter({ name, port, brief: id, token: OWNER_TOKEN, chance: random(n), rest: 4 }),
    )
    for (const writer of writers) writer.start()
    const chance = random(seedOfRun())
    const kept = path.dirname(backup())
    fs.mkdirSync(kept)
    let halves = 0
    for (let round = 0; round < (process.env.VOUCH_LONG ? 60 : 6); round++) {
      const child = backupProcess(process.env.DATA_DIR!, backup())
      const begun = () => fs.readdirSync(kept).some((name) => name.endsWith(`.part-${child.pid}`))
      await until(() => begun() || child.exitCode !== null, 'a backup to begin', 60_000)
      await new Promise((resolve) => setTimeout(resolve, chance.below(60)))
      const gone = new Promise((resolve) => child.once('exit', resolve))
      if (child.exitCode === null && child.kill('SIGKILL')) await gone
      if (begun()) halves++
      if (fs.existsSync(backup())) {
        expect(checkCopy(backup()).damage).toEqual([])
        fs.rmSync(backup())
      }
    }
    expect(halves).toBeGreaterThan(0)
    fs.writeFileSync(path.join(process.env.DATA_DIR!, 'restoring-1.sqlite'), 'half of a store')
    const acknowledged = writers.flatMap((writer) => writer.durable())
    expect((await vouch('backup', backup())).status).toBe(0)
    expect(fs.readdirSync(kept)).toEqual(['vouch.backup'])
    for (const writer of writers) writer.leave()
    await stop()
    expect((await vouch('restore', backup())).status).toBe(0)
    expect(fs.readdirSync(process.env.DATA_DIR!).filter((name) => name.startsWith('restoring'))).toEqual([])
    const there = new Set(wordsOf(await (await start()).services.rooms.read(id)))
    const deleted = new Set(
      writers.flatMap((writer) => writer.acts().flatMap(({ is, word }) => (is === 'deleted' ? [word] : []))),
    )
    const lost = acknowledged.filter(({ is, word }) =>
      is === 'deleted' ? there.has(word) : !there.has(word) && !deleted.has(word),
    )
    expect(lost).toEqual([])
  }, 300_000)

  it('is made by itself at its time; the oldest go', async () => {
    await start()
    const kept = path.join(dir, 'kept')
    fs.mkdirSync(kept)
    for (const day of ['01', '02', '03']) {
      const old = path.join(kept, `vouch-202601${day}T000000Z.sqlite`)
      fs.writeFileSync(old, 'an old one')
      fs.utimesSync(old, new Date(0), new Date(0))
    }
    fs.writeFileSync(path.join(kept, 'vouch-20260103T000000Z.sqlite.part-1'), 'half of one')
    const outcomes: unknown[] = []
    const plan = { dataDir: process.env.DATA_DIR!, dir: kept, every: 3_600_000, keep: 2 }
    const scheduled = scheduleBackups(plan, (outcome) => outcomes.push(outcome))
    await until(() => outcomes.length > 0, 'a backup')
    expect(outcomes).toEqual([expect.objectContaining({ damage: [] })])
    await until(() => backupsIn(kept).length === 2, 'the oldest to go')
    expect(scheduled.isWell()).toBe(true)
    expect(Date.now() - scheduled.newest()!).toBeLessThan(60_000)
    await scheduled.stop()
    expect(fs.readdirSync(kept).filter((name) => !/^vouch-\d+T\d+Z\.sqlite$/.test(name))).toEqual([])
    await stop()
    expect((await vouch('restore', backupsIn(kept).at(-1)!)).status).toBe(0)
  })
})
