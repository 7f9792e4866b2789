import fs from 'node:fs/promises'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { step2Message, updateMessage } from '../../../server/sync/frames.ts'
import { CLOSE, MESSAGE, readDurable } from '../../../shared/wire/sync.ts'
import { startSyncServer, type SyncServer } from '../../support/sync-server.ts'
import { until } from '../../support/writer.ts'

const BRIEF = 'abcdefghij'

let dir: string
let server: SyncServer
let toStop: (() => void)[]

beforeEach(async () => {
  dir = await fs.mkdtemp(path.join(os.tmpdir(), 'vouch-socket-'))
  server = await startSyncServer(dir)
  await server.addBrief(BRIEF)
  toStop = []
})
afterEach(async () => {
  for (const stop of toStop) stop()
  await server.close()
  await fs.rm(dir, { recursive: true })
})

/** Any y-websocket client, as another program would use it. */
const provider = (token: string, params: Record<string, string> = {}, name = BRIEF) => {
  const doc = new Y.Doc()
  const made = new WebsocketProvider(server.url, name, doc, {
    disableBc: true,
    params: { token, ...params },
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
  })
  let durable = 0
  made.messageHandlers[MESSAGE.durable] = (_, decoder) => {
    durable = readDurable(decoder).frames
  }
  made.messageHandlers[MESSAGE.refused] = () => {}
  let closed: number | null = null
  made.on('closed', ({ code }) => (closed = code))
  toStop.push(() => made.destroy())
  return { doc, made, text: doc.getText('body'), closed: () => closed, durable: () => durable }
}

/** A bare socket. */
const raw = (address: string, options: { origin?: string; host?: string } = {}) => {
  const headers = options.host ? { host: options.host } : {}
  const socket = new WebSocket(`${server.url}/${address}`, { origin: options.origin, headers })
  const heard: Uint8Array[] = []
  const end = new Promise<{ code: number; reason: string } | { status: number }>((resolve) => {
    socket.on('close', (code, reason) => resolve({ code, reason: String(reason) }))
    socket.on('unexpected-response', (request, response) => {
      resolve({ status: response.statusCode! })
      request.destroy()
    })
    socket.on('error', () => {})
  })
  socket.on('message', (data: Buffer) => heard.push(data))
  let stream: net.Socket
  socket.on('upgrade', (response) => (stream = response.socket))
  toStop.push(() => socket.terminate())
  const opened = new Promise<void>((resolve) => socket.once('open', () => resolve()))
  return { socket, heard, end, opened, stream: () => stream }
}

describe('any y-websocket client', () => {
  it('writes, and another one reads it', async () => {
    const [ana, ben] = [provider('ana:owner'), provider('ben:editor')]
    await until(() => ana.made.synced && ben.made.synced)
    ana.text.insert(0, 'Exports fell')
    await until(() => ben.text.toString() === 'Exports fell')
    ben.text.insert(12, ' in May')
    await until(() => ana.text.toString() === 'Exports fell in May')
  })

  it('sees who is there', async () => {
    const [ana, ben] = [provider('ana:owner'), provider('ben:editor')]
    await until(() => ana.made.synced && ben.made.synced)
    ana.made.awareness.setLocalStateField('cursor', 3)
    const seen = () => ben.made.awareness.getStates().get(ana.doc.clientID)
    await until(() => seen()?.cursor === 3)
    expect(seen()?.user).toMatchObject({ id: 'ana', name: 'Ana' })
    ana.made.destroy()
    await until(() => seen() === undefined)
  })

  it('reads with a reader’s role and writes nothing; a commenter writes the discussion only', async () => {
    const ben = provider('ben:commenter')
    const talk = provider('ben:commenter', {}, `${BRIEF}.discussion`)
    await until(() => ben.made.synced && talk.made.synced)
    ben.text.insert(0, 'Not his')
    talk.text.insert(0, 'A remark')
    const cem = provider('cem:viewer', {}, `${BRIEF}.discussion`)
    await until(() => cem.text.toString() === 'A remark')
    expect((await server.rooms.read(BRIEF)).getText('body').toString()).toBe('')
  })
})

