import fs from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addBrief } from '../../../server/storage/briefs.ts'
import { openDatabase } from '../../../server/storage/database.ts'
import { documents } from '../../../server/storage/updates.ts'
import { docFrom } from '../../support/array-store.ts'
import { type Random, random, seedOfRun } from '../../support/random.ts'

const BRIEF = 'abcdefghij'
const CUTS = process.env.VOUCH_LONG ? 1000 : 60
const COMMITS = 60
const seed = seedOfRun()

let dir: string
beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'vouch-torn-'))
})
afterEach(() => rm(dir, { recursive: true, force: true }))

const inDir = (name: string) => path.join(dir, name)

/** A store whose changes since its beginning all stand in its log, as a kill leaves it: its bytes, and where commits end. */
const killedStore = async (chance: Random) => {
  const file = inDir('vouch.sqlite')
  const db = await openDatabase(file)
  await addBrief(db, { id: BRIEF, title: 'Exports', example: false })
  const store = documents(db)
  await store.create(BRIEF, Y.encodeStateAsUpdate(new Y.Doc()))
  const other = new Sqlite(file)
  other.pragma('wal_checkpoint(TRUNCATE)')
  other.close()
  const log = store.log(BRIEF)
  await log.load()
  const doc = new Y.Doc()
  let made: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => made.push(update))
  const text = doc.getText('body')
  /** Where the log's bytes ended after each commit, and what the document said then. */
  const commits = [{ end: 0, text: '' }]
  for (let n = 0; n < COMMITS; n++) {
    text.insert(chance.below(text.length + 1), `${n} ${'word '.repeat(chance.below(400))}`)
    if (chance.next() < 0.3) text.delete(0, chance.below(text.length))
    await log.append(made)
    made = []
    commits.push({ end: fs.statSync(`${file}-wal`).size, text: text.toString() })
    if (n % 20 === 19) await log.compact(Y.encodeStateAsUpdate(doc))
  }
  // What a kill leaves: the files as they are, for the copy is made before anything is closed.
  const bytes = { main: fs.readFileSync(file), wal: fs.readFileSync(`${file}-wal`) }
  await db.destroy()
  return { ...bytes, commits }
}

/** Opens the store with this log beside it. */
const openWith = async (main: Uint8Array, wal: Uint8Array) => {
  fs.rmSync(inDir('again'), { recursive: true, force: true })
  fs.mkdirSync(inDir('again'))
  fs.writeFileSync(inDir('again/vouch.sqlite'), main)
  fs.writeFileSync(inDir('again/vouch.sqlite-wal'), wal)
  const db = await openDatabase(inDir('again/vouch.sqlite'))
  try {
    const log = documents(db).log(BRIEF)
    const loaded = (await log.load())!
    const text = docFrom(loaded.updates).getText('body').toString()
    // It is no museum: what is written now is kept.
    const more = new Y.Doc()
    more.getMap('about').set('title', 'Written after')
    await log.append([Y.encodeStateAsUpdate(more)])
    const again = (await documents(db).log(BRIEF).load())!
    expect(docFrom(again.updates).getMap('about').get('title')).toBe('Written after')
    return { text, damage: loaded.damage }
  } finally {
    await db.destroy()
  }
}

it(`has every commit that a cut log still holds, wherever it was cut: ${CUTS} cuts  [seed ${seed}]`, async () => {
  const chance = random(seed)
  const { main, wal, commits } = await killedStore(chance)
  const whole = await openWith(main, wal)
  expect(whole).toEqual({ text: commits.at(-1)!.text, damage: undefined })
  for (let cut = 0; cut < CUTS; cut++) {
    const at = chance.below(wal.length)
    const last = commits.findLastIndex(({ end }) => end <= at)
    // What a power cut leaves behind the cut: nothing, zeroes, or noise.
    const tail = Buffer.alloc(chance.below(3) === 0 ? 0 : wal.length - at)
    if (chance.below(2) === 0) for (let n = 0; n < tail.length; n++) tail[n] = chance.below(256)
    const torn = await openWith(main, Buffer.concat([wal.subarray(0, at), tail]))
    expect(torn, `cut ${cut} at ${at} of ${wal.length}`).toEqual({
      text: commits[last]!.text,
      damage: undefined,
    })
  }
}, 600_000)

it(`opens a log with flipped bits as it was at a commit before them: ${CUTS} logs  [seed ${seed}]`, async () => {
  const chance = random(seed + 1)
  const { main, wal, commits } = await killedStore(chance)
  for (let round = 0; round < CUTS; round++) {
    const bytes = Buffer.from(wal)
    const at = chance.below(wal.length)
    bytes[at]! ^= 1 << chance.below(8)
    const { text, damage } = await openWith(main, bytes)
    const last = commits.findLastIndex(({ end }) => end <= at)
    // The header's own bits may not matter; all others end the log before the commit that they are in.
    const expected = at < 32 ? [commits[0]!.text, commits.at(-1)!.text] : [commits[last]!.text]
    expect(expected, `bit at ${at} of ${wal.length}`).toContain(text)
    expect(damage).toBe(undefined)
  }
}, 600_000)
