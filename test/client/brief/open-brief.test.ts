import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { connectionWords } from '../../../client/brief/connection.ts'
import { type OpenBrief, openBrief, type OpenBriefOptions } from '../../../client/brief/open-brief.ts'
import { roots } from '../../../shared/brief/document.ts'
import { CLOSE } from '../../../shared/wire/sync.ts'
import { type MemoryLocalStore, memoryLocalStore } from '../../support/memory-local-store.ts'
import { docFrom } from '../../support/array-store.ts'
import { startSyncServer, type SyncServer } from '../../support/sync-server.ts'
import { until } from '../../support/writer.ts'

const BRIEF = 'abcdefghij'

let dir: string
let server: SyncServer
let opened: OpenBrief[]
let local: MemoryLocalStore

beforeEach(async () => {
  dir = await fs.mkdtemp(path.join(os.tmpdir(), 'vouch-client-'))
  server = await startSyncServer(dir)
  await server.addBrief(BRIEF)
  opened = []
  local = memoryLocalStore()
})
afterEach(async () => {
  for (const brief of opened) brief.close()
  await server.close()
  await fs.rm(dir, { recursive: true })
})

/** A person who opens the brief in a window. */
const open = (id: string, options: Partial<OpenBriefOptions> = {}) => {
  const role = options.role ?? 'editor'
  const brief = openBrief({
    briefId: BRIEF,
    me: { id, name: id[0]!.toUpperCase() + id.slice(1) },
    role,
    url: server.url,
    token: `${id}:${role}`,
    WebSocket: WebSocket as unknown as typeof globalThis.WebSocket,
    local,
    ...options,
  })
  opened.push(brief)
  const title = () => roots(brief.doc).about
  return {
    brief,
    words: () => connectionWords(brief.connection.get()),
    text: () => text(brief).toString(),
    type: (words: string) => text(brief).insert(text(brief).length, words),
    title,
  }
}
const text = (brief: OpenBrief) => brief.doc.getText('words')
const stored = async () => (await server.rooms.read(BRIEF)).getText('words').toString()
const onDevice = (person: string, epoch = 1) =>
  docFrom(local.rows({ person, document: BRIEF }, epoch))
    .getText('words')
    .toString()

const goOffline = () => server.close()
const comeBack = async () => {
  server = await startSyncServer(dir, { port: server.port })
}

describe('a brief that is opened', () => {
  it('is ready once, and says "Saved" when what was written is durable on the server', async () => {
    const ana = open('ana')
    expect([ana.brief.ready.get(), ana.words()]).toEqual([false, 'Opening…'])
    await until(ana.brief.ready.get)
    await until(() => ana.words() === 'Saved')
    ana.type('Exports fell')
    expect(ana.words()).toBe('Saving…')
    await until(() => ana.words() === 'Saved')
    expect(await stored()).toBe('Exports fell')
  })

  it('writes under an id of 53 bits', () => {
    const ids = Array.from({ length: 8 }, () => open('ana', { local: null }).brief.doc.clientID)
    expect(ids.some((id) => id > 2 ** 40)).toBe(true)
    expect(ids.every(Number.isSafeInteger)).toBe(true)
  })

  it('names the people in it, each once', async () => {
    const [ana, ben] = [open('ana'), open('ben')]
    open('ben')
    await until(() => ana.brief.people.get().length === 2 && ana.brief.people.get()[1]!.clients.length === 2)
    expect(ana.brief.people.get().map(({ name, me }) => [name, me])).toEqual([
      ['Ana', true],
      ['Ben', false],
    ])
    ben.brief.close()
    await until(() => ana.brief.people.get()[1]!.clients.length === 1)
  })

  it('hears when members change', async () => {
    let asked = 0
    const ana = open('ana', { askRole: async () => (asked++, 'owner') })
    await until(() => ana.words() === 'Saved')
    server.rooms.tell(BRIEF, 'members')
    await until(() => ana.brief.role.get() === 'owner')
    expect([asked, ana.brief.news.members.get()]).toEqual([1, 1])
  })

  it('learns its new role when the server lets it go and takes it back', async () => {
    const ana = open('ana', { askRole: async () => 'viewer' })
    await until(() => ana.words() === 'Saved')
    takeAway()
    await until(() => ana.brief.role.get() === 'viewer')
    await until(() => ana.words() === 'Saved')
    expect([ana.brief.copy.get(), ana.brief.recovered.get()]).toEqual([0, []])
  })

  it.each([
    ['no-such-brief', { briefId: 'klmnopqrst' }],
    ['not-allowed', { token: 'eve' }],
    ['not-signed-in', { token: '' }],
  ])('says why it is refused: %s', async (because, options) => {
    const eve = open('eve', options)
    await until(() => eve.brief.connection.get().is === 'refused')
    expect(eve.brief.connection.get()).toEqual({ is: 'refused', because })
    expect(eve.brief.ready.get()).toBe(false)
  })
})

