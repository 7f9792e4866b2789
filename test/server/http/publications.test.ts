import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changeAbout } from '../../../shared/brief/about.ts'
import { readBrief } from '../../../shared/brief/read.ts'
import { wordsOf } from '../../../shared/brief/excerpt.ts'
import { changeSource, readSources } from '../../../shared/brief/source.ts'
import { roots } from '../../../shared/brief/document.ts'
import { makeElement } from '../../../shared/brief/body.ts'
import { dayOf } from '../../../shared/export/html-notes.ts'
import { expectRefusal } from '../../support/refusal.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'

let server: TestServer
let exampleId: string
beforeAll(async () => {
  server = await startTestServer()
  exampleId = (await server.get('/api/briefs'))[0].id
})
afterAll(() => server.close())

const newBrief = async () => (await server.post('/api/briefs', { title: 'Valmere', copyOf: exampleId })).id
const publish = (id: string, input: object = {}) => server.post(`/api/briefs/${id}/publications`, input)
const read = async (url: string) => {
  const { status, headers, body } = await server.anonymous.ask('GET', url.replace(server.url, ''))
  return { status, headers, page: body as string }
}
const write = (id: string, words: string) =>
  server.services.rooms.transact(id, (doc) =>
    roots(doc).body.insert(0, [makeElement({ type: 'paragraph', content: [{ type: 'text', text: words }] })]),
  )
const stored = async (id: string) => {
  const doc = await server.services.rooms.read(id)
  return readBrief(doc)
}

