import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import type { BriefSummary } from '../../../shared/wire/inputs.ts'
import { expectRefusal } from '../../support/refusal.ts'
import { clientOf, OWNER_TOKEN, startTestServer, type TestServer } from '../../support/server.ts'

let server: TestServer
let brief: BriefSummary
let path: string
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  brief = await server.newBrief()
  path = `/api/briefs/${brief.id}`
})

const keyOf = (url: string) => url.split('/').at(-1)!

/** Opens a socket with a person's cookie and resolves to the code that it is closed with. */
const closing = async (cookie: string): Promise<{ closed: Promise<number> }> => {
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/sync/${brief.id}`, {
    headers: { cookie, origin: server.url },
  })
  await new Promise((resolve, reject) => {
    // The first frame says that the server let it in.
    socket.once('message', resolve)
    socket.once('error', reject)
  })
  return { closed: new Promise((resolve) => socket.once('close', resolve)) }
}

describe('A share link', () => {
  it('leads whoever opens it, with a name and nothing else, into the brief', async () => {
    const { url } = await server.post(`${path}/links`, { role: 'editor' })
    expect(url).toMatch(new RegExp(`^${server.url}/join/[\\w-]{43}$`))
    const key = keyOf(url)
    expect(await server.anonymous.get(`/api/join/${key}`)).toEqual({
      title: 'Exports in 2024',
      role: 'editor',
      by: 'Owner',
      me: null,
    })
    expectRefusal(await server.anonymous.ask('POST', `/api/join/${key}`, {}), 'name-needed')
    const joined = await server.anonymous.ask('POST', `/api/join/${key}`, { name: 'Ben' })
    expect(joined.status).toBe(200)
    expect(joined.body).toMatchObject({ brief: brief.id, me: { name: 'Ben', owner: false } })
    const ben = clientOf(server.url, { cookie: joined.headers.get('set-cookie')!.split(';')[0]! })
    expect(await ben.get('/api/briefs')).toMatchObject([{ id: brief.id, role: 'editor' }])
    expect(await server.get(`${path}/members`)).toMatchObject([
      { name: 'Owner', role: 'owner' },
      { name: 'Ben', role: 'editor' },
    ])
    expect(await server.get(`${path}/links`)).toMatchObject([
      { role: 'editor', createdBy: 'Owner', used: 1, expires: null },
    ])
  })

  it('asks no name of somebody who is signed in, and never takes a role away', async () => {
    const ben = await server.invite(brief.id, 'viewer')
    const use = async (role: string) => {
      const { url } = await server.post(`${path}/links`, { role })
      await ben.post(`/api/join/${keyOf(url)}`, {})
      return (await ben.get(path)).role
    }
    expect(await use('commenter')).toBe('commenter')
    expect(await use('viewer')).toBe('commenter')
    const { url } = await server.post(`${path}/links`, { role: 'viewer' })
    await server.post(`/api/join/${keyOf(url)}`, {})
    expect(await server.get(path)).toMatchObject({ role: 'owner', people: 2 })
  })

  it('works no more when it was taken back, and who came in by it stays', async () => {
    const ben = await server.invite(brief.id, 'editor')
    const { id, url } = await server.post(`${path}/links`, { role: 'viewer' })
    expect((await server.ask('DELETE', `${path}/links/${id}`)).status).toBe(204)
    expectRefusal(await server.anonymous.ask('GET', `/api/join/${keyOf(url)}`), 'link-ended')
    expectRefusal(
      await server.anonymous.ask('POST', `/api/join/${keyOf(url)}`, { name: 'Eve' }),
      'link-ended',
    )
    expectRefusal(await server.ask('DELETE', `${path}/links/${id}`), 'no-such-link')
    expect(await server.get(`${path}/links`)).toMatchObject([{ role: 'editor' }])
    expect(await ben.get(path)).toMatchObject({ role: 'editor' })
    expect(await server.get(`${path}/members`)).toHaveLength(2)
  })

  it('ends at its end date', async () => {
    const soon = new Date(Date.now() + 60_000).toISOString()
    const { id, url } = await server.post(`${path}/links`, { role: 'viewer', expires: soon })
    expect(await server.get(`${path}/links`)).toMatchObject([{ expires: soon }])
    const past = new Date(Date.now() - 1000).toISOString()
    await server.services.db.updateTable('links').set({ expires: past }).where('id', '=', id).execute()
    expectRefusal(
      await server.anonymous.ask('POST', `/api/join/${keyOf(url)}`, { name: 'Eve' }),
      'link-ended',
    )
    expect(await server.get(`${path}/links`)).toEqual([])
    expectRefusal(
      await server.ask('POST', `${path}/links`, { role: 'viewer', expires: past }),
      'invalid',
      /passed already/,
    )
    expectRefusal(
      await server.ask('POST', `${path}/links`, { role: 'viewer', expires: 'soon' }),
      'invalid',
      /"expires"/,
    )
  })

  it('is for editors, commenters and viewers; an owner is made by an owner', async () => {
    expectRefusal(
      await server.ask('POST', `${path}/links`, { role: 'owner' }),
      'invalid',
      /"role" must be one of "editor", "commenter", "viewer"/,
    )
  })

  it('that never was leads nowhere', async () => {
    expectRefusal(await server.anonymous.ask('GET', '/api/join/made-up'), 'no-such-link')
    expectRefusal(await server.anonymous.ask('POST', '/api/join/made-up', { name: 'Eve' }), 'no-such-link')
  })
})

describe('Members', () => {
  it('are given another role by an owner, and their open sockets are let in anew', async () => {
    const ben = await server.invite(brief.id, 'editor')
    const { closed } = await closing(ben.cookie)
    expect((await server.ask('PATCH', `${path}/members/${ben.me.id}`, { role: 'viewer' })).status).toBe(204)
    expect(await closed).toBe(1012)
    expect(await ben.get(path)).toMatchObject({ role: 'viewer' })
    expectRefusal(await ben.ask('PATCH', `${path}/members/${ben.me.id}`, { role: 'owner' }), 'not-allowed')
  })

  it('who are taken out lose the brief, its captures and their open sockets at once', async () => {
    const { capture } = await server.post(`${path}/sources`, { text: 'Exports fell by a third.' })
    const ben = await server.invite(brief.id, 'editor')
    expect(await ben.get(`/api/captures/${capture.hash}/text`)).toBe('Exports fell by a third.')
    const { closed } = await closing(ben.cookie)
    await server.delete(`${path}/members/${ben.me.id}`)
    expect(await closed).toBe(4403)
    expectRefusal(await ben.ask('GET', path), 'no-such-brief')
    expectRefusal(await ben.ask('GET', `/api/captures/${capture.hash}/text`), 'no-such-capture')
    expect(await ben.get('/api/briefs')).toEqual([])
  })

  it('may leave, but not send others away', async () => {
    const ben = await server.invite(brief.id, 'editor', 'Ben')
    const cem = await server.invite(brief.id, 'viewer', 'Cem')
    expectRefusal(await ben.ask('DELETE', `${path}/members/${cem.me.id}`), 'not-allowed')
    expect((await ben.ask('DELETE', `${path}/members/${ben.me.id}`)).status).toBe(204)
    expect(await server.get(`${path}/members`)).toMatchObject([{ name: 'Owner' }, { name: 'Cem' }])
  })

  it('always count an owner among them', async () => {
    const owner = await server.get('/api/session')
    expectRefusal(await server.ask('DELETE', `${path}/members/${owner.id}`), 'last-owner')
    expectRefusal(await server.ask('PATCH', `${path}/members/${owner.id}`, { role: 'editor' }), 'last-owner')
    const ben = await server.invite(brief.id, 'viewer')
    await server.patch(`${path}/members/${ben.me.id}`, { role: 'owner' })
    await ben.patch(`${path}/members/${owner.id}`, { role: 'editor' })
    expect(await server.get(path)).toMatchObject({ role: 'editor' })
  })

  it('are not made by naming somebody', async () => {
    expectRefusal(await server.ask('PATCH', `${path}/members/nobody`, { role: 'editor' }), 'no-such-member')
    expectRefusal(await server.ask('DELETE', `${path}/members/nobody`), 'no-such-member')
    const stranger = await server.invite((await server.newBrief()).id, 'viewer')
    expectRefusal(
      await server.ask('PATCH', `${path}/members/${stranger.me.id}`, { role: 'editor' }),
      'no-such-member',
    )
  })
})

describe('The workspace', () => {
  it('is run by its owner: others make no people and no keys', async () => {
    const ben = await server.invite(brief.id, 'editor')
    expectRefusal(await ben.ask('GET', '/api/people'), 'not-allowed', /owner of this workspace/)
    expectRefusal(await ben.ask('POST', '/api/people', { name: 'Eve' }), 'not-allowed')
    expectRefusal(await ben.ask('POST', `/api/people/${ben.me.id}/sign-in-keys`), 'not-allowed')
    expectRefusal(await server.anonymous.ask('POST', '/api/people', { name: 'Eve' }), 'not-signed-in')
  })

  it('lets its owner add people, who come in by an address of their own', async () => {
    const owner = clientOf(server.url, { authorization: `Bearer ${OWNER_TOKEN}` })
    const dora = await owner.post('/api/people', { name: 'Dora' })
    expect(dora).toMatchObject({ name: 'Dora', owner: false })
    const { url } = await owner.post(`/api/people/${dora.id}/sign-in-keys`)
    expect(url).toMatch(new RegExp(`^${server.url}/sign-in#key=[\\w-]{43}$`))
    const signedIn = await server.anonymous.post('/api/sign-in', { key: url.split('=')[1] })
    expect(signedIn).toEqual({ ...dora, open: null })
    expectRefusal(await owner.ask('POST', '/api/people/nobody/sign-in-keys'), 'no-such-person')
  })
})
