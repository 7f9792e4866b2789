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
