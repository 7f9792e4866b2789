import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CaptureFound, LibraryWork, WorkDetails } from '../../../shared/wire/inputs.ts'
import { addCitation } from '../../../shared/brief/citation.ts'
import { roots } from '../../../shared/brief/document.ts'
import { expectRefusal } from '../../support/refusal.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'
import * as Y from 'yjs'

const REPORT =
  'The taskforce met twice. According to a separate briefing, exports fell by a third.\n\n' +
  'Владимир Путин said nothing of it. 北京的工作组 will meet in May. Zürich was named.'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const works = async (ask: TestServer['get'], q = ''): Promise<LibraryWork[]> =>
  (await ask(`/api/library?q=${encodeURIComponent(q)}`)).works
const search = (ask: TestServer['get'], q: string): Promise<CaptureFound[]> =>
  ask(`/api/library/search?q=${encodeURIComponent(q)}`)
const details = (ask: TestServer['get'], work: string): Promise<WorkDetails> =>
  ask(`/api/library/work?work=${encodeURIComponent(work)}`)

/** A brief with one source of this text, one excerpt of it, and a sentence that rests on it. */
const briefWith = async (title: string, text: string, item: Record<string, unknown>) => {
  const brief = await server.newBrief(title)
  const path = `/api/briefs/${brief.id}`
  const { source, capture } = await server.post(`${path}/sources`, { text, item })
  const start = text.indexOf('exports')
  const excerpt = await server.post(`${path}/excerpts`, {
    sourceId: source.id,
    capture: capture.hash,
    start,
    end: start + 'exports fell'.length,
    via: ['a separate briefing'],
  })
  await server.services.rooms.transact(brief.id, (doc) => {
    const paragraph = new Y.XmlElement('paragraph')
    const words = new Y.XmlText()
    const citation = addCitation(doc, { cites: [{ source: source.id, excerpt: excerpt.id }] })
    words.insert(0, 'Exports fell steeply.')
    const node = new Y.XmlElement('citation')
    node.setAttribute('id', citation)
    words.insertEmbed(20, node)
    paragraph.insert(0, [words])
    roots(doc).body.insert(0, [paragraph])
  })
  return { id: brief.id, path, source, capture, excerpt }
}

