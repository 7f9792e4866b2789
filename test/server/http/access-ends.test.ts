/** An open socket never outlives what let it in: looked at from outside, at a whole server. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { cookieName } from '../../../server/http/session.ts'
import { startSession } from '../../../server/storage/sessions.ts'
import { CLOSE } from '../../../shared/wire/sync.ts'
import { expectRefusal } from '../../support/refusal.ts'
import { clientOf, startTestServer, type TestServer } from '../../support/server.ts'

let server: TestServer
let id: string
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  id = (await server.newBrief()).id
})

/** A socket that was let in. */
const enter = async (by: { cookie?: string; token?: string }, name = id) => {
  const query = by.token === undefined ? '' : `?token=${by.token}`
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/sync/${name}${query}`, {
    headers: by.cookie === undefined ? {} : { cookie: by.cookie, origin: server.url },
  })
  const closed = new Promise<number>((resolve) => socket.once('close', resolve))
  await new Promise((resolve, reject) => {
    // The first message says that it is in.
    socket.once('message', resolve)
    socket.once('close', (code) => reject(new Error(`Closed with ${code}.`)))
    socket.once('error', reject)
  })
  return { closed, isOpen: () => socket.readyState === WebSocket.OPEN }
}

const endSessionsIn = (ms: number, personId: string) =>
  server.services.db
    .updateTable('sessions')
    .set({ expires: new Date(Date.now() + ms).toISOString() })
    .where('person', '=', personId)
    .execute()

/** Another browser of the same person. */
const otherBrowser = async (personId: string) =>
  `${cookieName(server.services)}=${await startSession(server.services.db, personId)}`

describe('A session', () => {
  it('that ends by itself takes its sockets with it', async () => {
    const ben = await server.invite(id, 'editor')
    await endSessionsIn(300, ben.me.id)
    const sockets = [await enter(ben), await enter(ben, `${id}.discussion`)]
    expect(await Promise.all(sockets.map(({ closed }) => closed))).toEqual(Array(2).fill(CLOSE.notSignedIn))
    await expect(enter(ben)).rejects.toThrow('4401')
  })

  it('that is used meanwhile keeps them', async () => {
    const [ben, cem] = [await server.invite(id, 'editor'), await server.invite(id, 'editor', 'Cem')]
    await endSessionsIn(500, ben.me.id)
    await endSessionsIn(500, cem.me.id)
    const [used, unused] = [await enter(ben), await enter(cem)]
    // Less than half of its time is left: a request gives it all of it again.
    expect((await ben.ask('GET', '/api/session')).headers.get('set-cookie')).toMatch(/Max-Age/)
    expect(await unused.closed).toBe(CLOSE.notSignedIn)
    expect(used.isOpen()).toBe(true)
  })

  it('that its person ends closes the sockets of that browser, not those of others', async () => {
    const ben = await server.invite(id, 'editor')
    const elsewhere = await enter({ cookie: await otherBrowser(ben.me.id) })
    const here = [await enter(ben), await enter(ben, `${id}.discussion`)]
    expect((await ben.ask('DELETE', '/api/session')).status).toBe(204)
    expect(await Promise.all(here.map(({ closed }) => closed))).toEqual(Array(2).fill(CLOSE.notSignedIn))
    expect(elsewhere.isOpen()).toBe(true)
  })
})

describe('A token', () => {
  it('that is taken back closes its sockets, and lets nobody in any more', async () => {
    const ben = await server.invite(id, 'editor')
    const { token } = await ben.post('/api/tokens', { name: 'import' })
    const { token: other } = await ben.post('/api/tokens', { name: 'backup' })
    const [socket, stays] = [await enter({ token }), await enter({ token: other })]
    const tokens = await ben.get('/api/tokens')
    expect(tokens).toEqual([
      {
        id: expect.any(String),
        name: 'import',
        created: expect.any(String),
        person: { id: ben.me.id, name: 'Ben' },
      },
      {
        id: expect.any(String),
        name: 'backup',
        created: expect.any(String),
        person: { id: ben.me.id, name: 'Ben' },
      },
    ])
    expect(JSON.stringify(tokens)).not.toContain(token)
    expect((await ben.ask('DELETE', `/api/tokens/${tokens[0].id}`)).status).toBe(204)
    expect(await socket.closed).toBe(CLOSE.notSignedIn)
    expect(stays.isOpen()).toBe(true)
    const program = clientOf(server.url, { authorization: `Bearer ${token}` })
    expectRefusal(await program.ask('GET', '/api/briefs'), 'not-signed-in')
    await expect(enter({ token })).rejects.toThrow('4401')
    expectRefusal(await ben.ask('DELETE', `/api/tokens/${tokens[0].id}`), 'no-such-token')
  })

  it('is seen and taken back by whose it is and by who owns the workspace', async () => {
    const [ben, cem] = [await server.invite(id, 'editor'), await server.invite(id, 'editor', 'Cem')]
    await ben.post('/api/tokens', { name: 'of Ben' })
    const [{ id: token }] = await ben.get('/api/tokens')
    expect(await cem.get('/api/tokens')).toEqual([])
    expectRefusal(await cem.ask('DELETE', `/api/tokens/${token}`), 'no-such-token')
    expect(await server.owner.get('/api/tokens')).toContainEqual(expect.objectContaining({ id: token }))
    expect((await server.owner.ask('DELETE', `/api/tokens/${token}`)).status).toBe(204)
    expect(await ben.get('/api/tokens')).toEqual([])
    expectRefusal(await server.anonymous.ask('GET', '/api/tokens'), 'not-signed-in')
  })
})

describe('A brief', () => {
  it('that is deleted closes all sockets on it, those of other briefs stay', async () => {
    const ben = await server.invite(id, 'editor')
    const other = await server.newBrief()
    const { token } = await server.post('/api/tokens', { name: 'owner' })
    const sockets = [await enter(ben), await enter(ben, `${id}.discussion`), await enter({ token })]
    const elsewhere = await enter({ token }, other.id)
    await server.delete(`/api/briefs/${id}`)
    expect(await Promise.all(sockets.map(({ closed }) => closed))).toEqual(Array(3).fill(CLOSE.noSuchBrief))
    expect(elsewhere.isOpen()).toBe(true)
  })

  it('in which a role changes lets its person in again under the new one; without any, not at all', async () => {
    const ben = await server.invite(id, 'editor')
    const sockets = [await enter(ben), await enter(ben, `${id}.discussion`)]
    await server.patch(`/api/briefs/${id}/members/${ben.me.id}`, { role: 'viewer' })
    expect(await Promise.all(sockets.map(({ closed }) => closed))).toEqual(Array(2).fill(CLOSE.restarting))
    const again = await enter(ben)
    await server.delete(`/api/briefs/${id}/members/${ben.me.id}`)
    expect(await again.closed).toBe(CLOSE.notAllowed)
    await expect(enter(ben)).rejects.toThrow('4404')
  })
})
