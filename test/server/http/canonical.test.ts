/** One document, one name: however oddly an address is written, it is parsed once, and that is authorised and used. */
import net from 'node:net'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { CLOSE } from '../../../shared/wire/sync.ts'
import { expectRefusal } from '../../support/refusal.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'

let server: TestServer
let ben: Awaited<ReturnType<TestServer['invite']>>
/** Ben is a member of one of these briefs only. */
let own: string
let other: string
beforeAll(async () => {
  server = await startTestServer()
  own = (await server.newBrief()).id
  other = (await server.newBrief('Not for Ben')).id
  ben = await server.invite(own, 'editor')
  // New briefs are listed a moment later, for which they are opened. From there on every open document was asked for.
  const { rooms } = server.services
  const briefs: { id: string }[] = await server.get('/api/briefs')
  await vi.waitFor(() => expect(rooms.openDocuments()).toBe(briefs.length), { timeout: 60_000 })
  for (const { id } of briefs) await rooms.closeBrief(id, CLOSE.restarting)
  expect(rooms.openDocuments()).toBe(0)
})
afterAll(() => server.close())

/** Asks for a socket at a path as it is written here. Gives the close code, the status of a refused upgrade, or `in`. */
const knock = (path: string): Promise<number | 'in'> =>
  new Promise((resolve) => {
    const stream = net.connect(server.port, '127.0.0.1', () =>
      stream.write(
        [
          `GET ${path} HTTP/1.1`,
          `Host: 127.0.0.1:${server.port}`,
          `Origin: ${server.url}`,
          `Cookie: ${ben.cookie}`,
          'Connection: Upgrade',
          'Upgrade: websocket',
          'Sec-WebSocket-Version: 13',
          `Sec-WebSocket-Key: ${Buffer.alloc(16).toString('base64')}`,
          '',
          '',
        ].join('\r\n'),
      ),
    )
    let heard = Buffer.alloc(0)
    stream.on('error', () => undefined)
    stream.on('data', (data) => {
      heard = Buffer.concat([heard, data])
      const head = heard.indexOf('\r\n\r\n')
      if (head < 0) return
      const status = Number(/^HTTP\/1\.1 (\d+)/.exec(heard.toString('latin1'))?.[1])
      const frame = heard.subarray(head + 4)
      if (status === 101 && frame.length < 4) return
      stream.destroy()
      if (status !== 101) resolve(status)
      // A close frame, or the first message of a room.
      else resolve(frame[0] === 0x88 ? frame.readUInt16BE(2) : 'in')
    })
  })

const odd = (id: string): string[] => {
  const first = `%${id.charCodeAt(0).toString(16)}${id.slice(1)}`
  return [
    id.toUpperCase(),
    first,
    `${id}%00`,
    `${id}%20`,
    `${id}%0a`,
    `${id};a=1`,
    `${id}.`,
    `${id}%2e`,
    `${id}.DISCUSSION`,
    `${id}%2Ediscussion`,
    `${id}.discussion.discussion`,
    `${id}.discussion%00`,
    `%ef%bd%81${id.slice(1)}`,
    `${own}%2f..%2f${id}`,
    `${own},${id}`,
    `${own}%0d%0a${id}`,
    `${id}\\`,
  ]
}

describe('A socket', () => {
  it('is let in under the one name of a document and its discussion', async () => {
    for (const name of [own, `${own}.discussion`, `${own}?document=${other}`, `x/../${own}`, `./${own}`])
      expect([name, await knock(`/sync/${name}`)]).toEqual([name, 'in'])
    expect(server.services.rooms.openDocuments()).toBe(2)
  })

  it('is let in under no other way to write it', async () => {
    for (const name of odd(own)) {
      const answer = await knock(`/sync/${name}`)
      expect([name, [CLOSE.noSuchBrief, 404, 400].includes(answer as number)]).toEqual([name, true])
    }
    expect(server.services.rooms.openDocuments()).toBe(2)
  })

  it('gets by none of them into a brief of others', async () => {
    const ways = [
      other,
      `${other}.discussion`,
      `${own}/../${other}`,
      `${other}?document=${own}`,
      ...odd(other),
    ]
    for (const name of ways) expect([name, await knock(`/sync/${name}`)]).not.toEqual([name, 'in'])
    expect(server.services.rooms.openDocuments()).toBe(2)
  })
})

describe('A request', () => {
  it('finds a brief by its id, however the id is encoded, and says the one id', async () => {
    const encoded = `%${own.charCodeAt(0).toString(16)}${own.slice(1)}`
    expect(await ben.get(`/api/briefs/${encoded}`)).toMatchObject({ id: own })
    expectRefusal(await ben.ask('GET', `/api/briefs/${own.toUpperCase()}`), 'no-such-brief')
    expectRefusal(await ben.ask('GET', `/api/briefs/${own}.discussion`), 'no-such-brief')
  })

  it('finds no brief of others by any', async () => {
    for (const name of [
      other,
      `%${other.charCodeAt(0).toString(16)}${other.slice(1)}`,
      `${own}%2f..%2f${other}`,
    ])
      expect((await ben.ask('GET', `/api/briefs/${name}`)).status).toBe(404)
  })
})
