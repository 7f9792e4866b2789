import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal } from '../../support/refusal.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'

let server: TestServer
let briefId: string
let path: string
let html: string
beforeAll(async () => {
  server = await startTestServer()
  briefId = (await server.newBrief()).id
  path = `/api/briefs/${briefId}/sources`
  html = await readFile('test/fixtures/articles/council.html', 'utf8')
})
afterAll(() => server.close())

const address = 'https://news.example/council?session=1'

describe('A page as its reader had it', () => {
  it('is read like any page, under its address and the day', async () => {
    const { status, body } = await server.ask('POST', path, { html, address })
    expect(status).toBe(201)
    expect(body.capture).toMatchObject({ mediaType: 'text/html', encoding: 'utf-8' })
    expect(body.source.item).toMatchObject({ URL: address, author: [{ family: 'Brandt', given: 'Nadia' }] })
    expect(body.source.item.accessed['date-parts'][0]).toHaveLength(3)
    expect(body.excerpt).toBeUndefined()
  })

  it('keeps the words that were selected as an excerpt, whatever white space the browser put between', async () => {
    const { capture } = await server.post(path, { html, address })
    const text = await server.text(`/api/captures/${capture.hash}/text`)
    const start = text.indexOf('rationing with')
    const words = text.slice(start, start + 60)
    const { source, excerpt } = await server.post(path, {
      html,
      address,
      selection: ` ${words.replace(' ', '\n\n')} `,
    })
    const doc = await server.services.rooms.read(briefId)
    const kept = doc.getMap('excerpts').get(excerpt) as { toJSON(): { selector: { exact: string }[] } }
    expect(kept.toJSON()).toMatchObject({ source: source.id, kind: 'anchored' })
    expect(kept.toJSON().selector[1]!.exact).toBe(words.trim())
    doc.destroy()
  })

  it('is added all the same when the selected words are nowhere, or everywhere', async () => {
    for (const selection of ['words that nobody wrote there at all', 'the']) {
      const added = await server.post(path, { html, address, selection })
      expect(added.source.captures).toHaveLength(1)
      expect(added.excerpt).toBeUndefined()
    }
  })

  it('is read as the characters that came, whatever encoding it declares', async () => {
    const russian =
      '<html><head><meta charset="windows-1251"><title>Порт открыт</title></head><body><p>Порт вновь открылся в понедельник.</p></body></html>'
    const { capture } = await server.post(path, { html: russian, address })
    expect(await server.text(`/api/captures/${capture.hash}/text`)).toContain('Порт вновь открылся')
  })

  it('does not pass for the work of another site, and needs an address of the web', async () => {
    const borrowed = html.replace('<head>', '<head><link rel="canonical" href="https://example.org/other">')
    expect((await server.post(path, { html: borrowed, address })).source.item.URL).toBe(address)
    for (const wrong of ['file:///home/ana/page.html', 'javascript:alert(1)', 'no address'])
      expectRefusal(await server.ask('POST', path, { html, address: wrong }), 'invalid')
  })
})

describe('The window that takes such a page', () => {
  it('alone may be talked to by the page that opened it', async () => {
    const opener = async (at: string) =>
      (await server.ask('GET', at)).headers.get('cross-origin-opener-policy')
    expect(await opener('/collect')).toBe('unsafe-none')
    for (const at of ['/', '/b/some', '/collect/', '/collector', '/api/session'])
      expect(await opener(at)).toBe('same-origin')
  })
})
