import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Kysely } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addBrief } from '../../../server/storage/briefs.ts'
import { type Database, openDatabase } from '../../../server/storage/database.ts'
import { documents, type Documents } from '../../../server/storage/updates.ts'
import { docFrom } from '../../support/array-store.ts'
import { random, seedOfRun } from '../../support/random.ts'

const BRIEF = 'abcdefghij'

let dir: string
let db: Kysely<Database>
let store: Documents

beforeEach(async () => {
  dir = await fs.mkdtemp(path.join(os.tmpdir(), 'vouch-log-'))
  await open()
  await addBrief(db, { id: BRIEF, title: 'Exports', example: false })
  await store.create(BRIEF, Y.encodeStateAsUpdate(new Y.Doc()))
})
afterEach(async () => {
  await db.destroy()
  await fs.rm(dir, { recursive: true })
})

const open = async () => {
  db = await openDatabase(path.join(dir, 'vouch.sqlite'))
  store = documents(db)
}

/** A document that collects its updates one by one. */
const typed = () => {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  return { doc, updates, text: doc.getText('body') }
}

const textOf = async () => {
  const loaded = await store.log(BRIEF).load()
  return docFrom(loaded!.updates).getText('body').toString()
}

it('gives back what was appended, after closing and opening', async () => {
  const { updates, text } = typed()
  for (const letter of 'Exports fell') text.insert(text.length, letter)
  text.delete(0, 1)
  const log = store.log(BRIEF)
  await log.load()
  await log.append(updates.slice(0, 5))
  await log.append(updates.slice(5))
  await db.destroy()
  await open()
  expect(await textOf()).toBe('xports fell')
})

it('loads nothing for a document that is not there, and creates none twice', async () => {
  expect(await store.log('klmnopqrst').load()).toBe(null)
  await expect(store.create(BRIEF, new Uint8Array([0, 0]))).rejects.toThrow('exists already')
})

it('creates within the transaction that makes the brief, or not at all', async () => {
  const failing = db.transaction().execute(async (trx) => {
    await addBrief(trx, { id: 'klmnopqrst', title: 'Imports', example: false })
    await store.create('klmnopqrst', new Uint8Array([0, 0]), trx)
    throw new Error('Something else failed.')
  })
  await expect(failing).rejects.toThrow('Something else failed.')
  expect(await store.log('klmnopqrst').load()).toBe(null)
})

it('compacts what it had, and keeps what is appended meanwhile', async () => {
  const { doc, updates, text } = typed()
  const log = store.log(BRIEF)
  await log.load()
  for (const letter of 'Exports') text.insert(text.length, letter)
  await log.append(updates.splice(0))
  const state = Y.encodeStateAsUpdate(doc)
  text.insert(text.length, ' fell')
  await Promise.all([log.compact(state), log.append(updates.splice(0))])
  text.insert(text.length, ' in May')
  await log.append(updates.splice(0))
  expect((await store.log(BRIEF).load())!.updates).toHaveLength(3)
  expect(await textOf()).toBe('Exports fell in May')
})

it('never puts an older state over a newer one', async () => {
  const { doc, updates, text } = typed()
  const [old, log] = [store.log(BRIEF), store.log(BRIEF)]
  await old.load()
  await log.load()
  text.insert(0, 'Exports fell')
  await log.append(updates)
  await log.compact(Y.encodeStateAsUpdate(doc))
  await old.compact(Y.encodeStateAsUpdate(new Y.Doc()))
  expect(await textOf()).toBe('Exports fell')
})

it('stops a second writer', async () => {
  const { updates, text } = typed()
  text.insert(0, 'Exports fell')
  const [one, other] = [store.log(BRIEF), store.log(BRIEF)]
  await one.load()
  await other.load()
  await one.append(updates)
  await expect(other.append(updates)).rejects.toThrow()
})

it('takes thousands of rows at once, all or none', async () => {
  const { updates, text } = typed()
  for (let n = 0; n < 2500; n++) text.insert(text.length, String(n % 10))
  const log = store.log(BRIEF)
  await log.load()
  await log.append(updates)
  expect(await textOf()).toHaveLength(2500)
})

it('lets documents share a write, and one that fails does not take the others with it', async () => {
  const { updates, text } = typed()
  text.insert(0, 'Exports fell')
  const names = ['klmnopqrst', 'uvwxyzabcd']
  for (const id of names) {
    await addBrief(db, { id, title: 'Imports', example: false })
    await store.create(id, Y.encodeStateAsUpdate(new Y.Doc()))
  }
  const [one, two, second] = [store.log(names[0]!), store.log(names[1]!), store.log(names[0]!)]
  for (const log of [one, two, second]) await log.load()
  const ends = await Promise.allSettled([one, two, second].map((log) => log.append(updates)))
  expect(ends.map((end) => end.status)).toEqual(['fulfilled', 'fulfilled', 'rejected'])
  for (const id of names) {
    const loaded = await store.log(id).load()
    expect(docFrom(loaded!.updates).getText('body').toString()).toBe('Exports fell')
  }
})

it('goes with its brief', async () => {
  await db.deleteFrom('briefs').where('id', '=', BRIEF).execute()
  expect(await store.log(BRIEF).load()).toBe(null)
  expect(await db.selectFrom('document_states').selectAll().execute()).toEqual([])
})

