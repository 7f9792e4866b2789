/** The API as an outside program uses it: a token, plain requests, and what docs/protocol.md promises. */
import { hc } from 'hono/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { AppType } from '../../server/http/app.ts'
import { clientOf, startTestServer, type TestServer } from '../support/server.ts'

const ARTICLE =
  'Port reopens\n\nThe port of Sorve reopened on Monday, two officials said.\n\nA separate briefing put the fall in exports at a third.'

let server: TestServer
let token: string
beforeAll(async () => {
  server = await startTestServer()
  token = (await server.post('/api/tokens', { name: 'outside program' })).token
})
afterAll(() => server.close())

describe('A program with a token', () => {
  it('takes an article from its text to a brief with a footnote', async () => {
    const api = clientOf(server.url, { authorization: `Bearer ${token}` })
    const brief = await api.post('/api/briefs', { title: 'Exports' })
    const { source, capture } = await api.post(`/api/briefs/${brief.id}/sources`, {
      text: ARTICLE,
      item: { type: 'article-newspaper', title: 'Port reopens' },
    })
    const text: string = await api.get(`/api/captures/${capture.hash}/text`)
    const words = 'the fall in exports at a third'
    const start = text.indexOf(words)
    const excerpt = await api.post(`/api/briefs/${brief.id}/excerpts`, {
      sourceId: source.id,
      capture: capture.hash,
      start,
      end: start + words.length,
      via: ['a separate briefing'],
    })
    expect(excerpt.selector[1].exact).toBe(words)

    // The sentence is written over the socket, as any Yjs client would.
    const doc = new Y.Doc()
    const provider = new WebsocketProvider(`${server.url.replace('http', 'ws')}/sync`, brief.id, doc, {
      disableBc: true,
      params: { token },
      WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    })
    try {
      await expect.poll(() => provider.synced, { timeout: 20_000 }).toBe(true)
      expect(doc.getMap('excerpts').has(excerpt.id)).toBe(true)
      doc.transact(() => {
        const cites = Y.Array.from([
          new Y.Map(Object.entries({ id: 'c1', source: source.id, excerpt: excerpt.id })),
        ])
        doc.getMap('citations').set(
          'k7f2',
          new Y.Map<unknown>([
            ['cites', cites],
            ['covers', 'sentence'],
          ]),
        )
        const paragraph = doc.getXmlFragment('body').get(0) as Y.XmlElement
        const line = new Y.XmlText()
        paragraph.insert(0, [line])
        line.insert(0, 'Exports fell by a third.')
        const citation = new Y.XmlElement('citation')
        citation.setAttribute('id', 'k7f2')
        line.insertEmbed(line.length, citation)
      })
      await expect
        .poll(() => api.get(`/api/briefs/${brief.id}/export.md`), { timeout: 20_000 })
        .toMatch(/^Exports fell by a third\.\[\^k7f2\]$/m)
    } finally {
      provider.destroy()
      doc.destroy()
    }

    const file: string = await api.get(`/api/briefs/${brief.id}/export.md`)
    expect(file).toMatch(/^\[\^k7f2\]: .*“the fall in exports at a third”/m)
    const copy = await api.post('/api/briefs/import', { markdown: file })
    expect(await api.get(`/api/briefs/${copy.id}/export.md`)).toBe(file)
    expect(await api.get(`/api/briefs/${brief.id}/checks`)).toEqual([])
    expect((await api.ask('DELETE', `/api/briefs/${brief.id}`)).status).toBe(204)
  })

  it('may be written with the types of the server', async () => {
    const api = hc<AppType>(server.url, { headers: { authorization: `Bearer ${token}` } }).api
    const made = await api.briefs.$post({ json: { title: 'Typed' } })
    expect(made.status).toBe(201)
    const brief = await made.json()
    const sources = await api.briefs[':id'].sources.$get({ param: { id: brief.id } })
    expect(await sources.json()).toEqual([])
  })

  it('is known by its own token only', async () => {
    for (const authorization of [`Bearer ${token}x`, `Basic ${token}`, token]) {
      const { status, body } = await clientOf(server.url, { authorization }).ask('GET', '/api/briefs')
      expect([status, body.type]).toEqual([401, 'urn:vouch:refusal:not-signed-in'])
    }
  })
})
