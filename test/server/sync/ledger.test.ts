/** Whose client ids are whose, at a whole server that is stopped and started again. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as Y from 'yjs'
import { step2Message } from '../../../server/sync/frames.ts'
import { createAllowance } from '../../../server/sync/ledger.ts'
import { createRooms, type Rooms } from '../../../server/sync/rooms.ts'
import { CLOSE } from '../../../shared/wire/sync.ts'
import { arrayStore } from '../../support/array-store.ts'
import { startTestServer } from '../../support/server.ts'
import { until, writer, quiet } from '../../support/writer.ts'

describe('Who first writes under a client id', () => {
  let dir: string
  beforeEach(async () => {
    dir = await mkdtemp(path.join(tmpdir(), 'vouch-ledger-'))
  })
  afterEach(() => rm(dir, { recursive: true }))

  it('is the only one who does, after a restart of the server too', async () => {
    const first = await startTestServer({ dir })
    const { id: name } = await first.newBrief()
    const ana = writer(first.services.rooms, { name, person: { id: 'ana', name: 'Ana' } })
    await until(() => ana.heard.order.includes('0/1'))
    ana.doc.getMap('about').set('title', 'Said by Ana')
    await until(() => ana.durable() === ana.sent())
    const { clientID } = ana.doc
    await first.close()

    const again = await startTestServer({ dir })
    const eve = writer(again.services.rooms, { name, person: { id: 'eve', name: 'Eve' } })
    await until(() => eve.heard.order.includes('0/1'))
    const fork = new Y.Doc()
    Y.applyUpdate(fork, Y.encodeStateAsUpdate(eve.doc))
    fork.clientID = clientID
    fork.getMap('about').set('title', 'Not said by Ana')
    eve.send(step2Message(Y.encodeStateAsUpdate(fork)))
    await until(() => eve.heard.closed !== null)
    expect(eve.heard.closed).toMatchObject({
      code: CLOSE.malformed,
      reason: 'writes under an id of somebody else',
    })
    const back = writer(again.services.rooms, { name, person: { id: 'ana', name: 'Ana' }, doc: ana.doc })
    ana.doc.getMap('about').set('title', 'Said by Ana again')
    await until(() => back.durable() === back.sent())
    expect((await again.services.rooms.read(name)).getMap('about').get('title')).toBe('Said by Ana again')
    await again.close()
  })
})

describe('How many ids a connection may bring', () => {
  let rooms: Rooms
  beforeEach(async () => {
    rooms = createRooms({ store: arrayStore(), report: () => {} })
    await rooms.create('abcdefghij', (doc) => void doc.getMap('about').set('title', 'Exports'))
  })
  afterEach(() => rooms.drain())

  /** A step 2 with something under so many ids that nobody had. */
  const under = (ids: number) => {
    const doc = new Y.Doc()
    for (let n = 0; n < ids; n++) {
      doc.clientID = 1_000_000 + n
      doc.getMap('about').set(`k${n % 100}`, n)
    }
    return step2Message(Y.encodeStateAsUpdate(doc))
  }
  const fresh = (doc: Y.Doc) => {
    const before = Y.encodeStateVector(doc)
    doc.clientID = Math.floor(Math.random() * 2 ** 50)
    doc.getMap('about').set('k', doc.clientID)
    return step2Message(Y.encodeStateAsUpdate(doc, before))
  }

  it('is a thousand in the first step 2: a week offline, with the page opened again and again', async () => {
    const ana = writer(rooms, { answers: false })
    ana.send(under(1000))
    await quiet(rooms)
    expect([ana.heard.closed, ana.durable()]).toEqual([null, 1])
  })

  it('is not one more than that', async () => {
    const ana = writer(rooms, { answers: false })
    ana.send(under(1001))
    await quiet(rooms)
    expect(ana.heard.closed?.code).toBe(CLOSE.tooMany)
  })

  it('is sixteen after it', async () => {
    const ana = writer(rooms)
    await quiet(rooms)
    const doc = new Y.Doc()
    for (let n = 0; n < 16; n++) ana.send(fresh(doc))
    await quiet(rooms)
    expect([ana.heard.closed, ana.durable()]).toEqual([null, ana.sent()])
    ana.send(fresh(doc))
    await quiet(rooms)
    expect(ana.heard.closed).toMatchObject({ code: CLOSE.tooMany, reason: 'too many new client ids' })
  })

  it('is as many again an hour later', () => {
    let now = 0
    const allowance = createAllowance(() => now)
    expect([allowance.take(16, false), allowance.take(1, false)]).toEqual([true, false])
    now = 3_600_000 / 16
    expect([allowance.take(1, false), allowance.take(1, false)]).toEqual([true, false])
    now += 10 * 3_600_000
    expect([allowance.take(16, false), allowance.take(1, false)]).toEqual([true, false])
  })
})