/** Two states, of 0 and of 12 updates, and the updates between. */
const fillAndCompact = async () => {
  const doc = await fill()
  const log = store.log(BRIEF)
  await log.load()
  await log.compact(Y.encodeStateAsUpdate(doc))
}

const fill = async () => {
  const { doc, updates, text } = typed()
  for (const letter of 'Exports fell') text.insert(text.length, letter)
  const log = store.log(BRIEF)
  await log.load()
  await log.append(updates)
  return doc
}

/** Whether reading notices that something is not as it was written. */
const found = async (): Promise<boolean> => {
  try {
    return (await store.log(BRIEF).load())?.damage !== undefined
  } catch (error) {
    return String(error).includes('is damaged')
  }
}

describe('damage', () => {
  const { seed, below } = random(seedOfRun())
  it(`is found wherever one bit flipped  [seed ${seed}]`, async () => {
    await fill()
    for (let round = 0; round < (process.env.VOUCH_LONG ? 1000 : 60); round++) {
      const seq = below(13)
      const table = seq === 0 ? ('document_states' as const) : ('document_updates' as const)
      const where = seq === 0 ? ('through' as const) : ('seq' as const)
      const query = db
        .selectFrom(table)
        .select('bytes')
        .where(where as never, '=', seq as never)
      const bytes = Buffer.from((await query.executeTakeFirstOrThrow()).bytes)
      const at = below(bytes.length * 8)
      const write = () =>
        db
          .updateTable(table)
          .set({ bytes: Buffer.from(bytes) })
          .where(where as never, '=', seq as never)
          .execute()
      bytes[at >> 3]! ^= 1 << (at & 7)
      await write()
      expect(await found()).toBe(true)
      bytes[at >> 3]! ^= 1 << (at & 7)
      await write()
    }
    expect(await textOf()).toBe('Exports fell')
  })

  it('is found when a row is missing or two changed places; what came before is read', async () => {
    await fill()
    await db.updateTable('document_updates').set({ seq: 99 }).where('seq', '=', 4).execute()
    expect((await store.log(BRIEF).load())?.damage).toContain('from number 4 on')
    expect(await textOf()).toBe('Exp')
    await db.updateTable('document_updates').set({ seq: 4 }).where('seq', '=', 5).execute()
    await db.updateTable('document_updates').set({ seq: 5 }).where('seq', '=', 99).execute()
    expect((await store.log(BRIEF).load())?.damage).toContain('from number 4 on')
    expect(await textOf()).toBe('Exp')
  })

  it('of the newest state loses nothing: the one before it is kept, with the updates after it', async () => {
    await fillAndCompact()
    await db.updateTable('document_states').set({ crc: 1 }).where('through', '=', 12).execute()
    const log = store.log(BRIEF)
    const loaded = await log.load()
    expect([loaded?.damage, loaded?.mended]).toEqual([
      undefined,
      expect.stringContaining('Nothing is missing'),
    ])
    const doc = docFrom(loaded!.updates)
    expect(doc.getText('body').toString()).toBe('Exports fell')
    // And it is put right.
    await log.compact(Y.encodeStateAsUpdate(doc))
    expect(await store.log(BRIEF).load()).toMatchObject({ updates: { length: 1 } })
    expect((await store.log(BRIEF).load())?.mended).toBe(undefined)
  })

  it('of a page of the file is no more than of the rows on it', async () => {
    const { updates, text } = typed()
    for (let n = 0; n < 400; n++) text.insert(text.length, `${n} ${'word '.repeat(20)}`)
    const log = store.log(BRIEF)
    await log.load()
    await log.append(updates)
    await db.destroy()
    const file = path.join(dir, 'vouch.sqlite')
    const bytes = await fs.readFile(file)
    // A page in the middle of the text, its header included.
    const page = Math.floor(bytes.indexOf('200 word') / 4096) * 4096
    bytes.fill(0xff, page, page + 4096)
    await fs.writeFile(file, bytes)
    await open()
    const loaded = await store.log(BRIEF).load()
    expect(loaded?.damage).toBeDefined()
    const stored = await store.read(BRIEF)
    expect(docFrom(loaded!.updates).getText('body').toString()).toContain('100 word')
    expect(stored!.beyond.length).toBeGreaterThan(100)
    expect(stored!.updates.length - 1 + stored!.missing + stored!.beyond.length).toBe(400)
  })

  it('is put aside by a new beginning, which has another epoch', async () => {
    await fill()
    await db.updateTable('document_updates').set({ crc: 1 }).where('seq', '=', 8).execute()
    const { updates } = (await store.read(BRIEF))!
    await store.beginAnew(BRIEF, Y.mergeUpdates(updates))
    expect(await store.log(BRIEF).load()).toMatchObject({ epoch: 2, updates: { length: 1 } })
    expect(await textOf()).toBe('Exports')
    const aside = await db.selectFrom('damaged_rows').select(['kind', 'seq', 'epoch']).execute()
    expect(aside).toHaveLength(13)
    expect(aside).toContainEqual({ kind: 'update', seq: 8, epoch: 1 })
  })

  it('is found when the state is missing: it is no empty document', async () => {
    await db.deleteFrom('document_states').execute()
    await expect(store.log(BRIEF).load()).rejects.toThrow('its state is missing')
  })

  it('a document of a newer program is not read', async () => {
    await db.updateTable('documents').set({ schema: 999 }).execute()
    await expect(store.log(BRIEF).load()).rejects.toThrow('newer version')
  })
})
