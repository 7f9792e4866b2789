import fs from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase, prepareFolder } from '../../../server/storage/database.ts'
import { migrations } from '../../../server/storage/migrations.ts'

let dir: string
beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'vouch-store-'))
})
afterEach(() => rm(dir, { recursive: true, force: true }))

const file = () => path.join(dir, 'vouch.sqlite')
const later = { name: '9999-later', up: async () => {} }

describe('The store', () => {
  it('is made on first sight and opened as it is ever after', async () => {
    await (await openDatabase(file())).destroy()
    const db = await openDatabase(file())
    const done = await db.selectFrom('migrations').select('name').orderBy('number').execute()
    expect(done.map((each) => each.name)).toEqual(migrations.map((each) => each.name))
    await db.destroy()
  })

  it('loses no commit in a power cut: a log ahead of the file, and a full sync at each commit', async () => {
    const db = await openDatabase(file())
    const pragma = async (name: string) => {
      const { rows } = await sql.raw(`pragma ${name}`).execute(db)
      return Object.values(rows[0] as object)[0]
    }
    expect(await pragma('journal_mode')).toBe('wal')
    expect(await pragma('synchronous')).toBe(2)
    expect(await pragma('foreign_keys')).toBe(1)
    await db.destroy()
  })

  it('can be read by its own user only', async () => {
    await (await openDatabase(file())).destroy()
    expect(fs.statSync(file()).mode & 0o077).toBe(0)
  })

  it('is refused in one sentence when a newer program wrote it, and left as it is', async () => {
    await (await openDatabase(file(), { migrations: [...migrations, later] })).destroy()
    const before = fs.readFileSync(file())
    await expect(openDatabase(file())).rejects.toThrow(
      /^The data folder was written by a newer version of Vouch .* Nothing was changed; start the newer program\.$/,
    )
    expect(fs.readFileSync(file()).equals(before)).toBe(true)
  })

  it('takes all steps to a new version, or none of them', async () => {
    await (await openDatabase(file(), { migrations: migrations.slice(0, 1) })).destroy()
    const broken = {
      name: '0003-broken',
      up: async () => {
        throw new Error('in the middle')
      },
    }
    await expect(openDatabase(file(), { migrations: [...migrations, broken] })).rejects.toThrow(
      /in the middle/,
    )
    const db = await openDatabase(file(), { migrations: migrations.slice(0, 1) })
    const { rows } = await sql<{
      name: string
    }>`select name from sqlite_master where name = 'documents'`.execute(db)
    expect(rows).toEqual([])
    await db.destroy()
  })

  it('says that a file is no database, and leaves it', async () => {
    await writeFile(file(), 'Dear diary, '.repeat(1000))
    await expect(openDatabase(file())).rejects.toThrow(/is damaged or no database\. Nothing was changed/)
    expect(fs.readFileSync(file(), 'utf8')).toMatch(/^Dear diary/)
  })

  it('says in one sentence that its folder cannot be written', async () => {
    await writeFile(path.join(dir, 'in-the-way'), '')
    const there = path.join(dir, 'in-the-way', 'data')
    expect(() => prepareFolder(there)).toThrow(
      /^The data folder .*in-the-way\/data cannot be written \(ENOTDIR\)\. Nothing was changed; give this user the right .*$/,
    )
  })
})
