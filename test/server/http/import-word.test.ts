import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readBrief } from '../../../shared/brief/read.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

describe('A Word file as a brief', () => {
  it('comes in with its headings, lists, tables and every word', async () => {
    const markdown = [
      '# Findings',
      'Exports fell.',
      '- One\n- Two',
      '| A | B |\n| --- | --- |\n| 1 | 2 |',
      '> Said so.',
    ].join('\n\n')
    const made = await server.post('/api/briefs/import', { markdown, title: 'Sent round' })
    const address = `${server.url}/api/briefs/${made.id}/export.docx`
    const docx = await (await fetch(address, { headers: server.headers })).blob()
    const { status, body } = await server.upload('/api/briefs/import', docx, 'back.docx')
    expect(status).toBe(201)
    expect(body.report).toEqual([])
    const brief = readBrief(await server.services.rooms.read(body.id))
    const content = brief.body.content!
    expect(brief.about.title).toBe('Sent round')
    expect(content.map(({ type }) => type)).toEqual([
      'heading',
      'paragraph',
      'bulletList',
      'table',
      'blockquote',
    ])
    expect(content[3]!.content!.map(({ content: cells }) => cells!.map(({ type }) => type))).toEqual([
      ['tableHeader', 'tableHeader'],
      ['tableCell', 'tableCell'],
    ])
    expect(JSON.stringify(content)).toContain('Exports fell.')
  })

  it('is refused when it is none', async () => {
    const count = async () => (await server.get('/api/briefs')).length
    const before = await count()
    const damaged = new Blob([Buffer.from('PK\u0003\u0004 and nothing more')])
    const { status } = await server.upload('/api/briefs/import', damaged, 'back.docx')
    expect(status).toBe(415)
    expect(await count()).toBe(before)
  })
})

describe('A Word file with pictures, larger than a text', () => {
  it.each(['word', 'export.docx'])('is taken by the address %s, and read', async (address) => {
    const { id } = await server.post('/api/briefs/import', { markdown: 'Exports fell.', title: 'Sent round' })
    const file = await fetch(`${server.url}/api/briefs/${id}/export.docx`, { headers: server.headers })
    const docx = Buffer.from(await file.arrayBuffer())
    // Read, and refused for what it is, not for its size.
    const large = new Blob([Buffer.alloc(3 * 1024 * 1024, 'x')])
    const asked = (content: Blob) =>
      fetch(`${server.url}/api/briefs/${id}/${address}`, {
        method: 'POST',
        headers: server.headers,
        body: formWith(content),
      })
    expect((await asked(new Blob([docx]))).status).toBe(200)
    const refused = (await (await asked(large)).json()) as { type: string }
    expect(refused.type).not.toContain('too-large')
  })
})

const formWith = (file: Blob) => {
  const form = new FormData()
  form.set('file', file, 'back.docx')
  return form
}
