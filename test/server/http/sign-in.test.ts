import { afterEach, describe, expect, it } from 'vitest'
import type { Config } from '../../../server/config.ts'
import { addSignInKey } from '../../../server/storage/sessions.ts'
import { expectRefusal } from '../../support/refusal.ts'
import { clientOf, startTestServer, type TestServer } from '../../support/server.ts'

let server: TestServer
const start = async (options: Partial<Config> = { ownerToken: null }) =>
  (server = await startTestServer(options))
afterEach(() => server.close())

const key = () => addSignInKey(server.services.db, null)
const cookieOf = (answer: { headers: Headers }) => answer.headers.get('set-cookie')!.split(';')[0]!

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()

describe('The first visitor', () => {
  it('gives a name with the printed key, owns the workspace, and is led to the example brief', async () => {
    await start()
    const first = await key()
    const asked = await server.anonymous.ask('POST', '/api/sign-in', { key: first })
    expectRefusal(asked, 'name-needed')
    const { status, body, headers } = await server.anonymous.ask('POST', '/api/sign-in', {
      key: first,
      name: ' Ana  A. ',
    })
    expect(status).toBe(200)
    expect(body).toMatchObject({ name: 'Ana A.', owner: true })
    const ana = clientOf(server.url, { cookie: cookieOf({ headers }) })
    expect(await ana.get('/api/session')).toEqual({ id: body.id, name: 'Ana A.', owner: true })
    expect(await ana.get(`/api/briefs/${body.open}`)).toMatchObject({ example: true, role: 'owner' })
  })

  it('is let in by each key once', async () => {
    await start()
    const first = await key()
    await server.anonymous.post('/api/sign-in', { key: first, name: 'Ana' })
    expectRefusal(await server.anonymous.ask('POST', '/api/sign-in', { key: first }), 'key-used')
    expectRefusal(await server.anonymous.ask('POST', '/api/sign-in', { key: 'made up' }), 'key-used')
  })

  it('comes back as the same person by another key, without giving a name', async () => {
    await start()
    const { id } = await server.anonymous.post('/api/sign-in', { key: await key(), name: 'Ana' })
    const again = await server.anonymous.post('/api/sign-in', { key: await key() })
    expect(again).toMatchObject({ id, name: 'Ana', owner: true, open: null })
  })

  it('is one person even if two come at once', async () => {
    await start()
    const keys = [await key(), await key()]
    const answers = await Promise.all(
      keys.map((each, i) =>
        server.anonymous.ask('POST', '/api/sign-in', { key: each, name: `Visitor ${i}` }),
      ),
    )
    expect(answers.map((each) => each.status)).toEqual([200, 200])
    expect(new Set(answers.map((each) => each.body.id)).size).toBe(1)
    const briefs = await clientOf(server.url, { cookie: cookieOf(answers[0]!) }).get('/api/briefs')
    expect(briefs).toHaveLength(1)
  })

  it('leaves the key as it was when the name will not do', async () => {
    await start()
    const first = await key()
    const name = 'A'.repeat(81)
    expectRefusal(
      await server.anonymous.ask('POST', '/api/sign-in', { key: first, name }),
      'invalid',
      /"name" is too long/,
    )
    expect((await server.anonymous.ask('POST', '/api/sign-in', { key: first, name: 'Ana' })).status).toBe(200)
  })

  it('is stopped after thirty wrong keys', async () => {
    await start()
    const attempt = () => server.anonymous.ask('POST', '/api/sign-in', { key: 'wrong' })
    for (let i = 0; i < 30; i++) expectRefusal(await attempt(), 'key-used')
    expectRefusal(await attempt(), 'too-many')
    expectRefusal(await server.anonymous.ask('GET', '/api/join/wrong'), 'too-many')
  })
})

describe('A session', () => {
  it('is a cookie that scripts cannot read and other pages cannot send', async () => {
    await start()
    const { headers } = await server.anonymous.ask('POST', '/api/sign-in', { key: await key(), name: 'Ana' })
    expect(headers.get('set-cookie')).toMatch(
      /^vouch_session_\d+=[\w-]{43}; Max-Age=15552000; Path=\/; HttpOnly; SameSite=Lax$/,
    )
  })

  it('goes over https only where the workspace is reached by https', async () => {
    await start({ ownerToken: null, publicUrl: 'https://briefs.example.org' })
    const { headers } = await server.anonymous.ask('POST', '/api/sign-in', { key: await key(), name: 'Ana' })
    expect(headers.get('set-cookie')).toMatch(/; Secure/)
  })

  it('ends when its person signs out, in the store too', async () => {
    await start()
    const cookie = cookieOf(
      await server.anonymous.ask('POST', '/api/sign-in', { key: await key(), name: 'Ana' }),
    )
    const ana = clientOf(server.url, { cookie, origin: server.url })
    const out = await ana.ask('DELETE', '/api/session')
    expect(out.status).toBe(204)
    expect(out.headers.get('set-cookie')).toMatch(/Max-Age=0/)
    expectRefusal(await ana.ask('GET', '/api/session'), 'session-ended')
  })

  it('is kept in the store as a hash only, as tokens and keys are', async () => {
    await start()
    const printed = await key()
    const cookie = cookieOf(await server.anonymous.ask('POST', '/api/sign-in', { key: printed, name: 'Ana' }))
    const ana = clientOf(server.url, { cookie, origin: server.url })
    const { token } = await ana.post('/api/tokens', { name: 'script' })
    const { db } = server.services
    const rows = JSON.stringify([
      await db.selectFrom('sessions').selectAll().execute(),
      await db.selectFrom('tokens').selectAll().execute(),
      await db.selectFrom('sign_in_keys').selectAll().execute(),
    ])
    for (const secret of [printed, token, cookie.split('=')[1]!]) expect(rows).not.toContain(secret)
    expect(
      await clientOf(server.url, { authorization: `Bearer ${token}` }).get('/api/session'),
    ).toMatchObject({ name: 'Ana' })
  })

  it('is renewed by use once half of its time is over, and then ends', async () => {
    await start()
    const answer = await server.anonymous.ask('POST', '/api/sign-in', { key: await key(), name: 'Ana' })
    const ana = clientOf(server.url, { cookie: cookieOf(answer) })
    expect((await ana.ask('GET', '/api/session')).headers.get('set-cookie')).toBeNull()
    const { db } = server.services
    await db
      .updateTable('sessions')
      .set({ expires: inDays(80) })
      .execute()
    expect((await ana.ask('GET', '/api/session')).headers.get('set-cookie')).toMatch(/Max-Age=15552000/)
    await db
      .updateTable('sessions')
      .set({ expires: inDays(-1) })
      .execute()
    expectRefusal(await ana.ask('GET', '/api/session'), 'session-ended')
  })
})

describe('Who is not signed in', () => {
  it('is told so, with the way for programs', async () => {
    await start()
    const answer = await server.anonymous.ask('GET', '/api/briefs')
    expectRefusal(answer, 'not-signed-in')
    expect(answer.headers.get('www-authenticate')).toBe('Bearer')
    const wrong = clientOf(server.url, { authorization: 'Bearer made-up-token' })
    expectRefusal(await wrong.ask('GET', '/api/briefs'), 'not-signed-in')
  })
})
