import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createRooms, type Rooms } from '../../../server/sync/rooms.ts'
import { step2Message, updateMessage } from '../../../server/sync/frames.ts'
import { CLOSE, MESSAGE } from '../../../shared/wire/sync.ts'
import { type ArrayStore, arrayStore, docFrom } from '../../support/array-store.ts'
import { quiet, until, writer } from '../../support/writer.ts'
import { anyDocument } from '../../support/any-document.ts'

const BRIEF = 'abcdefghij'
const ben = { id: 'ben', name: 'Ben' }

let store: ArrayStore
let rooms: Rooms
let problems: string[]

beforeEach(async () => {
  store = arrayStore()
  problems = []
  rooms = createRooms({ store, report: (problem) => problems.push(problem), rules: anyDocument })
  await rooms.create(BRIEF, () => {})
  await rooms.create(`${BRIEF}.discussion`, () => {})
})
afterEach(() => rooms.drain())

const stored = () => docFrom(store.rows(BRIEF)).getText('body').toString()

describe('a change', () => {
  it('reaches everybody', async () => {
    const ana = writer(rooms)
    const colleague = writer(rooms, { person: ben })
    await quiet(rooms)
    ana.type('Exports fell')
    await quiet(rooms)
    colleague.type(' in May')
    await quiet(rooms)
    expect([ana.text, colleague.text, stored()]).toEqual(Array(3).fill('Exports fell in May'))
  })

  it('is durable before anybody sees it', async () => {
    const ana = writer(rooms)
    const colleague = writer(rooms, { person: ben })
    await quiet(rooms)
    const letGo = store.hold()
    ana.type('Exports fell')
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect([colleague.text, stored()]).toEqual(['', ''])
    expect(ana.durable()).toBeLessThan(ana.sent())
    letGo()
    await quiet(rooms)
    expect([colleague.text, stored()]).toEqual(['Exports fell', 'Exports fell'])
    expect(ana.durable()).toBe(ana.sent())
  })

  it('is not among what a newcomer gets while it is being written', async () => {
    const ana = writer(rooms)
    await quiet(rooms)
    const letGo = store.hold()
    ana.type('Exports fell')
    await new Promise((resolve) => setTimeout(resolve, 10))
    const newcomer = writer(rooms, { person: ben })
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(newcomer.heard.order).toEqual([])
    letGo()
    await quiet(rooms)
    expect(newcomer.text).toBe('Exports fell')
  })

  it('shares a write with all that arrives during the write before it', async () => {
    const people = Array.from({ length: 5 }, (_, n) =>
      writer(rooms, { person: { id: `p${n}`, name: `P${n}` } }),
    )
    await quiet(rooms)
    const letGo = store.hold()
    const before = store.writes()
    people[0]!.type('a')
    await new Promise((resolve) => setTimeout(resolve, 10))
    for (const person of people) for (const letter of 'bcdef') person.type(letter, 0)
    letGo()
    await quiet(rooms)
    expect(store.writes() - before).toBe(2)
    expect(new Set(people.map((person) => person.text)).size).toBe(1)
    expect(people[0]!.text).toHaveLength(26)
    for (const person of people) expect(person.durable()).toBe(person.sent())
  })

  it('goes to others as one frame, and not back to its only author', async () => {
    const ana = writer(rooms)
    const colleague = writer(rooms, { person: ben })
    await quiet(rooms)
    const [own, others] = [ana.heard.updates, colleague.heard.updates]
    for (const letter of 'Exports fell') ana.type(letter)
    await quiet(rooms)
    expect(ana.heard.updates - own).toBe(0)
    expect(colleague.heard.updates - others).toBe(1)
  })

  it('leaves the same on both sides when formats overlap, which Yjs tidies up after', async () => {
    const ana = writer(rooms)
    const colleague = writer(rooms, { person: ben })
    await quiet(rooms)
    ana.type('Exports fell in May')
    await quiet(rooms)
    const format = (who: typeof ana, from: number, to: number, bold: boolean | null) =>
      who.doc.getText('body').format(from, to - from, { bold })
    format(ana, 0, 12, true)
    format(colleague, 5, 19, true)
    await quiet(rooms)
    format(ana, 3, 8, null)
    format(colleague, 0, 10, true)
    await quiet(rooms)
    ana.erase(4, 9)
    await quiet(rooms)
    const states = [ana.doc, colleague.doc, await rooms.read(BRIEF), docFrom(store.rows(BRIEF))]
    const deltas = states.map((doc) => JSON.stringify(doc.getText('body').toDelta()))
    expect(new Set(deltas).size).toBe(1)
  })

  it('keeps a deletion, which moves no state vector', async () => {
    const ana = writer(rooms)
    await quiet(rooms)
    ana.type('Exports never fell')
    await quiet(rooms)
    ana.erase(8, 6)
    await quiet(rooms)
    expect(ana.durable()).toBe(ana.sent())
    expect(stored()).toBe('Exports fell')
  })
})

