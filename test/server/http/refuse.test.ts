import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal } from '../../support/refusal.ts'
import { type Answer, clientOf, startTestServer, type TestServer } from '../../support/server.ts'

let server: TestServer
let path: string
beforeAll(async () => {
  server = await startTestServer()
  path = `/api/briefs/${(await server.newBrief()).id}`
})
afterAll(() => server.close())

const send = async (method: string, address: string, body: BodyInit, type?: string): Promise<Answer> => {
  const headers = { ...server.headers, ...(type && { 'content-type': type }) }
  const response = await fetch(server.url + address, { method, headers, body })
  return { status: response.status, headers: response.headers, body: await response.json() }
}

describe('A request that cannot be read', () => {
  it.each(['{"title":', 'title=Exports', '', '\u0000'])(
    'is refused when its body is not JSON: %j',
    async (body) => {
      expectRefusal(await send('POST', '/api/briefs', body, 'application/json'), 'not-json', /not valid JSON/)
    },
  )

  it('is refused when it does not say that it is JSON, with what to send', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', undefined])
      expectRefusal(
        await send('POST', '/api/briefs', '{"title":"Exports"}', type),
        'not-json',
        /content-type: application\/json/,
      )
  })

  it.each(['null', '[]', '"Exports"', '7'])('is refused when its JSON is no object: %s', async (body) => {
    expectRefusal(
      await send('POST', '/api/briefs', body, 'application/json'),
      'invalid',
      /^The request must be of type object/,
    )
  })

  it('is refused when its form cannot be read', async () => {
    const type = 'multipart/form-data; boundary=x'
    expectRefusal(await send('POST', `${path}/sources`, 'no form at all', type), 'invalid', /form/)
  })

  it('is refused when it is larger than a form can be', async () => {
    const title = 'x'.repeat(1024 * 1024)
    expectRefusal(await server.ask('POST', '/api/briefs', { title }), 'too-large')
  })

  it('is refused when it grows beyond its limit without having said how large it is', async () => {
    const status = await new Promise<number>((resolve, reject) => {
      const headers = { ...server.headers, 'content-type': 'application/json' }
      const sending = request(server.url + '/api/briefs', { method: 'POST', headers }, (answer) => {
        resolve(answer.statusCode ?? 0)
        answer.resume()
      })
      sending.on('error', reject)
      for (let i = 0; i < 20; i++) sending.write(' '.repeat(100_000))
      sending.end()
    })
    expect(status).toBe(413)
  })
})

describe('An address that leads nowhere', () => {
  it('is said to under /api, for every method', async () => {
    for (const method of ['GET', 'POST', 'PUT', 'DELETE'])
      expectRefusal(await server.ask(method, '/api/nothing'), 'no-such-page')
    expectRefusal(await server.ask('PUT', path), 'no-such-page')
    expectRefusal(await server.ask('GET', '/sync/nothing'), 'no-such-page', /WebSockets only/)
  })
})

const rename = (headers: Record<string, string>) =>
  clientOf(server.url, headers).ask('PATCH', path, { title: 'Changed by another page' })

describe('A change that a foreign page asks for', () => {
  it('is refused, because a browser sends the cookie with it', async () => {
    const { cookie } = await server.invite(path.split('/').at(-1)!, 'editor')
    expectRefusal(await rename({ cookie, origin: 'https://attacker.example' }), 'wrong-origin')
    expectRefusal(await rename({ cookie, origin: 'null' }), 'wrong-origin')
    expectRefusal(await rename({ cookie, 'sec-fetch-site': 'cross-site' }), 'wrong-origin')
    expectRefusal(await rename({ cookie, 'sec-fetch-site': 'same-site' }), 'wrong-origin')
    expectRefusal(await rename({ cookie }), 'wrong-origin')
    expect(await server.get(path)).toMatchObject({ title: 'Exports in 2024' })
  })

  it('is let through from our own page, and from a program with a token', async () => {
    const { cookie } = await server.invite(path.split('/').at(-1)!, 'editor')
    expect((await rename({ cookie, origin: server.url })).status).toBe(200)
    expect((await rename({ cookie, 'sec-fetch-site': 'same-origin' })).status).toBe(200)
    expect((await rename({ ...server.headers })).status).toBe(200)
  })

  it('cannot sign somebody in', async () => {
    const answer = await clientOf(server.url, { origin: 'https://attacker.example' }).ask(
      'POST',
      '/api/sign-in',
      { key: 'x' },
    )
    expectRefusal(answer, 'wrong-origin')
  })
})

describe('Our own mistake', () => {
  it('is answered with a number to quote, and nothing of what went wrong', async () => {
    const { rooms } = server.services
    const { read } = rooms
    rooms.read = () => Promise.reject(new Error('The secret sentence of the document.'))
    try {
      const answer = await server.ask('GET', `${path}/checks`)
      expect(answer.status).toBe(500)
      expect(answer.headers.get('content-type')).toBe('application/problem+json')
      expect(answer.body).toMatchObject({
        type: 'urn:vouch:mistake',
        detail: expect.stringMatching(/the number [a-z0-9]{10}\.$/),
      })
      expect(JSON.stringify(answer.body)).not.toContain('secret sentence')
    } finally {
      rooms.read = read
    }
  })
})
