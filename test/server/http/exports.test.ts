import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readBrief } from '../../../shared/brief/read.ts'
import { FORMAT_NAMES, FORMATS } from '../../../shared/export/formats.ts'
import { writeAs } from '../../../shared/export/write.ts'
import { expectRefusal } from '../../support/refusal.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'

let server: TestServer
let exampleId: string
beforeAll(async () => {
  server = await startTestServer()
  exampleId = (await server.get('/api/briefs'))[0].id
})
afterAll(() => server.close())

const exported = (id: string, query = '') => server.text(`/api/briefs/${id}/export.md${query}`)
const count = async () => (await server.get('/api/briefs')).length

describe('An exported brief', () => {
  it('comes back the same, byte for byte, with its sources, excerpts and captures', async () => {
    const file = await exported(exampleId)
    const { id, report } = await server.post('/api/briefs/import', { markdown: file })
    expect(report).toEqual([])
    expect(await exported(id)).toBe(file)
    const sources = await server.get(`/api/briefs/${id}/sources`)
    expect(sources).toEqual(await server.get(`/api/briefs/${exampleId}/sources`))
    expect(await server.get(`/api/briefs/${id}`)).toMatchObject({ example: false, role: 'owner' })
  })

  it('comes back the same as a file', async () => {
    const file = await exported(exampleId)
    const { status, body } = await server.upload('/api/briefs/import', new Blob([file]), 'brief.md')
    expect(status).toBe(201)
    expect(await exported(body.id)).toBe(file)
  })

  it('is sent as a file', async () => {
    const { headers } = await server.ask('GET', `/api/briefs/${exampleId}/export.md`)
    expect(headers.get('content-type')).toBe('text/markdown; charset=utf-8')
    expect(headers.get('content-disposition')).toBe(`attachment; filename="${exampleId}.md"`)
  })

  it.each(FORMAT_NAMES)('is as .%s what the document says, byte for byte', async (format) => {
    const address = `${server.url}/api/briefs/${exampleId}/export.${format}`
    const answer = await fetch(address, { headers: server.headers })
    expect(answer.headers.get('content-type')).toBe(FORMATS[format].mediaType)
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${exampleId}.${format}"`)
    const doc = await server.services.rooms.read(exampleId)
    expect(await answer.text()).toBe(await writeAs(format, readBrief(doc)))
  })

  it('can be had in other styles, and no others', async () => {
    expect(await exported(exampleId, '?citations=pandoc')).toMatch(/\[@\w+/)
    expect(await exported(exampleId, '?evidence=none')).not.toContain('vouch:ties')
    expectRefusal(
      await server.ask('GET', `/api/briefs/${exampleId}/export.md?citations=harvard`),
      'invalid',
      /"citations" must be one of "footnotes", "pandoc", "plain"/,
    )
  })

  it('opens no capture to an importer who may not read it', async () => {
    const ben = await server.invite((await server.newBrief()).id, 'editor')
    const { id } = await ben.post('/api/briefs/import', { markdown: await exported(exampleId) })
    const sources = await ben.get(`/api/briefs/${id}/sources`)
    const { hash } = sources.flatMap((each: { captures: unknown[] }) => each.captures)[0]
    expect(await server.get(`/api/captures/${hash}`)).toMatchObject({ hash })
    expectRefusal(await ben.ask('GET', `/api/captures/${hash}`), 'no-such-capture')
  })
})

describe('Markdown from elsewhere', () => {
  it('becomes a brief, called after its file if it has no title', async () => {
    const file = new Blob([await readFile('test/fixtures/articles/council.md')])
    const { body } = await server.upload('/api/briefs/import', file, 'council notes.md')
    expect(await server.get(`/api/briefs/${body.id}`)).toMatchObject({ title: 'council notes' })
    expect(await exported(body.id)).toContain('rationing with a letterhead')
  })

  it('may be given a title, and one that is too long is cut and said', async () => {
    const titled = await server.post('/api/briefs/import', { markdown: 'Exports fell.', title: 'Exports' })
    expect(await server.get(`/api/briefs/${titled.id}`)).toMatchObject({ title: 'Exports' })
    const markdown = `---\ntitle: "${'x'.repeat(10_000)}"\n---\n\nExports fell.\n`
    const long = await server.post('/api/briefs/import', { markdown })
    expect(long.report).toContain('The title is longer than 500 characters and was cut.')
    expect((await server.get(`/api/briefs/${long.id}`)).title).toHaveLength(500)
  })

  it('is refused when it is empty, binary, too large or something else, and makes nothing', async () => {
    const before = await count()
    const upload = (bytes: BlobPart, name: string) =>
      server.upload('/api/briefs/import', new Blob([bytes]), name)
    expectRefusal(
      await server.ask('POST', '/api/briefs/import', { markdown: '\n' }),
      'empty-text',
      /Nothing was imported/,
    )
    expectRefusal(await server.ask('POST', '/api/briefs/import', {}), 'invalid', /"markdown" is missing/)
    expectRefusal(await upload(new Uint8Array(500), 'zeros.md'), 'not-text')
    expectRefusal(
      await upload('x'.repeat(10 * 1024 * 1024 + 1), 'large.md'),
      'too-large',
      /Nothing was imported/,
    )
    expectRefusal(await upload('<html><body>Hello</body></html>', 'page.md'), 'not-markdown')
    expectRefusal(await upload('PK\u0003\u0004…', 'brief.zip'), 'unreadable')
    expectRefusal(
      await server.ask('POST', '/api/briefs/import', { markdown: 'x', title: 'x'.repeat(10_000) }),
      'invalid',
      /"title" is too long/,
    )
    expectRefusal(
      await server.anonymous.ask('POST', '/api/briefs/import', { markdown: 'x' }),
      'not-signed-in',
    )
    expect(await count()).toBe(before)
  })
})

describe('The findings of a brief', () => {
  it('are none for the example', async () => {
    expect(await server.get(`/api/briefs/${exampleId}/checks`)).toEqual([])
  })

  it('name a quotation whose words are not the source’s', async () => {
    const { id } = await server.post('/api/briefs/import', { markdown: await exported(exampleId) })
    await server.services.rooms.transact(id, (doc) => {
      const quotation = doc
        .getXmlFragment('body')
        .toArray()
        .find((each) => each instanceof Y.XmlElement && each.nodeName === 'quotation')
      const words = ((quotation as Y.XmlElement).get(0) as Y.XmlElement).get(0) as Y.XmlText
      words.insert(0, 'Never: ')
    })
    const [finding] = await server.get(`/api/briefs/${id}/checks`)
    expect(finding).toMatchObject({
      kind: 'quotation-differs',
      message: expect.stringMatching(/differs from the source/),
    })
  })

  it('name a citation that lost its place', async () => {
    const { id } = await server.post('/api/briefs/import', { markdown: await exported(exampleId) })
    await server.services.rooms.transact(id, (doc) => {
      const body = doc.getXmlFragment('body')
      body.delete(0, body.length)
    })
    const findings = await server.get(`/api/briefs/${id}/checks`)
    expect(findings.length).toBeGreaterThan(0)
    expect(findings[0]).toMatchObject({
      kind: 'citation-unplaced',
      message: expect.stringMatching(/^A citation lost its place/),
    })
  })
})