describe('the durable mark', () => {
  it('is the first thing a socket hears, with 0', async () => {
    const ana = writer(rooms)
    await quiet(rooms)
    expect(ana.heard.order.slice(0, 2)).toEqual(['100', '0/0'])
    expect(ana.heard.durable[0]).toBe(0)
  })

  it('counts step 2, an empty one too', async () => {
    const ana = writer(rooms)
    await quiet(rooms)
    expect([ana.sent(), ana.durable()]).toEqual([1, 1])
  })

  it('comes once for all frames of one write', async () => {
    const ana = writer(rooms)
    await quiet(rooms)
    const before = ana.heard.durable.length
    for (const letter of 'Exports fell') ana.type(letter)
    await quiet(rooms)
    expect(ana.heard.durable.slice(before)).toEqual([13])
  })

  it('counts each socket by itself', async () => {
    const ana = writer(rooms)
    await quiet(rooms)
    ana.type('Exports fell')
    await quiet(rooms)
    const again = writer(rooms, { doc: ana.doc })
    await quiet(rooms)
    expect([ana.durable(), again.durable()]).toEqual([2, 1])
  })

  it('waits for what is still missing: what was typed while connecting builds on the step 2 behind it', async () => {
    const doc = new Y.Doc()
    const before = Y.encodeStateVector(doc)
    doc.getText('body').insert(0, 'Typed offline, ')
    const ana = writer(rooms, { doc, answers: false })
    ana.type('typed while connecting')
    await quiet(rooms)
    expect([ana.durable(), ana.heard.closed, stored()]).toEqual([0, null, ''])
    ana.send(step2Message(Y.encodeStateAsUpdate(doc, before)))
    await quiet(rooms)
    expect([ana.durable(), ana.heard.closed]).toEqual([2, null])
    expect(stored()).toBe('Typed offline, typed while connecting')
  })
})

describe('too much at once', () => {
  it('is read no further until what waits has had its turn, and nothing of it is dropped', async () => {
    const holds: boolean[] = []
    let frames = 0
    const source = new Y.Doc()
    const visit = rooms.enter(BRIEF, {
      person: ben,
      writes: true,
      wire: {
        send: (frame) => frame[0] === MESSAGE.durable && (frames = frame.at(-1)!),
        close: (code) => problems.push(String(code)),
        hold: (_, on) => holds.push(on),
      },
    })
    visit.receive(step2Message(new Uint8Array([0, 0])))
    await quiet(rooms)
    const letGo = store.hold()
    source.on('update', (update: Uint8Array) => visit.receive(updateMessage(update)))
    source.getText('body').insert(0, 'a')
    await new Promise((resolve) => setTimeout(resolve, 10))
    for (let n = 0; n < 6; n++) source.getText('body').insert(0, 'x'.repeat(500_000))
    expect(holds).toEqual([true])
    letGo()
    await until(() => frames === 8)
    expect([holds, problems, stored().length]).toEqual([[true, false], [], 3_000_001])
  })
})