describe('offline', () => {
  it('two people write on, and meet again with nothing lost', async () => {
    const [ana, ben] = [open('ana'), open('ben')]
    await until(() => ana.words() === 'Saved' && ben.words() === 'Saved')
    await goOffline()
    await until(() => ana.words() === 'Offline, kept on this device')
    ana.type('Ana was here. ')
    ben.type('Ben too. ')
    await until(() => ana.words() === 'Offline, kept on this device')
    expect([ana.brief.ready.get(), ana.brief.unsent.get()]).toEqual([true, false])
    await comeBack()
    await until(() => ana.words() === 'Saved' && ben.words() === 'Saved')
    await until(() => ana.text() === ben.text())
    expect(ana.text()).toContain('Ana was here. ')
    expect(ana.text()).toContain('Ben too. ')
    expect(await stored()).toBe(ana.text())
  })

  it('what was written survives closing the page, and is sent when there is a server again', async () => {
    const ana = open('ana')
    await until(() => ana.words() === 'Saved')
    ana.type('Online. ')
    await until(() => ana.words() === 'Saved')
    await goOffline()
    ana.type('Offline. ')
    await until(() => ana.words() === 'Offline, kept on this device')
    ana.brief.close()
    const again = open('ana')
    await until(again.brief.ready.get)
    expect(again.text()).toBe('Online. Offline. ')
    await until(() => again.words() === 'Offline, kept on this device')
    await comeBack()
    await until(() => again.words() === 'Saved')
    expect(await stored()).toBe('Online. Offline. ')
  })

  it('a copy on the device with a gap, or one that cannot be read, does not shut a person out', async () => {
    const key = { person: 'ana', document: BRIEF }
    const gap = new Y.Doc()
    gap.getText('words').insert(0, 'one')
    const before = Y.encodeStateVector(gap)
    gap.getText('words').insert(3, ' two')
    const broken = await local.open(key, 1)
    await broken.append([new Uint8Array([0, 0]), Y.encodeStateAsUpdate(gap, before)], null)
    const ana = open('ana')
    await until(() => ana.words() === 'Saved')
    ana.type('Exports fell')
    await until(() => ana.words() === 'Saved' && onDevice('ana') === 'Exports fell')
    ana.brief.close()

    await broken.replace(new Uint8Array([1, 2, 3]), null)
    const again = open('ana')
    await until(() => again.text() === 'Exports fell')
    await until(() => local.rows(key, 1)[0]!.length > 3)
    expect(onDevice('ana')).toBe('Exports fell')
  })

  it('without a device that keeps it, says so and warns before closing', async () => {
    const ana = open('ana', { local: null })
    await until(() => ana.words() === 'Saved')
    await goOffline()
    await until(() => ana.words() === 'Offline')
    expect(ana.brief.unsent.get()).toBe(false)
    ana.type('Only here. ')
    expect([ana.words(), ana.brief.unsent.get()]).toEqual(['Not saved, retrying', true])
    await comeBack()
    await until(() => ana.words() === 'Saved')
    expect([ana.brief.unsent.get(), await stored()]).toEqual([false, 'Only here. '])
  })

  it('on a full device, says so', async () => {
    const ana = open('ana')
    await until(() => ana.words() === 'Saved')
    await goOffline()
    local.fill()
    ana.type('Only here. ')
    await until(() => ana.words() === 'Not kept on this device')
    expect(ana.brief.unsent.get()).toBe(true)
    await comeBack()
    await until(() => ana.words() === 'Saved')
  })

  it('on a device that was full when the brief was opened, says so, and keeps it as soon as there is room', async () => {
    let full = true
    const opens: MemoryLocalStore['open'] = (key, epoch) =>
      full ? Promise.reject(new Error('The device is full.')) : local.open(key, epoch)
    const ana = open('ana', { local: { ...local, open: opens } })
    await until(() => ana.words() === 'Saved')
    await goOffline()
    ana.type('Only here. ')
    await until(() => ana.words() === 'Not kept on this device')
    full = false
    await until(() => ana.words() === 'Offline, kept on this device', 'kept', 30_000)
    expect(onDevice('ana')).toBe('Only here. ')
    await comeBack()
    await until(() => ana.words() === 'Saved')
    expect(await stored()).toBe('Only here. ')
  })

  it('what is typed while it connects arrives too', async () => {
    const ana = open('ana')
    await until(() => ana.words() === 'Saved')
    await goOffline()
    let typed = ''
    const typing = setInterval(() => {
      ana.type('.')
      typed += '.'
    }, 1)
    await comeBack()
    await until(() => ana.brief.connection.get().is === 'saving')
    await new Promise((resolve) => setTimeout(resolve, 100))
    clearInterval(typing)
    await until(() => ana.words() === 'Saved')
    expect(await stored()).toBe(typed)
  })
})