describe('A published version', () => {
  it('speaks the language of its brief; a page of no brief that of its reader', async () => {
    const id = await newBrief()
    await server.services.rooms.transact(id, (doc) => changeAbout(doc, { lang: 'de-DE' }))
    const { page } = await read((await publish(id)).url)
    expect(page).toContain('<html lang="de-DE"')
    expect(page).toContain('Fassung 1 · veröffentlicht am ')
    expect(page).toContain('>Worauf sich die Belege stützen</h2>')
    for (const english of ['Back to the text', 'Sentence checked', 'aria-label="Citation', '(accessed '])
      expect(page).not.toContain(english)
    const nothing = await server.anonymous.ask('GET', '/r/nobody-has-this', undefined, {
      'accept-language': 'fr, de-AT;q=0.8, en;q=0.5',
    })
    expect(nothing.body).toContain('<html lang="de-AT">')
    expect(nothing.body).toContain('<h1>Hier ist nichts veröffentlicht</h1>')
    expect(nothing.headers.get('vary')).toContain('accept-language')
  })

  it('is a page for whoever has the address, and stays as it was', async () => {
    const id = await newBrief()
    const version = await publish(id)
    expect(version).toMatchObject({ number: 1, by: 'Owner', openly: false, embargoUntil: null, ended: null })
    const { status, headers, page } = await read(version.url)
    expect(status).toBe(200)
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'/)
    expect(headers.get('set-cookie')).toBeNull()
    expect(page).not.toMatch(/<script/)
    expect(page).toContain('<h1>Valmere</h1>')
    await write(id, 'Written after the day.')
    expect((await read(version.url)).page).toBe(page)
    const again = await server.anonymous.ask('GET', new URL(version.url).pathname, undefined, {
      'if-none-match': headers.get('etag')!,
    })
    expect(again.status).toBe(304)
  })

  it('says of each note who says it, via whom, when it was saved and who checked it, and nothing from inside', async () => {
    const id = await newBrief()
    const brief = await stored(id)
    const { page } = await read((await publish(id)).url)
    const held = [...brief.excerpts.values()].find(
      (each) => each.kind === 'anchored' && each.says && each.via.length > 0,
    )!
    expect(page).toContain(held.says!.name)
    expect(page).toContain(`via ${held.via[0]}`)
    const check = [...brief.checks.values()][0]!
    expect(page).toContain(`Sentence checked by ${check.by.name}, ${dayOf(check.at)}; unchanged since`)
    expect(page).toContain('No check of the sentence is recorded')
    expect(page).toMatch(/Saved \d+ \w+ \d{4}/)
    expect(page).not.toMatch(/SHA-256|[0-9a-f]{64}/)
    for (const { note } of [...brief.excerpts.values(), ...brief.sources.values()])
      if (note) expect(page).not.toContain(note)
  })

  it('is kept from robots unless it is published openly', async () => {
    const id = await newBrief()
    const kept = await read((await publish(id)).url)
    expect(kept.headers.get('x-robots-tag')).toBe('noindex, nofollow')
    expect(kept.page).toContain('<meta name="robots" content="noindex, nofollow">')
    const open = await read((await publish(id, { openly: true })).url)
    expect(open.headers.get('x-robots-tag')).toBeNull()
    expect(open.page).not.toContain('name="robots"')
  })

  it('leads to a later one, which says what changed', async () => {
    const id = await newBrief()
    const first = await publish(id)
    await write(id, 'The law <b> came in May.')
    const second = await publish(id)
    expect(second.number).toBe(2)
    expect((await read(first.url)).page).toContain(
      `<a href="${new URL(second.url).pathname}">read version 2</a>`,
    )
    const { page } = await read(second.url)
    expect(page).toMatch(/What changed since version 1 of [^<]+: 1 sentence</)
    expect(page).toContain('<li><b>Added</b> <ins>The law &lt;b&gt; came in May.</ins></li>')
    expect(page).not.toContain('A later version')
    const list = await server.get(`/api/briefs/${id}/publications`)
    expect(list.map(({ number }: { number: number }) => number)).toEqual([2, 1])
  })

  it('before its embargo ends is a page without a word of it, and no readers are told of it', async () => {
    const id = await newBrief()
    const first = await publish(id)
    const later = await publish(id, { embargoUntil: '2999-05-03T14:00:00+02:00' })
    const { status, page } = await read(later.url)
    expect(status).toBe(200)
    expect(page).toContain('It can be read here from 3 May 2999, 12:00 UTC.')
    expect(page).not.toContain('Valmere')
    expect((await read(first.url)).page).not.toContain('A later version')
  })

  it('can be taken back for good, with what later ones told of it', async () => {
    const id = await newBrief()
    await write(id, 'A mistake stands here.')
    const first = await publish(id)
    await server.services.rooms.transact(id, (doc) => roots(doc).body.delete(0, 1))
    const second = await publish(id)
    expect((await read(second.url)).page).toContain('A mistake stands here.')
    await server.delete(`/api/briefs/${id}/publications/${first.id}`)
    const gone = await read(first.url)
    expect([gone.status, gone.page.includes('This was taken back')]).toEqual([410, true])
    expect((await read(second.url)).page).not.toContain('A mistake stands here.')
    expectRefusal(
      await server.ask('DELETE', `/api/briefs/${id}/publications/${first.id}`),
      'no-such-publication',
    )
    expect((await server.get(`/api/briefs/${id}/publications`))[1].ended).toMatch(/^\d{4}-/)
    expect((await read(`${server.url}/r/nothing`)).status).toBe(404)
  })

  it('is made and taken back by who may write, and seen by who may read', async () => {
    const id = await newBrief()
    const viewer = await server.invite(id, 'viewer')
    const editor = await server.invite(id, 'editor', 'Cem')
    expectRefusal(await viewer.ask('POST', `/api/briefs/${id}/publications`, {}), 'not-allowed')
    const made = await editor.post(`/api/briefs/${id}/publications`, {})
    expect(made.by).toBe('Cem')
    expect(await viewer.get(`/api/briefs/${id}/publications`)).toHaveLength(1)
    expectRefusal(await viewer.ask('DELETE', `/api/briefs/${id}/publications/${made.id}`), 'not-allowed')
  })

  it('asks for a reason below the mark of a source, and before an embargo that does not end in time', async () => {
    const id = await newBrief()
    await server.services.rooms.transact(id, (doc) => {
      changeAbout(doc, { handling: 'TLP:GREEN', embargoUntil: '2999-01-01' })
      for (const source of readSources(doc).keys()) changeSource(doc, source, { handling: 'TLP:GREEN' })
    })
    expectRefusal(
      await server.ask('POST', `/api/briefs/${id}/publications`, {}),
      'reason-needed',
      /Nothing was published/,
    )
    expect((await publish(id, { embargoUntil: '2999-01-01T00:00:00Z' })).number).toBe(1)
    expect((await publish(id, { reason: 'The minister spoke already' })).number).toBe(2)
    expect(await server.get(`/api/briefs/${id}/export-reasons`)).toMatchObject([
      { format: 'page', why: 'The minister spoke already' },
    ])
  })

  it('loses the words of evidence that is erased', async () => {
    const id = await newBrief()
    const { url } = await publish(id)
    const brief = await stored(id)
    const cited = new Set(
      [...brief.citations.values()].flatMap(({ cites }) => cites.map(({ excerpt }) => excerpt)),
    )
    const everywhere = JSON.stringify([brief.body, [...brief.excerpts.values()].map(wordsOf)])
    const one = [...brief.excerpts.values()].find((each) => {
      const start = wordsOf(each).slice(0, 25)
      return cited.has(each.id) && start.length === 25 && everywhere.split(start).length === 2
    })!
    const words = wordsOf(one).slice(0, 25)
    expect((await read(url)).page).toContain(words)
    await server.post(`/api/briefs/${id}/erase`, { kind: 'excerpt', target: one.id, why: 'Asked by a court' })
    const { page } = await read(url)
    expect(page).not.toContain(words)
    expect(page).toContain('Evidence erased')
    const row = await server.services.db
      .selectFrom('publications')
      .select('frozen')
      .where('brief', '=', id)
      .executeTakeFirstOrThrow()
    expect(row.frozen).not.toContain(words)
  })
})