describe('a reader', () => {
  it('watches but does not write, and is told which frame was refused', async () => {
    const ana = writer(rooms)
    const reader = writer(rooms, { person: ben, canWrite: false })
    await quiet(rooms)
    ana.type('Exports fell')
    await quiet(rooms)
    expect(reader.text).toBe('Exports fell')
    reader.type('!!')
    await quiet(rooms)
    expect([ana.text, stored()]).toEqual(['Exports fell', 'Exports fell'])
    expect(reader.heard.refused).toEqual([{ frame: 2, code: 'read-only' }])
    expect(reader.heard.closed).toBe(null)
    ana.type(' in May')
    await quiet(rooms)
    expect(reader.text).toContain(' in May')
  })

  it('may come back with all deletions it knows: that brings nothing', async () => {
    const ana = writer(rooms)
    await quiet(rooms)
    ana.type('Exports never fell')
    ana.erase(8, 6)
    await quiet(rooms)
    const reader = writer(rooms, { person: ben, canWrite: false, doc: docFrom(store.rows(BRIEF)) })
    await quiet(rooms)
    expect([reader.heard.refused, reader.durable()]).toEqual([[], 1])
  })

  it('is refused a deletion in its step 2', async () => {
    const ana = writer(rooms)
    await quiet(rooms)
    ana.type('Exports fell')
    await quiet(rooms)
    const fork = docFrom(store.rows(BRIEF))
    fork.getText('body').delete(0, 7)
    const reader = writer(rooms, { person: ben, canWrite: false, doc: fork })
    await quiet(rooms)
    expect(reader.heard.refused).toEqual([{ frame: 1, code: 'read-only' }])
    expect(stored()).toBe('Exports fell')
  })
})

describe('a write that fails', () => {
  it('is told to everybody, shown to nobody, and made good by itself as soon as it can be', async () => {
    const ana = writer(rooms)
    const colleague = writer(rooms, { person: ben })
    await quiet(rooms)
    const makeRoom = store.fill()
    ana.type('Exports ')
    await until(() => colleague.heard.standings.length > 0)
    ana.type('fell')
    await quiet(rooms)
    expect([ana.heard.standings, colleague.heard.standings]).toEqual([['not-writing'], ['not-writing']])
    expect([colleague.text, stored(), problems, ana.durable()]).toEqual(['', '', ['cannot-write'], 1])
    makeRoom()
    await until(() => ana.durable() === ana.sent())
    expect([colleague.text, stored()]).toEqual(['Exports fell', 'Exports fell'])
    expect([ana.heard.closed, colleague.heard.closed, colleague.heard.standings, problems]).toEqual([
      null,
      null,
      ['not-writing', 'writing'],
      ['cannot-write', 'writes-again'],
    ])
  })

  it('lets people in to read what is durable, and says so', async () => {
    const ana = writer(rooms)
    ana.type('Exports fell')
    await quiet(rooms)
    const makeRoom = store.fill()
    ana.type(' in May')
    await until(() => ana.heard.standings.length > 0)
    const newcomer = writer(rooms, { person: ben })
    await quiet(rooms)
    expect([newcomer.text, newcomer.heard.standings]).toEqual(['Exports fell', ['not-writing']])
    expect(newcomer.durable()).toBe(newcomer.sent())
    makeRoom()
    await until(() => newcomer.text === 'Exports fell in May')
  })

  it('is over when those who wrote are gone: the next one finds out how the disk is', async () => {
    const ana = writer(rooms)
    const colleague = writer(rooms, { person: ben })
    await quiet(rooms)
    store.fill()()
    store.breakNext()
    ana.type('Exports fell')
    await until(() => colleague.heard.standings.length > 0)
    rooms.closePerson(BRIEF, 'ana', CLOSE.notAllowed)
    await until(() => colleague.heard.standings.length > 1)
    colleague.type('Imports rose')
    await quiet(rooms)
    expect([stored(), colleague.durable()]).toEqual(['Imports rose', colleague.sent()])
  })

  it('refuses the edit of the server that needed it', async () => {
    store.breakNext()
    await expect(rooms.transact(BRIEF, (doc) => doc.getText('body').insert(0, 'x'))).rejects.toMatchObject({
      code: 'cannot-write',
    })
    expect((await rooms.read(BRIEF)).getText('body').toString()).toBe('')
  })
})

