/** Every hostile frame against a room with an honest client in it: its sender has to go, and nothing else happens. */
import { beforeAll, expect, it } from 'vitest'
import * as Y from 'yjs'
import { step2Message } from '../../../server/sync/frames.ts'
import { createRooms, type Rooms } from '../../../server/sync/rooms.ts'
import { CLOSE } from '../../../shared/wire/sync.ts'
import { briefOf } from '../../shared/binding/writers.ts'
import { type ArrayStore, arrayStore } from '../../support/array-store.ts'
import { hostileFrames } from '../../support/hostile-frames.ts'
import { quiet, writer, type Writer } from '../../support/writer.ts'

const BRIEF = 'abcdefghij'
const problems: string[] = []
let store: ArrayStore
let rooms: Rooms
let honest: Writer
let typed = 0

beforeAll(async () => {
  store = arrayStore()
  rooms = createRooms({ store, report: (problem) => problems.push(problem) })
  await rooms.create(BRIEF, (doc) => Y.applyUpdate(doc, briefOf('Exports fell.')))
  honest = writer(rooms, { person: { id: 'ana', name: 'Ana' } })
  await quiet(rooms)
  return () => rooms.drain()
})

const type = async () => {
  honest.doc.getMap('about').set('title', `Title ${++typed}`)
  await quiet(rooms)
}

it('has at least sixty kinds', () => {
  expect(hostileFrames.length).toBeGreaterThanOrEqual(60)
  expect(new Set(hostileFrames.map(({ attacks }) => attacks)).size).toBe(hostileFrames.length)
})

it.each(hostileFrames)('$attacks', async ({ frame, end }) => {
  const before = store.rows(BRIEF).length
  const villain = writer(rooms, { person: { id: 'eve', name: 'Eve' } })
  await quiet(rooms)
  villain.send(frame)
  await quiet(rooms)
  if (end === 'harmless') expect(villain.heard.closed).toBe(null)
  else expect([CLOSE.malformed, CLOSE.notAllowed]).toContain(villain.heard.closed?.code)
  villain.leave()
  expect(store.rows(BRIEF).length, 'nothing in the log').toBe(before)
  await type()
  const newcomer = writer(rooms, { person: { id: 'cy', name: 'Cy' } })
  await quiet(rooms)
  expect(newcomer.doc.getMap('about').get('title')).toBe(`Title ${typed}`)
  newcomer.leave()
  expect([honest.heard.closed, honest.durable(), problems]).toEqual([null, honest.sent(), []])
})

it('lets nobody write under the id of a colleague, alive or gone', async () => {
  await type()
  const villain = writer(rooms, { person: { id: 'eve', name: 'Eve' } })
  await quiet(rooms)
  const fork = new Y.Doc()
  Y.applyUpdate(fork, Y.encodeStateAsUpdate(villain.doc))
  fork.clientID = honest.doc.clientID
  fork.getMap('about').set('title', 'Said by Ana')
  villain.send(step2Message(Y.encodeStateAsUpdate(fork)))
  await quiet(rooms)
  expect(villain.heard.closed).toMatchObject({
    code: CLOSE.malformed,
    reason: expect.stringContaining('somebody else'),
  })
  expect(honest.doc.getMap('about').get('title')).toBe(`Title ${typed}`)
})

it('lets the same person go on under it from a new socket', async () => {
  await type()
  const again = writer(rooms, { person: { id: 'ana', name: 'Ana' }, doc: honest.doc })
  await quiet(rooms)
  await type()
  expect([again.heard.closed, again.heard.refused]).toEqual([null, []])
  again.leave()
})
