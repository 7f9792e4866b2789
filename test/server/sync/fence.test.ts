/**
 * A program deletes from a brief what its editor does not know. So programs that know less than a brief may hold are kept
 * out of it, whatever it is that they do not know; and what makes files and previews works on copies.
 */
import { initProseMirrorDoc } from '@tiptap/y-tiptap'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { createRooms, type Rooms } from '../../../server/sync/rooms.ts'
import { readBody, writeBody } from '../../../shared/brief/body.ts'
import { roots } from '../../../shared/brief/document.ts'
import { readBrief } from '../../../shared/brief/read.ts'
import { SCHEMA_VERSION } from '../../../shared/editor/schema-version.ts'
import { schema } from '../../../shared/editor/schema.ts'
import { toMarkdown } from '../../../shared/markdown/write.ts'
import { CLOSE } from '../../../shared/wire/sync.ts'
import { Writer } from '../../shared/binding/writers.ts'
import { type ArrayStore, arrayStore } from '../../support/array-store.ts'
import { additions, ALWAYS, BESIDE } from '../../support/old-schemas.ts'
import { OWNER_TOKEN, startTestServer } from '../../support/server.ts'
import { quiet, until, writer } from '../../support/writer.ts'

const BRIEF = 'abcdefghij'
const OLDER = SCHEMA_VERSION - 1

it('knows every node and mark of the schema', () => {
  const named = (kind: string) => additions.filter(({ what }) => what.startsWith(`the ${kind} `)).length
  expect(named('node')).toBe(Object.keys(schema.nodes).length - ALWAYS.length - BESIDE.length)
  expect(named('mark')).toBe(Object.keys(schema.marks).length)
  expect(named('attribute')).toBeGreaterThan(named('node'))
})

describe.each(additions)('An older program, which does not know $what,', ({ before, body }) => {
  let store: ArrayStore
  let rooms: Rooms
  beforeEach(async () => {
    store = arrayStore()
    rooms = createRooms({ store, report: (problem) => expect(problem).toBe('none') })
    await rooms.create(BRIEF, (doc) => writeBody(doc, body.toJSON()))
  })
  afterEach(() => rooms.drain())

  const stored = async () => readBody(await rooms.read(BRIEF))

  it('would take it out, and is kept out before it hears or says anything', async () => {
    const there = await stored()
    const copy = await rooms.read(BRIEF)
    const old = new Writer('old', copy, before)
    // All of the page is cut out, and put in again.
    const { doc, tr } = old.state
    const other = before.node('paragraph', null, before.text('Something else.'))
    old.dispatch(tr.replaceWith(0, doc.content.size, other))
    old.dispatch(old.state.tr.replaceWith(0, other.nodeSize, doc.content))
    expect(readBody(copy)).not.toEqual(there)

    const rows = [...store.rows(BRIEF)]
    const socket = writer(rooms, { schema: OLDER, doc: copy })
    await until(() => socket.heard.closed !== null)
    await quiet(rooms)
    expect([socket.heard.closed?.code, socket.heard.order]).toEqual([CLOSE.clientTooOld, []])
    expect(store.rows(BRIEF)).toEqual(rows)
    expect(await stored()).toEqual(there)
    old.leave()
  })

  it('may look at a copy, and what is stored stays as it is', async () => {
    const there = await stored()
    const rows = [...store.rows(BRIEF)]
    initProseMirrorDoc(roots(await rooms.read(BRIEF)).body, before)
    await quiet(rooms)
    expect(await stored()).toEqual(there)
    expect(store.rows(BRIEF)).toEqual(rows)
  })

  it('is not what makes files: reading a brief for one writes nothing', async () => {
    const doc = await rooms.read(BRIEF)
    doc.on('update', () => expect.unreachable('reading wrote something'))
    expect(toMarkdown(readBrief(doc))).toBeTypeOf('string')
  })
})

it('A newer program raises the number of a document when it first opens it, and older ones are out from then on', async () => {
  const server = await startTestServer()
  const { db } = server.services
  const { id } = await server.newBrief()
  await db.updateTable('documents').set({ schema: OLDER }).execute()
  const schemaOf = async (name: string) =>
    (await db.selectFrom('documents').select('schema').where('name', '=', name).executeTakeFirstOrThrow())
      .schema
  for (const name of [id, `${id}.discussion`]) {
    const address = `${server.url.replace('http', 'ws')}/sync/${name}?token=${OWNER_TOKEN}`
    const heard: number[] = []
    const old = new WebSocket(`${address}&schema=${OLDER}`)
    old.on('message', (data: Buffer) => heard.push(data[0]!))
    expect(await new Promise((resolve) => old.once('close', resolve))).toBe(CLOSE.clientTooOld)
    expect([heard, await schemaOf(name)]).toEqual([[], SCHEMA_VERSION])
    const now = new WebSocket(`${address}&schema=${SCHEMA_VERSION}`)
    await new Promise((resolve) => now.once('message', resolve))
    now.terminate()
  }
  await server.close()
})

it('A program without an editor names no number and is let in', async () => {
  const rooms = createRooms({ store: arrayStore(), report: () => undefined })
  await rooms.create(BRIEF, (doc) => doc.getMap('about').set('title', 'Exports'))
  const program = writer(rooms, { doc: new Y.Doc() })
  await quiet(rooms)
  expect([program.heard.closed, program.doc.getMap('about').get('title')]).toEqual([null, 'Exports'])
  await rooms.drain()
})
