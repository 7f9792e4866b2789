import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { openBrief } from '../../../client/brief/open-brief.ts'
import { rulesOf } from '../../../server/sync/shape.ts'
import { roots } from '../../../shared/brief/document.ts'
import { memoryLocalStore } from '../../support/memory-local-store.ts'
import { random, seedOfRun } from '../../support/random.ts'
import { startSyncServer } from '../../support/sync-server.ts'
import { beginWith, weekOffline, wordsIn } from '../../support/week-offline.ts'
import { until } from '../../support/writer.ts'

const BRIEF = 'abcdefghij'
const SEED = seedOfRun()
const SITTINGS = 40
const EDITS = 50

it(`two people who each write for a week without a server meet with all of it, each word once (seed ${SEED})`, async () => {
  const dir = await fs.mkdtemp(path.join(os.tmpdir(), 'vouch-week-'))
  const server = await startSyncServer(dir, { rules: rulesOf })
  onTestFinished(async () => {
    await server.close()
    await fs.rm(dir, { recursive: true })
  })
  await server.addBrief(BRIEF)
  await server.rooms.transact(BRIEF, (doc) => beginWith(doc, 20))
  const begin = Y.encodeStateAsUpdate(await server.rooms.read(BRIEF))
  const chance = random(SEED)

  const people = []
  for (const who of ['ana', 'ben']) {
    const week = weekOffline({ who, begin, sittings: SITTINGS, edits: EDITS, chance })
    const local = memoryLocalStore()
    const device = await local.open({ person: who, document: BRIEF }, 1)
    await device.append(week.rows, 'unsent 1')
    const brief = openBrief({
      briefId: BRIEF,
      me: { id: who, name: who },
      role: 'editor',
      url: server.url,
      token: `${who}:editor`,
      WebSocket: WebSocket as unknown as typeof globalThis.WebSocket,
      local,
    })
    onTestFinished(() => brief.close())
    people.push({ who, week, brief, local })
  }
  for (const { brief } of people) await until(() => brief.connection.get().is === 'saved')
  const wanted = people.flatMap(({ week }) => [...week.kept]).toSorted()
  expect(wanted.length).toBeGreaterThan(SITTINGS * EDITS)
  for (const { brief } of people) await until(() => wordsIn(brief.doc).length >= wanted.length)

  const stored = await server.rooms.read(BRIEF)
  for (const doc of [stored, ...people.map(({ brief }) => brief.doc)]) {
    expect(wordsIn(doc).toSorted()).toEqual(wanted)
    for (const { week } of people)
      expect(week.sources.filter((id) => !roots(doc).sources.has(id))).toEqual([])
  }
  for (const { brief, who, local } of people) {
    expect([brief.copy.get(), brief.recovered.get()]).toEqual([0, []])
    await until(() => local.unsent({ person: who, document: BRIEF }, 1).length === 0)
  }
})