describe('what cannot be read', () => {
  const hostile: [string, Uint8Array][] = [
    ['an empty frame', new Uint8Array([])],
    ['two bytes', new Uint8Array([0, 9])],
    ['an unknown type', new Uint8Array([77, 1])],
    ['a type of ours', new Uint8Array([100, 1, 1])],
    ['a frame that is shorter than it says', new Uint8Array([0, 2, 200, 1])],
    ['bytes after the end', new Uint8Array([0, 2, 2, 0, 0, 7])],
    ['an update that is none', updateMessage(new Uint8Array([1, 2, 3]))],
    ['seven bytes that ask for 256 MB', updateMessage(new Uint8Array([1, 255, 255, 255, 127, 1, 0]))],
    ['presence that is none', new Uint8Array([1, 3, 1, 2, 3])],
    ['presence that is not JSON', new Uint8Array([1, 6, 1, 5, 1, 2, 123, 34])],
    ['presence that is a number', new Uint8Array([1, 5, 1, 5, 1, 1, 49])],
    ['a state vector that is none', new Uint8Array([0, 0, 2, 200, 1])],
  ]
  it.each(hostile)('%s closes its socket with 4400, and nobody else notices', async (_, frame) => {
    const colleague = writer(rooms, { person: ben })
    const villain = writer(rooms, { person: { id: 'eve', name: 'Eve' } })
    await quiet(rooms)
    villain.send(frame)
    colleague.type('Exports fell')
    await quiet(rooms)
    expect(villain.heard.closed?.code).toBe(CLOSE.malformed)
    expect([colleague.heard.closed, colleague.durable(), stored()]).toEqual([null, 2, 'Exports fell'])
  })

  it('nor is an update that builds on something nobody has', async () => {
    const other = new Y.Doc()
    other.getText('body').insert(0, 'one')
    const sv = Y.encodeStateVector(other)
    other.getText('body').insert(3, ' two')
    const villain = writer(rooms)
    await quiet(rooms)
    villain.send(updateMessage(Y.encodeStateAsUpdate(other, sv)))
    await quiet(rooms)
    expect(villain.heard.closed?.code).toBe(CLOSE.malformed)
    expect((await rooms.read(BRIEF)).store.pendingStructs).toBe(null)
  })

  it('nor are updates that wait for each other in a circle, and colleagues in the same write are kept', async () => {
    const [a, b] = [new Y.Doc(), new Y.Doc()]
    a.clientID = 11
    b.clientID = 22
    // Each begins with a letter to the right of the other's: origin (22,0) in 11's, origin (11,0) in 22's.
    const circle = new Uint8Array([2, 1, 22, 0, 0x84, 11, 0, 1, 97, 1, 11, 0, 0x84, 22, 0, 1, 98, 0])
    const villain = writer(rooms, { person: ben })
    const ana = writer(rooms)
    await quiet(rooms)
    ana.type('Exports ')
    villain.send(updateMessage(circle))
    ana.type('fell')
    await quiet(rooms)
    expect(villain.heard.closed?.code).toBe(CLOSE.malformed)
    expect([stored(), ana.durable(), ana.heard.closed]).toEqual(['Exports fell', ana.sent(), null])
  })

  it('a document that cannot be loaded is an error, never an empty document', async () => {
    store.damage()
    const ana = writer(rooms)
    await until(() => ana.heard.closed !== null)
    expect(ana.heard.closed?.code).toBe(CLOSE.cannotServe)
    expect(problems).toEqual(['cannot-load'])
    const again = writer(rooms)
    await quiet(rooms)
    expect(again.heard.closed).toBe(null)
  })
})

describe('the door', () => {
  it('keeps out a client that is too old, before any sync', async () => {
    const ana = writer(rooms, { schema: 0 })
    await until(() => ana.heard.closed !== null)
    expect([ana.heard.closed?.code, ana.heard.order]).toEqual([CLOSE.clientTooOld, []])
  })

  it('keeps out the copy of another epoch, before any sync', async () => {
    const ana = writer(rooms, { epoch: 2 })
    await until(() => ana.heard.closed !== null)
    expect([ana.heard.closed?.code, ana.heard.order]).toEqual([CLOSE.otherEpoch, []])
    const colleague = writer(rooms, { epoch: 1, person: ben })
    await quiet(rooms)
    expect(colleague.heard.closed).toBe(null)
  })

  it('knows no document that was not created', async () => {
    const ana = writer(rooms, { name: 'klmnopqrst' })
    await until(() => ana.heard.closed !== null)
    expect(ana.heard.closed?.code).toBe(CLOSE.noSuchBrief)
  })
})
