import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { openDatabase } from '../../../server/storage/database.ts'
import { documents } from '../../../server/storage/updates.ts'
import { addBrief } from '../../../server/storage/briefs.ts'
import { createRooms, type Rooms } from '../../../server/sync/rooms.ts'
import type { DocumentStore } from '../../../server/sync/update-log.ts'
import { arrayStore, docFrom } from '../../support/array-store.ts'
import { type Random, random, seedOfRun } from '../../support/random.ts'
import { wordsOf } from '../../support/restless-writer.ts'
import { type SimulatedWriter, simulatedWriter, slowDisk } from '../../support/simulated-network.ts'

const SCHEDULES = Number(process.env.VOUCH_SCHEDULES ?? (process.env.VOUCH_LONG ? 1000 : 40))
const STEPS = 300
const seed = seedOfRun()
const NAME = 'abcdefghij'

/** Lets everything run that waits for nothing but its turn. */
const turn = async () => {
  for (let n = 0; n < 3; n++) await new Promise((resolve) => setImmediate(resolve))
}

/** What a schedule does at a step, and how often: mostly people write and frames arrive. */
const STEP_KINDS = [
  ...Array<'act'>(30).fill('act'),
  ...Array<'pass'>(30).fill('pass'),
  ...Array<'disk'>(20).fill('disk'),
  ...Array<'cut'>(5).fill('cut'),
  ...Array<'connect'>(8).fill('connect'),
  ...Array<'noticed'>(3).fill('noticed'),
  'reload',
  'disk-fails',
  'killed',
  'partition',
  'server-edit',
] as const

type Life = { rooms: Rooms; disk: ReturnType<typeof slowDisk>; store: DocumentStore; edits: string[] }

const stored = async (store: DocumentStore): Promise<Y.Doc> =>
  docFrom((await store.log(NAME).load())!.updates)

/** What was acknowledged and is not there; deletions too. */
const lost = (writers: readonly SimulatedWriter[], there: ReadonlySet<string>) => {
  const maybeDeleted = new Set(
    writers.flatMap((writer) =>
      writer
        .acts()
        .filter((act) => act.is === 'deleted')
        .map((act) => act.word),
    ),
  )
  return writers
    .flatMap((writer) => writer.durable())
    .filter(({ is, word }) =>
      is === 'deleted' ? there.has(word) : !there.has(word) && !maybeDeleted.has(word),
    )
}