describe('The library', () => {
  it('lists each work once, with the briefs and sentences that rest on it', async () => {
    const item = { type: 'report', title: 'The taskforce', DOI: '10.1000/T.1', author: [{ family: 'Lima' }] }
    const first = await briefWith('First brief', REPORT, item)
    await briefWith('Second brief', `${REPORT} Again.`, { ...item, DOI: 'https://doi.org/10.1000/t.1' })
    expect(await works(server.get, 'lima')).toMatchObject([
      { work: 'doi:10.1000/t.1', briefs: 2, cited: 2, excerpts: 2 },
    ])
    const { uses, origins } = await details(server.get, 'doi:10.1000/t.1')
    expect(uses.map((use) => use.title).toSorted()).toEqual(['First brief', 'Second brief'])
    expect(uses[0]!.sentences).toMatchObject([{ sentence: 'Exports fell steeply.', placed: true }])
    expect(uses.find((use) => use.brief === first.id)!.excerpts[0]).toMatchObject({ id: first.excerpt.id })
    // Two briefs took the same briefing from the same report.
    expect(origins).toMatchObject([{ name: 'a separate briefing' }])
  })

  it('finds words of saved copies in any script, whole or begun, and says where they stand', async () => {
    const text = `${REPORT} The zanzibar clause stays.`
    const brief = await briefWith('Search', text, { type: 'article', title: 'Searched' })
    for (const typed of [
      'zanzib',
      'taskforce zanzibar clause',
      'Putin zanzibar',
      'Путин zanzibar',
      'zurich zanzibar',
      '工作组 zanzibar',
    ])
      expect(
        (await search(server.get, typed)).map((found) => found.places[0]?.brief),
        typed,
      ).toEqual([brief.id])
    const [found] = await search(server.get, 'zanzibar clause')
    const [passage] = found!.passages
    expect(text.slice(passage!.start, passage!.end)).toBe('zanzibar clause')
    expect(passage).toMatchObject({ words: 'zanzibar clause', after: ' stays.' })
    expect(await search(server.get, 'zanzibar nowhere')).toEqual([])
    for (const odd of ['', '   ', '"', '*', 'a" OR "b', 'NEAR(', '{plain} : x', "'; drop table briefs; --"])
      expect(Array.isArray(await search(server.get, odd)), odd).toBe(true)
  })

  it('shows nobody a brief, a work or a word that they may not read', async () => {
    const secret = await briefWith('Secret', `${REPORT} The ultramarine plan.`, {
      type: 'report',
      title: 'Ultramarine',
      URL: 'https://example.org/ultramarine',
    })
    const shared = await server.newBrief('Shared')
    const ben = await server.invite(shared.id, 'editor')
    expect(await works(server.get, 'ultramarine')).toHaveLength(1)
    expect(await works(ben.get, 'ultramarine')).toEqual([])
    expect(await search(ben.get, 'ultramarine')).toEqual([])
    expectRefusal(
      await ben.ask('GET', '/api/library/work?work=url%3Aexample.org%2Fultramarine'),
      'no-such-source',
    )
    expectRefusal(
      await ben.ask('POST', `/api/briefs/${shared.id}/sources/from-library`, {
        brief: secret.id,
        source: secret.source.id,
      }),
      'no-such-brief',
    )
    expectRefusal(await server.anonymous.ask('GET', '/api/library'), 'not-signed-in')
  })

  it('brings a work with its saved copy and chosen excerpts into another brief, once', async () => {
    const from = await briefWith('From', `${REPORT} Cobalt.`, { type: 'report', title: 'Cobalt report' })
    const into = await server.newBrief('Into')
    const ben = await server.invite(into.id, 'viewer')
    expectRefusal(await ben.ask('GET', `/api/captures/${from.capture.hash}`), 'no-such-capture')
    const body = { brief: from.id, source: from.source.id, excerpts: [from.excerpt.id] }
    const address = `/api/briefs/${into.id}/sources/from-library`
    const taken = await server.post(address, body)
    expect(taken).toMatchObject({ added: true, excerpts: 1, source: { item: { title: 'Cobalt report' } } })
    // Who may read the brief may read the copy now.
    expect((await ben.ask('GET', `/api/captures/${from.capture.hash}`)).status).toBe(200)
    expect(await server.post(address, body)).toMatchObject({ added: false, excerpts: 0 })
    expect(await server.get(`/api/briefs/${into.id}/sources`)).toHaveLength(1)
    expect(await works(server.get, 'cobalt')).toMatchObject([{ briefs: 2, excerpts: 2, cited: 1 }])
    expectRefusal(await ben.ask('POST', address, body), 'not-allowed')
    expectRefusal(await server.ask('POST', address, { ...body, source: 'none' }), 'no-such-source')
  })

  it('lets a brief hold the copies that came with pasted text, where its writer may read them', async () => {
    const from = await briefWith('Pasted from', `${REPORT} Chartreuse.`, {
      type: 'report',
      title: 'Chartreuse',
    })
    const into = await server.newBrief('Pasted into')
    const ben = await server.invite(into.id, 'editor')
    const carol = await server.invite(into.id, 'viewer', 'Carol')
    const address = `/api/briefs/${into.id}/sources/copies`
    const hashes = [from.capture.hash, '0'.repeat(64)]
    const reads = async () => (await carol.ask('GET', `/api/captures/${from.capture.hash}`)).status
    // Ben cannot read the other brief: knowing the hash gives him nothing, and nobody else.
    expect((await ben.ask('POST', address, { hashes })).status).toBe(204)
    expect([await reads(), (await ben.ask('GET', `/api/captures/${from.capture.hash}`)).status]).toEqual([
      404, 404,
    ])
    expect((await server.ask('POST', address, { hashes })).status).toBe(204)
    expect(await reads()).toBe(200)
    expectRefusal(await carol.ask('POST', address, { hashes }), 'not-allowed')
    expectRefusal(await server.ask('POST', address, { hashes: ['x'] }), 'invalid')
  })

  it('grades a work for everybody who has it, with who and why, and keeps what was said before', async () => {
    const item = { type: 'report', title: 'Magenta', DOI: '10.1000/magenta' }
    const brief = await briefWith('Magenta', `${REPORT} Magenta.`, item)
    expect(await works(server.get, 'magenta')).toMatchObject([{ grade: null }])
    const grade = (who: Pick<TestServer, 'ask'>, body: Record<string, unknown>) =>
      who.ask('PUT', '/api/library/grade', { work: 'doi:10.1000/magenta', ...body })
    expect((await grade(server, { grade: 'B', why: 'A record of fifty years' })).status).toBe(204)
    expect((await grade(server, { grade: 'official' })).status).toBe(204)
    expect(await works(server.get, 'magenta')).toMatchObject([{ grade: 'official' }])
    const { events } = await details(server.get, 'doi:10.1000/magenta')
    expect(events).toMatchObject([
      { kind: 'graded', grade: 'official', by: 'Owner' },
      { kind: 'graded', grade: 'B', why: 'A record of fifty years' },
    ])
    expect((await grade(server, { grade: null })).status).toBe(204)
    expect(await works(server.get, 'magenta')).toMatchObject([{ grade: null }])
    expectRefusal(await grade(server, { grade: 'best' }), 'invalid')
    const reader = await server.invite(brief.id, 'viewer', 'Rea')
    expectRefusal(await grade(reader, { grade: 'A' }), 'not-allowed')
    const stranger = await server.invite((await server.newBrief()).id, 'editor', 'Stan')
    expectRefusal(await grade(stranger, { grade: 'A' }), 'no-such-source')
    expectRefusal(
      await reader.ask('PUT', '/api/library/settings', { gradeScale: 'admiralty' }),
      'not-allowed',
    )
    expect(await server.get('/api/library/settings')).toEqual({ gradeScale: 'plain' })
  })

  it('gives long libraries page by page', async () => {
    const brief = await server.newBrief('Many')
    await server.services.rooms.transact(brief.id, (doc) => {
      for (let n = 0; n < 120; n++) {
        const map = new Y.Map<unknown>([
          ['key', `paged_${n}`],
          ['addedAt', `2026-01-01T00:00:${String(n % 60).padStart(2, '0')}.000Z`],
        ])
        map.set('item', new Y.Map(Object.entries({ type: 'report', title: `Paged work ${n}` })))
        map.set('captures', new Y.Array())
        roots(doc).sources.set(`s${n}`, map)
      }
    })
    expect((await server.get('/api/library?q=paged')).total).toBe(120)
    const seen = new Set<string>()
    let cursor: string | null = ''
    while (cursor !== null) {
      const page: { works: LibraryWork[]; cursor: string | null } = await server.get(
        `/api/library?q=paged${cursor ? `&before=${encodeURIComponent(cursor)}` : ''}`,
      )
      for (const { work } of page.works) seen.add(work)
      cursor = page.cursor
    }
    expect(seen.size).toBe(120)
  })

  it('forgets what a deleted brief held', async () => {
    const brief = await briefWith('Gone', `${REPORT} Vermilion.`, { type: 'report', title: 'Vermilion' })
    expect(await works(server.get, 'vermilion')).toHaveLength(1)
    await server.delete(brief.path)
    expect(await works(server.get, 'vermilion')).toEqual([])
    expect(await search(server.get, 'vermilion')).toEqual([])
  })
})
