import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createRooms } from '../../../server/sync/rooms.ts'
import { CLOSE } from '../../../shared/wire/sync.ts'
import { anyDocument } from '../../support/any-document.ts'
import { startSyncServer, type SyncServer } from '../../support/sync-server.ts'
import { quiet, until, writer } from '../../support/writer.ts'

const BRIEF = 'abcdefghij'

let dir: string
let server: SyncServer
let rooms: SyncServer['rooms']

beforeEach(async () => {
  dir = await fs.mkdtemp(path.join(os.tmpdir(), 'vouch-damage-'))
  server = await startSyncServer(dir)
  await server.addBrief(BRIEF)
  rooms = server.rooms
})
afterEach(async () => {
  await rooms.drain()
  await server.close()
  await fs.rm(dir, { recursive: true })
})

/** Rooms that read the store anew, as after a restart. */
const again = async () => {
  await rooms.drain()
  rooms = createRooms({
    rules: anyDocument,
    store: server.store,
    report: (problem, document, error) => server.problems.push(`${problem} ${document} ${String(error)}`),
  })
}

/** Two people's words, a row each: Ana's third row is damaged, Ben's last one builds on nothing of hers. */
const damaged = async () => {
  await again()
  const ana = writer(rooms)
  const ben = writer(rooms, { person: { id: 'ben', name: 'Ben' } })
  await quiet(rooms)
  for (const words of ['Exports ', 'fell ', 'in May', ' and June']) {
    ana.type(words)
    await quiet(rooms)
  }
  ben.doc.getMap('about').set('title', 'Trade')
  await quiet(rooms)
  await until(() => ben.durable() === ben.sent())
  await again()
  await server.db.updateTable('document_updates').set({ crc: 1 }).where('seq', '=', 3).execute()
  return { ana, ben }
}

it('opens a damaged document from its last good state, to read only, and tells operator and people', async () => {
  const { ana } = await damaged()
  const reader = writer(rooms, { person: { id: 'cem', name: 'Cem' } })
  await quiet(rooms)
  expect([reader.text, reader.heard.standings, reader.heard.closed]).toEqual([
    'Exports fell ',
    ['damaged'],
    null,
  ])
  expect(server.problems.join()).toContain(`damaged ${BRIEF} Error: 1 of its changes, from number 3 on`)
  // What a copy has that was lost here is neither taken nor refused: its writer keeps it.
  const back = writer(rooms, { doc: ana.doc })
  await quiet(rooms)
  expect([back.heard.refused, back.durable(), reader.text]).toEqual([[], 0, 'Exports fell '])
  await expect(rooms.transact(BRIEF, (doc) => doc.getMap('about').clear())).rejects.toMatchObject({
    code: 'damaged',
  })
  expect((await rooms.read(BRIEF)).getText('body').toString()).toBe('Exports fell ')
})

it('begins anew with what can be saved when its owner says so, and leaves old copies outside', async () => {
  const { ana } = await damaged()
  const reader = writer(rooms, { epoch: 1 })
  await quiet(rooms)
  const found = { document: BRIEF, damaged: 1, lost: 1, kept: 1 }
  expect(await rooms.repair(BRIEF, false)).toEqual(found)
  expect(reader.heard.closed).toBe(null)
  expect(await rooms.repair(BRIEF, true)).toEqual(found)
  expect(reader.heard.closed?.code).toBe(CLOSE.restarting)
  const doc = await rooms.read(BRIEF)
  expect([doc.getText('body').toString(), doc.getMap('about').get('title')]).toEqual([
    'Exports fell ',
    'Trade',
  ])
  const old = writer(rooms, { epoch: 1, doc: ana.doc })
  await until(() => old.heard.closed !== null)
  expect(old.heard.closed?.code).toBe(CLOSE.otherEpoch)
  const fresh = writer(rooms, { doc: new Y.Doc() })
  await quiet(rooms)
  fresh.type('in June')
  await quiet(rooms)
  expect([fresh.heard.standings, fresh.durable() === fresh.sent()]).toEqual([[], true])
  expect(await rooms.repair(BRIEF, true)).toBe(null)
})