const runSchedule = async (store: DocumentStore, chance: Random): Promise<number> => {
  const disk = slowDisk(store)
  const start = () => createRooms({ store: disk.plug(), report: () => undefined })
  const life: Life = { rooms: start(), disk, store, edits: [] }
  const writers = Array.from({ length: 2 + chance.below(4) }, (_, n) =>
    simulatedWriter('abcde'[n]!, NAME, random(chance.below(2 ** 31)), () => life.rooms),
  )
  const away = new Map<SimulatedWriter, number>()

  const killed = async () => {
    life.disk.pull()
    const dead = life.rooms
    for (const writer of writers) writer.serverDied()
    life.rooms = start()
    // Its timers end; whatever it still wants to write, the disk no longer hears.
    void dead.drain()
    await turn()
    const there = new Set(wordsOf(await stored(store)))
    expect(lost(writers, there)).toEqual([])
  }

  for (let step = 0; step < STEPS; step++) {
    const writer = chance.pick(writers)
    for (const [who, until] of away) if (until <= step) away.delete(who)
    const isAway = away.has(writer)
    switch (chance.pick(STEP_KINDS)) {
      case 'act':
        writer.act()
        break
      case 'pass':
        if (!isAway) writer.pass(1 + chance.below(12))
        break
      case 'disk':
        life.disk.finishOne()
        break
      case 'disk-fails':
        life.disk.finishOne('fails')
        break
      case 'cut':
        writer.cut(chance.next() < 0.5)
        break
      case 'connect':
        if (!isAway) writer.connect()
        break
      case 'noticed':
        writer.noticeDead()
        break
      case 'reload':
        writer.reload()
        break
      case 'killed':
        await killed()
        break
      case 'partition':
        // Nothing passes for a while, and neither side knows.
        for (const each of writers) if (chance.next() < 0.5) away.set(each, step + 5 + chance.below(40))
        break
      case 'server-edit': {
        const edit = `s${step}`
        void life.rooms
          .transact(NAME, (doc) => void doc.getMap('about').set(edit, true))
          .then(
            () => life.edits.push(edit),
            () => undefined,
          )
        break
      }
    }
    await turn()
  }

  // Everything mends; everybody comes back and waits until it is saved.
  life.disk.hurry(true)
  const words = () => new Set(writers.map((writer) => String(writer.words())))
  for (let round = 0; ; round++) {
    expect(round, 'rounds until all agreed').toBeLessThan(500)
    let passed = 0
    for (const writer of writers) {
      writer.noticeDead()
      writer.connect()
      passed += writer.pass(1000)
    }
    await turn()
    await life.rooms.settled()
    if (passed === 0 && words().size === 1 && writers.every((each) => each.isSaved() && each.isConnected()))
      break
    // A busy document may wait some milliseconds before it writes.
    if (passed === 0) await new Promise((resolve) => setTimeout(resolve, 2))
  }
  const before = await stored(store)
  for (const writer of writers) {
    expect(
      Y.equalSnapshots(Y.snapshot(writer.doc()), Y.snapshot(before)),
      `${writer.name} and the store`,
    ).toBe(true)
    expect(writer.doc().getMap('about').toJSON()).toEqual(before.getMap('about').toJSON())
  }
  expect(lost(writers, new Set(wordsOf(before)))).toEqual([])
  for (const edit of life.edits)
    expect(before.getMap('about').has(edit), `the server's edit ${edit}`).toBe(true)
  expect(writers.flatMap((writer) => writer.finals())).toEqual([])
  await life.rooms.drain()
  // What closing wrote together is the same document.
  expect(Y.equalSnapshots(Y.snapshot(await stored(store)), Y.snapshot(before))).toBe(true)
  return writers.flatMap((writer) => writer.durable()).length
}

/** Arrays are fast; every tenth schedule has the store that people's briefs are in. */
const withStore = async <T>(inDatabase: boolean, run: (store: DocumentStore) => Promise<T>): Promise<T> => {
  if (!inDatabase) {
    const store = arrayStore()
    await store.create(NAME, Y.encodeStateAsUpdate(new Y.Doc()))
    return run(store)
  }
  const db = await openDatabase(':memory:')
  try {
    const { create, ...rest } = documents(db)
    const store: DocumentStore = { ...rest, create: (name, state) => create(name, state) }
    await addBrief(db, { id: NAME, title: 'Exports', example: false })
    await store.create(NAME, Y.encodeStateAsUpdate(new Y.Doc()))
    return await run(store)
  } finally {
    await db.destroy()
  }
}

it(`agrees in the end, whatever becomes of lines, disk and server: ${SCHEDULES} schedules  [seed ${seed}]`, async () => {
  let acknowledged = 0
  for (let n = 0; n < SCHEDULES; n++) {
    const chance = random(seed + n)
    try {
      acknowledged += await withStore(n % 10 === 9, (store) => runSchedule(store, chance))
    } catch (error) {
      throw new Error(`Schedule ${n}. Replay it alone: VOUCH_SEED=${seed + n} VOUCH_SCHEDULES=1`, {
        cause: error,
      })
    }
  }
  expect(acknowledged).toBeGreaterThan(SCHEDULES * 10)
  if (process.env.VOUCH_SCHEDULES)
    process.stderr.write(`${SCHEDULES} schedules agreed; ${acknowledged} acknowledged acts, 0 lost\n`)
}, 3_600_000)
