import { afterEach, beforeEach, expect, it } from 'vitest'
import { createRooms, type Rooms } from '../../../server/sync/rooms.ts'
import { arrayStore } from '../../support/array-store.ts'
import { quiet, until, writer } from '../../support/writer.ts'
import { anyDocument } from '../../support/any-document.ts'

const BRIEF = 'abcdefghij'
const ben = { id: 'ben', name: 'Ben' }

let rooms: Rooms
beforeEach(async () => {
  rooms = createRooms({ store: arrayStore(), report: () => {}, rules: anyDocument })
  await rooms.create(BRIEF, () => {})
  await rooms.create(`${BRIEF}.discussion`, () => {})
})
afterEach(() => rooms.drain())

it('shows carets to the others, with the name the server knows', async () => {
  const ana = writer(rooms)
  const colleague = writer(rooms, { person: ben })
  await quiet(rooms)
  ana.awareness.setLocalState({ cursor: 3, user: { name: 'Mallory', id: 'eve', color: 'red' } })
  await quiet(rooms)
  expect(colleague.others()).toEqual({
    Ana: { cursor: 3, user: { id: 'ana', name: 'Ana', color: expect.stringMatching(/^#[0-9A-F]{6}$/) } },
  })
})

it('tells a newcomer who is there, and the others when somebody goes', async () => {
  const ana = writer(rooms)
  await quiet(rooms)
  ana.move(1)
  await quiet(rooms)
  const newcomer = writer(rooms, { person: ben })
  await quiet(rooms)
  expect(Object.keys(newcomer.others())).toEqual(['Ana'])
  ana.leave()
  await quiet(rooms)
  expect(newcomer.others()).toEqual({})
})

it('skips what is not a socket’s own: nobody moves or removes a colleague’s caret', async () => {
  const ana = writer(rooms)
  const colleague = writer(rooms, { person: ben })
  const watcher = writer(rooms, { person: { id: 'cem', name: 'Cem' } })
  await quiet(rooms)
  ana.move(1)
  colleague.move(2)
  await quiet(rooms)
  colleague.claim(ana.doc.clientID, 50, { cursor: 99 })
  colleague.claim(ana.doc.clientID, 51, null)
  colleague.claim(12345, 1, { cursor: 99 })
  await quiet(rooms)
  expect(watcher.others()).toMatchObject({ Ana: { cursor: 1 }, Ben: { cursor: 2 } })
  expect(Object.keys(watcher.others())).toHaveLength(2)
})

it('sends what several people move in one moment as one frame', async () => {
  const people = Array.from({ length: 4 }, (_, n) =>
    writer(rooms, { person: { id: `p${n}`, name: `P${n}` } }),
  )
  await quiet(rooms)
  for (const person of people) person.move(0)
  await quiet(rooms)
  const before = people.map((person) => person.heard.presence)
  for (let caret = 1; caret < 9; caret++) for (const person of people) person.move(caret)
  await quiet(rooms)
  expect(people.map((person, n) => person.heard.presence - before[n]!)).toEqual([1, 1, 1, 1])
  expect(people[0]!.others()).toMatchObject({ P1: { cursor: 8 }, P2: { cursor: 8 }, P3: { cursor: 8 } })
})

it('shows somebody again who comes back with the clock they left with', async () => {
  const ana = writer(rooms)
  const colleague = writer(rooms, { person: ben })
  await quiet(rooms)
  ana.move(1)
  await quiet(rooms)
  const { clientID } = ana.doc
  const clock = ana.awareness.meta.get(clientID)!.clock
  // The network fails: the socket goes, the page and its clock stay.
  rooms.closePerson(BRIEF, 'ana', 1012)
  await quiet(rooms)
  expect(colleague.others()).toEqual({})
  const again = writer(rooms, { doc: ana.doc })
  again.awareness.meta.set(clientID, { clock: clock - 1, lastUpdated: Date.now() })
  await quiet(rooms)
  again.move(7)
  await quiet(rooms)
  expect(colleague.others()).toMatchObject({ Ana: { cursor: 7 } })
})

it('leaves out a state that is too large, and keeps the one before', async () => {
  const ana = writer(rooms)
  const colleague = writer(rooms, { person: ben })
  await quiet(rooms)
  ana.move(1)
  await quiet(rooms)
  ana.move('x'.repeat(5000))
  await quiet(rooms)
  expect([colleague.others(), ana.heard.closed]).toMatchObject([{ Ana: { cursor: 1 } }, null])
})

it('passes on no more than ten moves a second, and then where the caret stands', async () => {
  const ana = writer(rooms)
  const colleague = writer(rooms, { person: ben })
  await quiet(rooms)
  const before = colleague.heard.presence
  for (let caret = 1; caret <= 200; caret++) {
    ana.move(caret)
    await new Promise((resolve) => setImmediate(resolve))
  }
  await until(() => (colleague.others().Ana as { cursor?: number } | undefined)?.cursor === 200)
  expect(colleague.heard.presence - before).toBeLessThan(60)
  expect(ana.heard.closed).toBe(null)
})

it('takes a state of 2 kB, and not a letter more', async () => {
  const ana = writer(rooms)
  const colleague = writer(rooms, { person: ben })
  await quiet(rooms)
  const letters = 2048 - '{"cursor":""}'.length
  ana.move('x'.repeat(letters))
  await quiet(rooms)
  ana.move('y'.repeat(letters + 1))
  await quiet(rooms)
  expect(colleague.others()).toMatchObject({ Ana: { cursor: 'x'.repeat(letters) } })
})

it('is not shown on the discussion', async () => {
  const [ana, colleague] = [ben, { id: 'ana', name: 'Ana' }].map((person) =>
    writer(rooms, { person, name: `${BRIEF}.discussion` }),
  )
  await quiet(rooms)
  ana!.move(1)
  await quiet(rooms)
  expect(colleague!.others()).toEqual({})
})
