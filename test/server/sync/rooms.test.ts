import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { createRooms, type Rooms } from '../../../server/sync/rooms.ts'
import { Refusal } from '../../../shared/wire/refusal.ts'
import { CLOSE } from '../../../shared/wire/sync.ts'
import { type ArrayStore, arrayStore, docFrom } from '../../support/array-store.ts'
import { quiet, until, writer } from '../../support/writer.ts'
import { anyDocument } from '../../support/any-document.ts'

const BRIEF = 'abcdefghij'
const DISCUSSION = `${BRIEF}.discussion`
const ben = { id: 'ben', name: 'Ben' }

let store: ArrayStore
let rooms: Rooms

beforeEach(async () => {
  store = arrayStore()
  rooms = createRooms({ store, report: () => {}, idleAfter: 40, rules: anyDocument })
  await rooms.create(BRIEF, (doc) => doc.getText('body').insert(0, 'Seeded. '))
  await rooms.create(DISCUSSION, () => {})
})
afterEach(() => rooms.drain())

const text = (doc: Y.Doc) => doc.getText('body').toString()

describe('the server', () => {
  it('seeds a document once', async () => {
    expect(text(await rooms.read(BRIEF))).toBe('Seeded. ')
    await expect(rooms.create(BRIEF, () => {})).rejects.toThrow('exists already')
  })

  it('edits a document that nobody has open', async () => {
    const length = await rooms.transact(BRIEF, (doc) => {
      doc.getText('body').insert(8, 'Exports fell')
      return doc.getText('body').length
    })
    expect(length).toBe(20)
    expect(text(docFrom(store.rows(BRIEF)))).toBe('Seeded. Exports fell')
  })

  it('edits while people write, and they see it', async () => {
    const ana = writer(rooms)
    await quiet(rooms)
    ana.type('Ana. ')
    await rooms.transact(BRIEF, (doc) => doc.getText('body').insert(0, 'Server. '))
    await quiet(rooms)
    expect(ana.text).toBe('Server. Seeded. Ana. ')
    expect(text(await rooms.read(BRIEF))).toBe('Server. Seeded. Ana. ')
  })

  it('leaves nothing of an edit that throws, and keeps what people wrote beside it', async () => {
    const ana = writer(rooms)
    await quiet(rooms)
    ana.type('Ana. ')
    const edit = rooms.transact(BRIEF, (doc) => {
      doc.getText('body').insert(0, 'Half')
      throw new Refusal('outside-capture')
    })
    ana.type('Again. ')
    await expect(edit).rejects.toMatchObject({ code: 'outside-capture' })
    await quiet(rooms)
    expect(text(docFrom(store.rows(BRIEF)))).toBe('Seeded. Ana. Again. ')
    expect([ana.text, ana.durable()]).toEqual(['Seeded. Ana. Again. ', ana.sent()])
  })

  it('gives copies that nobody else sees', async () => {
    const copy = await rooms.read(BRIEF)
    copy.getText('body').insert(0, 'Scribble')
    expect(text(await rooms.read(BRIEF))).toBe('Seeded. ')
  })

  it('refuses what it does not have', async () => {
    await expect(rooms.read('klmnopqrst')).rejects.toMatchObject({ code: 'no-such-brief' })
    await expect(rooms.transact('klmnopqrst', () => {})).rejects.toMatchObject({ code: 'no-such-brief' })
    await expect(rooms.read('../../etc')).rejects.toMatchObject({ code: 'no-such-brief' })
  })

  it('says after each commit which document changed', async () => {
    const changed: string[] = []
    const stop = rooms.onChanged((name) => changed.push(name))
    await rooms.transact(BRIEF, (doc) => doc.getText('body').insert(0, 'x'))
    await rooms.transact(BRIEF, () => {})
    stop()
    await rooms.transact(BRIEF, (doc) => doc.getText('body').insert(0, 'y'))
    expect(changed).toEqual([BRIEF])
  })
})

