import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { step1Message, step2Message, updateMessage } from '../../../server/sync/frames.ts'
import { createRooms } from '../../../server/sync/rooms.ts'
import { CLOSE } from '../../../shared/wire/sync.ts'
import { arrayStore, docFrom } from '../../support/array-store.ts'
import { type Random, random, seedOfRun } from '../../support/random.ts'
import { quiet, writer } from '../../support/writer.ts'
import { anyDocument } from '../../support/any-document.ts'

const BRIEF = 'abcdefghij'
const ROUNDS = process.env.VOUCH_LONG ? 4000 : 250
const seed = seedOfRun()

/** A frame of a document that has a bit of everything. */
const frameOf = (doc: Y.Doc, chance: Random): Uint8Array => {
  const before = Y.encodeStateVector(doc)
  const text = doc.getText('body')
  const map = doc.getMap<unknown>('about')
  const acts = [
    () => text.insert(chance.below(text.length + 1), 'Exports fell'),
    () => text.length > 3 && text.delete(chance.below(text.length - 2), 2),
    () => text.length > 3 && text.format(chance.below(text.length - 2), 2, { bold: true }),
    () => text.insertEmbed(chance.below(text.length + 1), new Y.XmlElement('citation')),
    () => map.set(`k${chance.below(5)}`, { n: chance.below(100), list: [1, 'two', null] }),
    () => map.set('nested', new Y.Map([['a', new Y.Array()]])),
  ]
  for (let n = 0; n < 4; n++) doc.transact(chance.pick(acts))
  const update = Y.encodeStateAsUpdate(doc, before)
  return chance.pick([updateMessage, step2Message, () => step1Message(before)])(update)
}

const mutated = (frame: Uint8Array, chance: Random): Uint8Array => {
  const bytes = [...frame]
  for (let n = chance.below(4); n >= 0; n--) {
    const at = chance.below(bytes.length)
    const change = chance.below(5)
    if (change === 0) bytes[at] = chance.below(256)
    else if (change === 1) bytes[at]! ^= 1 << chance.below(8)
    else if (change === 2) bytes.splice(at, 1 + chance.below(4))
    else if (change === 3) bytes.splice(at, 0, ...bytes.slice(at, at + chance.below(6)))
    else bytes.splice(at, 0, 255, 255, 255, 255, chance.below(128))
  }
  return Uint8Array.from(bytes)
}

/** The text with its formats; embedded types by their place. */
const wordsOf = (doc: Y.Doc) =>
  (doc.getText('body').toDelta() as { insert: unknown; attributes?: unknown }[]).map(
    ({ insert, attributes }) => (typeof insert === 'string' ? { insert, attributes } : { attributes }),
  )

it(`survives ${ROUNDS} mutated frames: log, memory and an honest client stay the same  [seed ${seed}]`, async () => {
  const chance = random(seed)
  const store = arrayStore()
  const problems: string[] = []
  const rooms = createRooms({
    store,
    rules: anyDocument,
    report: (problem, _, error) => problems.push(`${problem} ${String(error)}`),
  })
  await rooms.create(BRIEF, () => {})
  const honest = writer(rooms, { person: { id: 'ana', name: 'Ana' } })
  let typed = 0
  for (let round = 0; round < ROUNDS; round++) {
    const villain = writer(rooms, { person: { id: 'eve', name: 'Eve' }, doc: docFrom(store.rows(BRIEF)) })
    await quiet(rooms)
    // The villain's own changes go out mutated, never as they are.
    const fork = docFrom([Y.encodeStateAsUpdate(villain.doc)])
    villain.send(mutated(frameOf(fork, chance), chance))
    honest.doc.getArray('typed').push([typed++])
    await quiet(rooms)
    expect(honest.heard.closed, `round ${round}`).toBe(null)
    expect([null, CLOSE.malformed]).toContain(villain.heard.closed?.code ?? null)
    villain.leave()
  }
  expect(problems).toEqual([])
  expect(honest.durable()).toBe(honest.sent())
  const [stored, live] = [docFrom(store.rows(BRIEF)), await rooms.read(BRIEF)]
  for (const doc of [stored, live, honest.doc]) {
    expect(doc.getArray('typed').length).toBe(ROUNDS)
    expect(doc.store.pendingStructs).toBe(null)
    expect(JSON.stringify(wordsOf(doc))).toBe(JSON.stringify(wordsOf(stored)))
    expect(doc.getMap('about').toJSON()).toEqual(stored.getMap('about').toJSON())
  }
  await rooms.drain()
}, 600_000)
