/** Structs that a document has already, told once more with something else in them: what is there stays as it is. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { updateMessage } from '../../../server/sync/frames.ts'
import { createRooms, type Rooms } from '../../../server/sync/rooms.ts'
import { roots } from '../../../shared/brief/document.ts'
import { CLOSE } from '../../../shared/wire/sync.ts'
import { briefOf } from '../../shared/binding/writers.ts'
import { type ArrayStore, arrayStore, docFrom } from '../../support/array-store.ts'
import { partsOf, written } from '../../support/mutations.ts'
import { quiet, writer, type Writer } from '../../support/writer.ts'

const BRIEF = 'abcdefghij'
const WORDS = 'Exports 😀 fell.'

let store: ArrayStore
let rooms: Rooms
let eve: Writer
beforeEach(async () => {
  store = arrayStore()
  rooms = createRooms({ store, report: (problem) => expect(problem).toBe('none') })
  await rooms.create(BRIEF, (doc) => Y.applyUpdate(doc, briefOf(WORDS)))
  eve = writer(rooms)
  await quiet(rooms)
})
afterEach(() => rooms.drain())

/** Everything that Eve wrote, and what she would write now. */
const retelling = (next: (doc: Y.Doc) => void): Uint8Array => {
  const fork = docFrom([Y.encodeStateAsUpdate(eve.doc)])
  fork.clientID = eve.doc.clientID
  next(fork)
  const before = new Map(
    [...fork.store.clients.keys()].map((client) => [client, Y.getState(fork.store, client)]),
  )
  before.delete(fork.clientID)
  return Y.encodeStateAsUpdate(fork, Y.encodeStateVector(before))
}

/** The item with the words of the body. */
const words = () => {
  for (const structs of eve.doc.store.clients.values())
    for (const struct of structs)
      if (struct instanceof Y.Item && struct.content instanceof Y.ContentString) return struct
  throw new Error('There are no words.')
}

it('cuts no letter in two by another neighbour', async () => {
  eve.doc.getMap('about').set('title', 'Exports')
  await quiet(rooms)
  const parts = partsOf(retelling((doc) => doc.getMap('about').set('date', null)))
  const [first] = parts.blocks[0]!.structs as [Y.Item]
  const { id } = words()
  first.origin = Y.createID(id.client, id.clock + WORDS.indexOf('😀'))
  eve.send(updateMessage(written(parts)))
  await quiet(rooms)
  for (const doc of [await rooms.read(BRIEF), docFrom(store.rows(BRIEF))])
    expect(roots(doc).body.toString()).toContain(WORDS)
  expect((await rooms.read(BRIEF)).getMap('about').get('date')).toBe(null)
})

it('puts no rest of them where another part stands', async () => {
  roots(eve.doc).body.push([new Y.XmlElement('paragraph')])
  await quiet(rooms)
  const { client, clock } = words().id
  const id = Y.createID(eve.doc.clientID, 0)
  const content = new Y.ContentString('abc')
  const item = new Y.Item(id, null, Y.createID(client, clock), null, null, null, null, content)
  eve.send(
    updateMessage(
      written({ blocks: [{ client: id.client, clock: 0, structs: [item], more: 0 }], deletions: [] }),
    ),
  )
  await quiet(rooms)
  expect(eve.heard.closed?.code).toBe(CLOSE.notAllowed)
  for (const block of roots(await rooms.read(BRIEF)).body.toArray())
    expect(block).toBeInstanceOf(Y.XmlElement)
})

it('that are as they were are as good as nothing', async () => {
  eve.doc.getMap('about').set('title', 'Exports')
  roots(eve.doc).body.push([new Y.XmlElement('paragraph')])
  await quiet(rooms)
  eve.send(updateMessage(retelling((doc) => roots(doc).body.push([new Y.XmlElement('heading')]))))
  await quiet(rooms)
  expect([eve.heard.closed, roots(await rooms.read(BRIEF)).body.length]).toEqual([null, 3])
})

it('that Yjs joined because they were set one after the other offline, with undo at hand, are no fault', async () => {
  const doc = docFrom([Y.encodeStateAsUpdate(eve.doc)])
  const block = roots(doc).body.get(0) as Y.XmlElement
  const undo = new Y.UndoManager(roots(doc).body, { captureTimeout: 0 })
  for (const id of ['p1', 'p2', 'p3']) block.setAttribute('id', id)
  const update = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(eve.doc))
  const values = Y.decodeUpdate(update).structs.map((struct) => struct.length)
  expect(Math.max(...values)).toBe(2)
  eve.send(updateMessage(update))
  await quiet(rooms)
  expect(eve.heard.refused).toEqual([])
  expect((roots(await rooms.read(BRIEF)).body.get(0) as Y.XmlElement).getAttribute('id')).toBe('p3')
  undo.destroy()
})