describe('the door', () => {
  it.each([
    ['nobody', '', {}, BRIEF, CLOSE.notSignedIn],
    ['a stranger', 'eve', {}, BRIEF, CLOSE.notAllowed],
    ['a brief that is not there', 'ana:owner', {}, 'klmnopqrst', CLOSE.noSuchBrief],
    ['a name that is none', 'ana:owner', {}, 'AB', CLOSE.noSuchBrief],
    ['an old client', 'ana:owner', { schema: '0' }, BRIEF, CLOSE.clientTooOld],
    ['another epoch', 'ana:owner', { epoch: '7' }, BRIEF, CLOSE.otherEpoch],
    ['a parameter that is none', 'ana:owner', { epoch: 'x' }, BRIEF, CLOSE.malformed],
  ])('refuses %s with a code that the provider takes as final', async (_, token, params, name, code) => {
    const visitor = provider(token, params, name)
    await until(() => visitor.closed() !== null)
    expect([visitor.closed(), visitor.made.shouldConnect, visitor.made.synced]).toEqual([code, false, false])
  })

  it('refuses a foreign page at the upgrade', async () => {
    expect(await raw(`${BRIEF}?token=ana:owner`, { origin: 'https://evil.example' }).end).toEqual({
      status: 403,
    })
    const rebound = { origin: `http://evil.example:${server.port}`, host: `evil.example:${server.port}` }
    expect(await raw(BRIEF, rebound).end).toEqual({ status: 403 })
  })

  it('takes a token from programs only: a page has its cookie', async () => {
    const page = raw(`${BRIEF}?token=ana:owner`, { origin: `http://127.0.0.1:${server.port}` })
    expect(await page.end).toMatchObject({ code: CLOSE.notSignedIn })
    const program = raw(`${BRIEF}?token=ana:owner`)
    await until(() => program.heard.length > 0)
    expect(program.heard[0]![0]).toBe(MESSAGE.durable)
  })

  it('answers other addresses with 404, and survives addresses that are none', async () => {
    expect(await raw('a/b/c').end).toEqual({ status: 404 })
    const line = 'GET // HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'
    const answer = await new Promise<string>((resolve) => {
      const plain = net.connect(server.port, '127.0.0.1', () => plain.write(line))
      plain.on('data', (data) => resolve(String(data)))
    })
    expect(answer).toContain('404')
  })

  it('looks again when somebody is turned out while it asks who they are', async () => {
    const ana = provider('ana:owner')
    server.setRole('ana', 'none')
    server.rooms.closePerson(BRIEF, 'ana', CLOSE.notAllowed)
    await until(() => ana.closed() !== null)
    expect(ana.closed()).toBe(CLOSE.notAllowed)
  })
})

const update = () => {
  const doc = new Y.Doc()
  doc.getText('body').insert(0, 'x')
  return Y.encodeStateAsUpdate(doc)
}

describe('the first load of a long brief', () => {
  it('comes compressed to who can take it, and is the same; who has a copy is not compressed for', async () => {
    const words = 'Exports fell in May and rose in June. '.repeat(3000)
    await server.rooms.transact(BRIEF, (doc) => doc.getText('body').insert(0, words))
    const take = async (epoch: string) => {
      const { socket, heard, opened, stream } = raw(`${BRIEF}?token=ben:viewer${epoch}`)
      await opened
      socket.send(new Uint8Array([0, 0, 1, 0]))
      await until(() => heard.some((frame) => frame[0] === 0 && frame[1] === 1))
      const step2 = heard.find((frame) => frame[0] === 0 && frame[1] === 1)!
      return { length: step2.length, bytes: stream().bytesRead, extensions: socket.extensions }
    }
    const [fresh, again] = [await take(''), await take('&epoch=1')]
    expect([fresh.extensions, again.extensions]).toEqual([expect.stringContaining('permessage-deflate'), ''])
    expect(fresh.length).toBe(again.length)
    expect(fresh.length).toBeGreaterThan(words.length)
    expect(fresh.bytes).toBeLessThan(again.bytes / 10)
  })
})

describe('hostile clients', () => {
  it('what is said before the answer to who it is, is kept in order', async () => {
    const early = raw(`${BRIEF}?token=ana:owner`)
    await early.opened
    early.socket.send(updateMessage(update()))
    early.socket.send(step2Message(new Uint8Array([0, 0])))
    await until(() => early.heard.some((frame) => frame[0] === MESSAGE.durable && frame.at(-1) === 2))
    expect((await server.rooms.read(BRIEF)).getText('body').toString()).toBe('x')
  })

  it('closes text, bytes that are nothing and frames that are too large with 4400', async () => {
    for (const bad of ['hello', new Uint8Array([0]), new Uint8Array(9 * 1024 * 1024)]) {
      const villain = raw(`${BRIEF}?token=eve:editor`)
      await villain.opened
      villain.socket.send(bad)
      expect(await villain.end).toMatchObject({ code: CLOSE.malformed })
    }
    const ana = provider('ana:owner')
    await until(() => ana.made.synced)
  })

  it('survives bytes that are no WebSocket frames', async () => {
    const villain = raw(`${BRIEF}?token=eve:editor`)
    await villain.opened
    const stream = villain.stream()
    stream.write(Buffer.from([0xff, 0xff, 0xff, 0xff]))
    await villain.end
    const ana = provider('ana:owner')
    await until(() => ana.made.synced)
  })

  it('lets a reader go who does not read, and keeps the others', async () => {
    const ana = provider('ana:owner')
    const slow = raw(`${BRIEF}?token=ben:viewer`)
    await until(() => ana.made.synced && slow.heard.length > 0)
    const stream = slow.stream()
    stream.pause()
    // More than the operating systems on both sides hold back.
    const words = 'x'.repeat(512 * 1024)
    for (let n = 0; n < 50; n++) {
      const frame = ana.durable() + 1
      ana.text.insert(0, words)
      await until(() => ana.durable() >= frame)
      ana.text.delete(0, words.length)
    }
    stream.resume()
    // If it does not hear even that in time, it is cut.
    expect([CLOSE.readsTooSlowly, 1006]).toContain(((await slow.end) as { code: number }).code)
    expect([ana.closed(), server.problems]).toEqual([null, []])
  })
})

it('keeps what was written through a restart', async () => {
  const ana = provider('ana:owner')
  await until(() => ana.made.synced)
  ana.text.insert(0, 'Exports fell')
  // Its empty step 2, and this.
  await until(() => ana.durable() === 2)
  await server.close()
  server = await startSyncServer(dir)
  const ben = provider('ben:editor')
  await until(() => ben.made.synced)
  expect(ben.text.toString()).toBe('Exports fell')
})
