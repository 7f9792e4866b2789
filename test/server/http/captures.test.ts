import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal } from '../../support/refusal.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'

const PAGE =
  '<!doctype html><html><head><title>Port</title><script>top.location = "https://attacker.example"</script></head>' +
  '<body onload="steal()"><p>Exports fell by a third, two officials said on Monday.</p></body></html>'

let server: TestServer
let hash: string
let briefId: string
beforeAll(async () => {
  server = await startTestServer()
  briefId = (await server.newBrief()).id
  const { body } = await server.upload(`/api/briefs/${briefId}/sources`, new Blob([PAGE]), 'port.html')
  hash = body.capture.hash
})
afterAll(() => server.close())

describe('A capture', () => {
  it('is served by its hash to who may read a brief that holds it, to be kept for ever', async () => {
    const { status, body, headers } = await server.ask('GET', `/api/captures/${hash}`)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      hash,
      mediaType: 'text/html',
      extractor: 'html-text 2',
      encoding: 'utf-8',
      bytes: PAGE.length,
    })
    expect(headers.get('cache-control')).toBe('private, max-age=31536000, immutable')
    const again = await server.ask('GET', `/api/captures/${hash}/text`, undefined, {
      'if-none-match': `"${hash}"`,
    })
    expect(again.status).toBe(304)
  })

  it('gives its text without scripts, and its bytes as they came, never as a page', async () => {
    expect(await server.text(`/api/captures/${hash}/text`)).toBe(
      'Exports fell by a third, two officials said on Monday.',
    )
    const { body, headers } = await server.ask('GET', `/api/captures/${hash}/bytes`)
    expect(body).toBe(PAGE)
    expect(headers.get('content-disposition')).toBe(`attachment; filename="${hash.slice(0, 12)}.html"`)
    expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('is not there for anybody else, however its hash became known', async () => {
    const elsewhere = await server.newBrief()
    const ben = await server.invite(elsewhere.id, 'editor')
    // Naming it in a document of one's own opens nothing.
    await server.services.rooms.transact(elsewhere.id, (doc) => doc.getMap('sources').set('mine', hash))
    for (const part of ['', '/text', '/bytes'])
      expectRefusal(await ben.ask('GET', `/api/captures/${hash}${part}`), 'no-such-capture')
    expectRefusal(await server.anonymous.ask('GET', `/api/captures/${hash}`), 'not-signed-in')
    expectRefusal(await server.ask('GET', `/api/captures/${'0'.repeat(64)}`), 'no-such-capture')
    expectRefusal(await server.ask('GET', '/api/captures/..%2f..%2fetc'), 'no-such-capture')
  })

  it('comes along with a copy of the brief, for who may read it', async () => {
    const ben = await server.invite(briefId, 'viewer')
    const copy = await ben.post('/api/briefs', { title: 'Mine', copyOf: briefId })
    await server.delete(`/api/briefs/${briefId}/members/${ben.me.id}`)
    expect(await ben.get(`/api/captures/${hash}`)).toMatchObject({ hash })
    await ben.delete(`/api/briefs/${copy.id}`)
    expectRefusal(await ben.ask('GET', `/api/captures/${hash}`), 'no-such-capture')
  })
})