describe('a room', () => {
  it('closes a while after the last one went, and opens again with all that was written', async () => {
    const ana = writer(rooms)
    await quiet(rooms)
    for (let n = 0; n < 60; n++) {
      ana.type('.')
      await rooms.settled()
    }
    await until(() => ana.durable() === ana.sent())
    ana.leave()
    await until(() => store.rows(BRIEF).length === 1, 'its rows to be one state')
    const again = writer(rooms, { person: ben })
    await quiet(rooms)
    expect(again.text).toBe(`Seeded. ${'.'.repeat(60)}`)
  })

  it('takes what somebody said before they went, even while it is only opening', async () => {
    const ana = writer(rooms, { answers: false })
    ana.type('Last words')
    ana.leave()
    await quiet(rooms)
    expect(text(await rooms.read(BRIEF))).toContain('Last words')
    // And it does not stay open for them.
    const later = writer(rooms)
    await quiet(rooms)
    later.leave()
    await quiet(rooms)
  })

  it('puts many rows together without losing what comes meanwhile', async () => {
    const ana = writer(rooms)
    await quiet(rooms)
    for (let n = 0; n < 1200; n++) {
      ana.type('.')
      if (n % 2) await rooms.settled()
    }
    await quiet(rooms)
    expect(store.rows(BRIEF).length).toBeLessThan(500)
    expect(text(docFrom(store.rows(BRIEF)))).toBe(`Seeded. ${'.'.repeat(1200)}`)
    expect(ana.durable()).toBe(ana.sent())
  })
})

describe('turning out', () => {
  it('closes all sockets of a brief, the discussion too', async () => {
    const ana = writer(rooms)
    const talk = writer(rooms, { name: DISCUSSION })
    await quiet(rooms)
    await rooms.closeBrief(BRIEF, CLOSE.noSuchBrief)
    expect([ana.heard.closed?.code, talk.heard.closed?.code]).toEqual([CLOSE.noSuchBrief, CLOSE.noSuchBrief])
  })

  it('closes one person in one brief', async () => {
    await rooms.create('klmnopqrst', () => {})
    const [here, there] = [writer(rooms), writer(rooms, { name: 'klmnopqrst' })]
    const colleague = writer(rooms, { person: ben })
    await quiet(rooms)
    rooms.closePerson(BRIEF, 'ana', CLOSE.notAllowed)
    expect([here.heard.closed?.code, there.heard.closed, colleague.heard.closed]).toEqual([
      CLOSE.notAllowed,
      null,
      null,
    ])
    rooms.closePerson('klmnopqrst', 'ana', CLOSE.notAllowed)
    expect([there.heard.closed?.code, colleague.heard.closed]).toEqual([CLOSE.notAllowed, null])
  })

  it('reaches who is only on the way in', async () => {
    const ana = writer(rooms)
    rooms.closePerson(BRIEF, 'ana', CLOSE.notAllowed)
    await quiet(rooms)
    expect([ana.heard.closed?.code, ana.heard.order]).toEqual([CLOSE.notAllowed, []])
  })

  it('takes nothing any more from who was turned out', async () => {
    const ana = writer(rooms)
    await quiet(rooms)
    ana.type('Too late')
    rooms.closePerson(BRIEF, 'ana', CLOSE.notAllowed)
    await quiet(rooms)
    expect(text(await rooms.read(BRIEF))).toBe('Seeded. ')
  })
})

describe('the end', () => {
  it('makes everything durable, closes with 1012 and takes nobody in', async () => {
    const ana = writer(rooms)
    await quiet(rooms)
    ana.type('Last words')
    const waiting = writer(rooms, { name: DISCUSSION })
    await rooms.drain()
    expect([ana.heard.closed?.code, waiting.heard.closed?.code]).toEqual([CLOSE.restarting, CLOSE.restarting])
    expect(text(docFrom(store.rows(BRIEF)))).toBe('Seeded. Last words')
    expect(ana.durable()).toBe(ana.sent())
    const late = writer(rooms)
    await quiet(rooms)
    expect(late.heard.closed?.code).toBe(CLOSE.restarting)
    await expect(rooms.transact(BRIEF, () => {})).rejects.toMatchObject({ code: 'cannot-load' })
  })
})

describe('the discussion', () => {
  it('is another document, with its own rights', async () => {
    const commenter = writer(rooms, { person: ben, canWrite: false })
    const talk = writer(rooms, { person: ben, name: DISCUSSION })
    await quiet(rooms)
    talk.type('A remark')
    commenter.type('Not his')
    await quiet(rooms)
    expect(text(await rooms.read(DISCUSSION))).toBe('A remark')
    expect(text(await rooms.read(BRIEF))).toBe('Seeded. ')
  })

  it('is told, as the brief is, when something outside changed', async () => {
    const [ana, talk] = [writer(rooms), writer(rooms, { name: DISCUSSION })]
    await quiet(rooms)
    rooms.tell(BRIEF, 'members')
    await quiet(rooms)
    expect([ana.heard.topics, talk.heard.topics]).toEqual([['members'], ['members']])
  })
})