describe('a server that cannot store', () => {
  it('is told as it is, and what was written arrives when it can again', async () => {
    const ana = open('ana')
    await until(() => ana.words() === 'Saved')
    await sql`create trigger full_disk before insert on document_updates begin select raise(abort, 'full'); end`.execute(
      server.db,
    )
    ana.type('Exports fell')
    await until(() => ana.words() === 'Not saved, retrying')
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(await stored()).toBe('')
    await sql`drop trigger full_disk`.execute(server.db)
    await until(() => ana.words() === 'Saved')
    expect(await stored()).toBe('Exports fell')
  })
})

const takeAway = () => {
  server.setRole('ana', 'viewer')
  server.rooms.closePerson(BRIEF, 'ana', CLOSE.restarting)
}

/** The server comes back with this older state of the brief, under another epoch, as after a restore. */
const comeBackWith = async (state: Uint8Array) => {
  const { port } = server
  server = await startSyncServer(dir)
  await server.db.deleteFrom('documents').where('name', '=', BRIEF).execute()
  await server.rooms.create(BRIEF, (doc) => Y.applyUpdate(doc, state))
  await server.db.updateTable('documents').set({ epoch: 2 }).where('name', '=', BRIEF).execute()
  await server.close()
  server = await startSyncServer(dir, { port })
}

describe('words that the server will not take', () => {
  it('become recovered text when writing was taken away, and the page goes on with the brief as it is', async () => {
    const [ana, ben] = [open('ana', { askRole: async () => 'viewer' }), open('ben')]
    await until(() => ana.words() === 'Saved' && ben.words() === 'Saved')
    ana.type('Agreed. ')
    await until(() => ana.words() === 'Saved')
    takeAway()
    ana.type('Too late. ')
    await until(() => ana.brief.copy.get() === 1)
    ben.type('Ben goes on. ')
    await until(() => ana.text() === 'Agreed. Ben goes on. ')
    expect(ana.brief.role.get()).toBe('viewer')
    expect(ana.brief.recovered.get().map(({ because, texts }) => [because, texts])).toEqual([
      ['refused', ['Too late.']],
    ])
    expect(await stored()).toBe('Agreed. Ben goes on. ')
    await until(() => ana.words() === 'Saved' && onDevice('ana') === 'Agreed. Ben goes on. ')

    ana.brief.close()
    const again = open('ana', { role: 'viewer' })
    await until(() => again.brief.recovered.get().length === 1 && again.brief.ready.get())
    expect(again.text()).toBe('Agreed. Ben goes on. ')
    again.brief.dismissRecovered(again.brief.recovered.get()[0]!.id)
    expect(again.brief.recovered.get()).toEqual([])
    await until(() => again.words() === 'Saved')
    expect(again.brief.copy.get()).toBe(0)
  })

  it('become recovered text when the brief was restored to an older state, as do those that only the device has now', async () => {
    const ana = open('ana')
    await until(() => ana.words() === 'Saved')
    ana.type('In the backup. ')
    await until(() => ana.words() === 'Saved')
    const backup = await server.rooms.read(BRIEF)
    ana.type('Saved after it. ')
    await until(() => ana.words() === 'Saved')
    await goOffline()
    ana.type('Never sent. ')
    await until(() => onDevice('ana').includes('Never sent'))
    await comeBackWith(Y.encodeStateAsUpdate(backup))
    await until(() => ana.brief.copy.get() === 1)
    await until(() => ana.words() === 'Saved')
    expect(ana.text()).toBe('In the backup. ')
    expect(ana.brief.recovered.get().map(({ because, texts }) => [because, texts])).toEqual([
      ['began-anew', ['Saved after it. Never sent.']],
    ])
    await until(() => onDevice('ana', 2) === 'In the backup. ')
    // What the older beginning held may have been erased: the device keeps only what was recovered from it.
    await until(() => String(local.epochs({ person: 'ana', document: BRIEF })) === '2')
    expect(await local.recovered({ person: 'ana', document: BRIEF })).toHaveLength(1)
    ana.type('Onwards. ')
    await until(() => ana.words() === 'Saved')
    expect(await stored()).toBe('In the backup. Onwards. ')
  })

  it('what was erased on the server is not kept as recovered text, what was never sent is', async () => {
    const ana = open('ana')
    await until(() => ana.words() === 'Saved')
    ana.type('A secret. Open. ')
    await until(() => ana.words() === 'Saved')
    await goOffline()
    ana.type('Never sent. ')
    await until(() => onDevice('ana').includes('Never sent'))
    const { port } = server
    server = await startSyncServer(dir)
    await server.rooms.rewrite(BRIEF, (doc) => doc.getText('words').delete(0, 'A secret. '.length))
    await server.close()
    server = await startSyncServer(dir, { port })
    await until(() => ana.brief.copy.get() === 1)
    await until(() => ana.words() === 'Saved' && onDevice('ana', 2) === 'Open. ')
    expect(ana.brief.recovered.get().flatMap(({ texts }) => texts)).toEqual(['Never sent.'])
  })
})
