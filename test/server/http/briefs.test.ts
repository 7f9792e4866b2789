import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DATABASE_FILE, openDatabase } from '../../../server/storage/database.ts'
import { readAbout } from '../../../shared/brief/about.ts'
import { readBody } from '../../../shared/brief/body.ts'
import { expectRefusal } from '../../support/refusal.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const titles = async () => (await server.get('/api/briefs')).map((each: { title: string }) => each.title)

describe('Briefs', () => {
  it('begin with the finished example, which its owner may copy with its evidence', async () => {
    const [example] = await server.get('/api/briefs')
    expect(example).toMatchObject({ example: true, role: 'owner', people: 1 })
    const copy = await server.post('/api/briefs', { title: 'Mine', copyOf: example.id })
    expect(copy).toMatchObject({ title: 'Mine', example: false, role: 'owner' })
    const sources = await server.get(`/api/briefs/${copy.id}/sources`)
    expect(sources).toHaveLength((await server.get(`/api/briefs/${example.id}/sources`)).length)

    // The copy stands by itself: the original may go.
    await server.delete(`/api/briefs/${example.id}`)
    const { hash, length } = sources.flatMap((each: { captures: unknown[] }) => each.captures)[0]
    expect(await server.text(`/api/captures/${hash}/text`)).toHaveLength(length)
    const file = await server.text(`/api/briefs/${copy.id}/export.md`)
    expect(file).toContain('title: "Mine"')
  })

  it('are made with a title and one empty paragraph, seeded once on the server', async () => {
    const made = await server.ask('POST', '/api/briefs', { title: '  Exports\n in   2024 ' })
    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({ title: 'Exports in 2024', role: 'owner', example: false, people: 1 })
    const doc = await server.services.rooms.read(made.body.id)
    expect(readAbout(doc).title).toBe('Exports in 2024')
    expect(readBody(doc).content).toMatchObject([{ type: 'paragraph' }])
    expect((await server.services.rooms.read(`${made.body.id}.discussion`)).share.size).toBe(0)
  })

  it('begin from a template in their own language', async () => {
    const begun = async (lang?: string) => {
      const { id } = await server.post('/api/briefs', { title: 'x', template: 'decision-brief', lang })
      const doc = await server.services.rooms.read(id)
      const headings = readBody(doc).content!.filter(({ type }) => type === 'heading')
      return [readAbout(doc).lang, ...headings.map(({ content }) => content![0]!.text)]
    }
    expect((await begun('de')).slice(0, 3)).toEqual(['de', 'Frage', 'Fazit'])
    expect((await begun()).slice(0, 3)).toEqual(['en-GB', 'Question', 'Bottom line'])
  })

  it('are renamed for everyone: in the document and in the list', async () => {
    const { id } = await server.newBrief('Before')
    expect(await server.patch(`/api/briefs/${id}`, { title: 'After' })).toMatchObject({ id, title: 'After' })
    expect(readAbout(await server.services.rooms.read(id)).title).toBe('After')
    expect(await titles()).toContain('After')
    expect(await titles()).not.toContain('Before')
  })

  it('keep their title in the list when it is changed in the document', async () => {
    const { id } = await server.newBrief('Before the edit')
    await server.services.rooms.transact(id, (doc) => doc.getMap('about').set('title', 'After the edit'))
    await expect.poll(titles, { timeout: 20_000 }).toContain('After the edit')
  })

  it('are listed as their documents say after a server was killed before it listed a change', async () => {
    const dir = await mkdtemp(path.join(tmpdir(), 'vouch-titles-'))
    const first = await startTestServer({ dir })
    const { id } = await first.newBrief('Listed')
    await first.services.rooms.transact(id, (doc) => doc.getMap('about').set('title', 'Stored'))
    await first.close()
    const db = await openDatabase(path.join(dir, DATABASE_FILE))
    await db.updateTable('briefs').set({ title: 'Listed' }).where('id', '=', id).execute()
    await db.destroy()

    const second = await startTestServer({ dir })
    const title = async () => (await second.get(`/api/briefs/${id}`)).title
    await expect.poll(title, { timeout: 20_000 }).toBe('Stored')
    await second.close()
    await rm(dir, { recursive: true })
  })

  it('are listed with the last changed first', async () => {
    const first = await server.newBrief('First')
    await server.newBrief('Second')
    await server.patch(`/api/briefs/${first.id}`, { title: 'First again' })
    expect((await titles()).slice(0, 2)).toEqual(['First again', 'Second'])
  })

  it('are gone for everyone when their owner deletes them', async () => {
    const { id } = await server.newBrief()
    const ben = await server.invite(id, 'editor')
    expect((await ben.ask('DELETE', `/api/briefs/${id}`)).status).toBe(403)
    expect((await server.ask('DELETE', `/api/briefs/${id}`)).status).toBe(204)
    expectRefusal(await server.ask('GET', `/api/briefs/${id}`), 'no-such-brief')
    expectRefusal(await ben.ask('GET', `/api/briefs/${id}`), 'no-such-brief')
    await expect(server.services.rooms.read(id)).rejects.toMatchObject({ code: 'no-such-brief' })
  })

  it('are not there for whoever is no member', async () => {
    const { id } = await server.newBrief()
    const ben = await server.invite((await server.newBrief()).id, 'editor')
    for (const [method, address, body] of [
      ['GET', `/api/briefs/${id}`],
      ['PATCH', `/api/briefs/${id}`, { title: 'Mine now' }],
      ['DELETE', `/api/briefs/${id}`],
      ['GET', `/api/briefs/${id}/members`],
      ['GET', `/api/briefs/${id}/links`],
      ['GET', `/api/briefs/${id}/sources`],
      ['POST', `/api/briefs/${id}/sources`, { text: 'Exports fell.' }],
      ['POST', `/api/briefs/${id}/excerpts`, { sourceId: 'x', capture: 'x', start: 0, end: 1 }],
      ['GET', `/api/briefs/${id}/checks`],
      ['GET', `/api/briefs/${id}/export.md`],
      ['POST', '/api/briefs', { title: 'A copy', copyOf: id }],
    ] as const)
      expectRefusal(await ben.ask(method, address, body), 'no-such-brief')
    expect(await server.get(`/api/briefs/${id}`)).toMatchObject({ title: 'Exports in 2024' })
  })

  it('may be written by editors, and read by commenters and viewers', async () => {
    const { id } = await server.newBrief('Shared')
    const address = `/api/briefs/${id}`
    for (const role of ['commenter', 'viewer'] as const) {
      const reader = await server.invite(id, role, role)
      expect(await reader.get(address)).toMatchObject({ role })
      expectRefusal(await reader.ask('PATCH', address, { title: 'No' }), 'not-allowed')
      expectRefusal(await reader.ask('POST', `${address}/sources`, { text: 'No' }), 'not-allowed')
      expectRefusal(await reader.ask('GET', `${address}/links`), 'not-allowed')
    }
    const editor = await server.invite(id, 'editor', 'Ed')
    expect(await editor.patch(address, { title: 'Yes' })).toMatchObject({
      title: 'Yes',
      role: 'editor',
      people: 4,
    })
    expectRefusal(await editor.ask('POST', `${address}/links`, { role: 'viewer' }), 'not-allowed')
  })

  it('refuse a title of 10,000 characters, no title, and a title that is none, and make nothing', async () => {
    const before = (await titles()).length
    const make = (title?: unknown) => server.ask('POST', '/api/briefs', { title })
    expectRefusal(
      await make('x'.repeat(10_000)),
      'invalid',
      /^"title" is too long: at most 500 characters\. Nothing was changed\.$/,
    )
    expectRefusal(await make(' \n '), 'invalid', /^"title" is empty\. Nothing was changed\.$/)
    expectRefusal(await make(), 'invalid', /^"title" is missing\. Nothing was changed\.$/)
    expectRefusal(await make(12), 'invalid', /^"title" must be of type string\. Nothing was changed\.$/)
    expectRefusal(
      await server.ask('POST', '/api/briefs', { title: 'x', template: 'memo' }),
      'invalid',
      /no template "memo"/,
    )
    expect((await titles()).length).toBe(before)
  })
})
