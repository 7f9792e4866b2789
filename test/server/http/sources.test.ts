import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { CannotCarry } from '../../../server/brief/carrier.ts'
import { addSource } from '../../../shared/brief/source.ts'
import type { RefusalCode } from '../../../shared/wire/refusal.ts'
import { TEXT_LIMIT } from '../../../shared/wire/inputs.ts'
import { expectRefusal } from '../../support/refusal.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'

let server: TestServer
let path: string
let briefId: string
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  briefId = (await server.newBrief()).id
  path = `/api/briefs/${briefId}/sources`
})

const article = (name: string) => readFile(`test/fixtures/articles/${name}`)
const TEXT =
  'Port reopens\n\nThe port of Sorve reopened on Monday, two officials said.\n\n' +
  'It had been closed since the storm of the week before, which took down two of its four cranes.\n\n' +
  'Exports fell by a third.'

/** Everything that a refused request might have left half-done. */
const stored = async () => {
  const { db } = server.services
  const count = async (table: 'captures' | 'brief_captures' | 'document_updates') =>
    (
      await db
        .selectFrom(table)
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
    ).n
  return [
    await count('captures'),
    await count('brief_captures'),
    await count('document_updates'),
    await server.get(path),
  ]
}

describe('Adding a source', () => {
  it('keeps pasted text as a capture under the SHA-256 of its bytes', async () => {
    const item = { type: 'article-newspaper', title: 'Port reopens', 'container-title': 'HarbourLedger' }
    const added = await server.ask('POST', path, { text: TEXT, item })
    expect(added.status).toBe(201)
    const hash = createHash('sha256').update(TEXT).digest('hex')
    expect(added.body.source).toMatchObject({ key: 'harbourledger', item, addedBy: { name: 'Owner' } })
    expect(added.body.source.captures).toMatchObject([{ hash, mediaType: 'text/plain', length: TEXT.length }])
    expect(added.body.capture).toMatchObject({ hash, encoding: 'utf-8', bytes: TEXT.length })
    expect(await server.text(`/api/captures/${hash}/text`)).toBe(TEXT)
    expect(await server.get(path)).toEqual([added.body.source])
  })

  it.each([
    ['council.txt', 'text/plain', 'utf-8'],
    ['council.md', 'text/markdown', 'utf-8'],
    ['council.html', 'text/html', 'utf-8'],
    ['council.windows-1252.txt', 'text/plain', 'windows-1252'],
    ['council.utf-16le.txt', 'text/plain', 'utf-16le'],
  ])('takes the file %s', async (name, mediaType, encoding) => {
    const bytes = await article(name)
    const { status, body } = await server.upload(path, new Blob([bytes]), name)
    expect(status).toBe(201)
    expect(body.capture).toMatchObject({ mediaType, encoding, filename: name, bytes: bytes.length })
    expect(body.capture.hash).toBe(createHash('sha256').update(bytes).digest('hex'))
    const text = await server.text(`/api/captures/${body.capture.hash}/text`)
    expect(text).toContain('“rationing with a letterhead”')
    expect(text).toHaveLength(body.capture.length)
    const blocks = body.capture.blocks.map((b: { start: number; end: number }) => text.slice(b.start, b.end))
    expect(blocks.join('\n\n')).toBe(text)
  })

  it('takes what the page says of itself, and what the person says before it', async () => {
    const page = new Blob([await article('council.html')])
    const { body } = await server.upload(path, page, 'council.html')
    expect(body.source.item).toMatchObject({
      author: [{ family: 'Brandt', given: 'Nadia' }],
      issued: { 'date-parts': [[2025, 2, 18]] },
    })
    const text = '<html><head><title>Port</title></head><body><p>Exports fell by a third.</p></body></html>'
    const said = await server.post(path, { text, item: { title: 'Exports', publisher: 'Sorve' } })
    expect(said.source.item).toMatchObject({ type: 'webpage', title: 'Exports', publisher: 'Sorve' })
  })

  it('takes a work that has no text here', async () => {
    const { source, capture } = await server.post(path, {
      item: { type: 'interview', title: 'Talk with the harbour master' },
    })
    expect(source).toMatchObject({ captures: [], item: { type: 'interview' } })
    expect(capture).toBeUndefined()
  })

  it('gives two works of one author and year keys of their own', async () => {
    const item = { type: 'report', author: [{ family: 'Brandt' }], issued: { 'date-parts': [[2025]] } }
    const keys = [await server.post(path, { item }), await server.post(path, { item })].map(
      (each) => each.source.key,
    )
    expect(keys).toEqual(['brandt_2025', 'brandt_2025_2'])
  })

  it('stores the same bytes once, for each brief that holds them', async () => {
    const text = `${TEXT} Said in this test alone.`
    const first = await server.post(path, { text })
    const other = await server.newBrief()
    const second = await server.post(`/api/briefs/${other.id}/sources`, { text })
    expect(second.capture.hash).toBe(first.capture.hash)
    await server.delete(`/api/briefs/${briefId}`)
    expect(await server.text(`/api/captures/${second.capture.hash}/text`)).toBe(text)
    await server.delete(`/api/briefs/${other.id}`)
    const left = await server.services.db
      .selectFrom('captures')
      .select('hash')
      .where('hash', '=', first.capture.hash)
      .execute()
    expect(left).toEqual([])
  })
})

describe('A source that cannot be taken', () => {
  const binary = new Uint8Array(3000).map((_, i) => (i * 7919) % 256)
  const cut = new TextEncoder().encode('Über Häfen und Größe: ').slice(0, -1)
  const damaged = new Uint8Array([...cut, 0xff, 0xfe, ...cut])

  const files: [
    what: string,
    bytes: Uint8Array | string,
    name: string,
    code: RefusalCode,
    sentence: RegExp,
  ][] = [
    ['an empty file', '', 'empty.txt', 'empty-text', /no text in it/],
    ['a file of white space', ' \n\t\n', 'blank.md', 'empty-text', /no text in it/],
    [
      'a page without words',
      '<html><body><img src=x></body></html>',
      'page.html',
      'empty-text',
      /no text in it/,
    ],
    ['a binary file', binary, 'noise.txt', 'not-text', /does not read as text/],
    ['wrongly encoded text', damaged, 'mixed.txt', 'not-text', /damaged: .* at byte \d+\. Nothing was added/],
    ['a text above 10 MB', 'x'.repeat(TEXT_LIMIT + 1), 'large.txt', 'too-large', /larger than 10 MB/],
    ['a PDF that was cut', '%PDF-1.7 …', 'paper.txt', 'unreadable', /damaged and cannot be read/],
    ['a Word document that is none', 'words', 'paper.docx', 'unreadable', /damaged and cannot be read/],
    ['a kind that is not known', 'words', 'paper.pages', 'unknown-kind', /ends in \.pages/],
    [
      'a page nested too deep',
      `<html><body>${'<div>'.repeat(100_000)}hello`,
      'deep.html',
      'too-large',
      /nested too deep/,
    ],
  ]
  it.each(files)('is refused and leaves nothing: %s', async (_, bytes, name, code, sentence) => {
    const before = await stored()
    expectRefusal(await server.upload(path, new Blob([bytes as BlobPart]), name), code, sentence)
    expect(await stored()).toEqual(before)
  })

  it.each([
    ['empty text', { text: '' }, 'empty-text', /no text in it/],
    ['text above 10 MB', { text: 'é'.repeat(TEXT_LIMIT / 2 + 1) }, 'too-large', /larger than 10 MB/],
    [
      'a text that is no string',
      { text: 5, item: { title: 'x' } },
      'invalid',
      /"text" must be of type string/,
    ],
    ['neither text nor a work', {}, 'invalid', /missing/],
    [
      'a title of 10,000 characters',
      { item: { title: 'x'.repeat(10_000) } },
      'invalid',
      /"item\.title" is too long: at most 2000/,
    ],
  ] as const)('is refused and leaves nothing: %s', async (_, input, code, sentence) => {
    const before = await stored()
    expectRefusal(await server.ask('POST', path, input), code, sentence)
    expect(await stored()).toEqual(before)
  })

  it('is refused when the request is larger than any text could make it', async () => {
    const before = await stored()
    expectRefusal(await server.ask('POST', path, { text: 'x'.repeat(25 * 1024 * 1024) }), 'too-large')
    expect(await stored()).toEqual(before)
  })

  it('is refused when the form has no file', async () => {
    const form = new FormData()
    form.set('document', 'words')
    const response = await fetch(server.url + path, { method: 'POST', headers: server.headers, body: form })
    const answer = { status: response.status, headers: response.headers, body: await response.json() }
    expectRefusal(answer, 'invalid', /"file"/)
  })

  it('leaves nothing when the document cannot be written', async () => {
    const before = await stored()
    const { rooms } = server.services
    const { transact } = rooms
    rooms.transact = () => Promise.reject(new Error('The disk is full.'))
    try {
      expect((await server.ask('POST', path, { text: 'Words of this test alone.' })).status).toBe(500)
    } finally {
      rooms.transact = transact
    }
    expect(await stored()).toEqual(before)
  })
})

describe('A new capture of the same work', () => {
  it('says how each excerpt stands in it', async () => {
    const { source, capture } = await server.post(path, { text: TEXT })
    const mark = async (words: string) => {
      const start = TEXT.indexOf(words)
      const passage = { sourceId: source.id, capture: capture.hash, start, end: start + words.length }
      return (await server.post(`/api/briefs/${briefId}/excerpts`, passage)).id
    }
    const kept = await mark('The port of Sorve reopened on Monday')
    const changed = await mark('Exports fell by a third')
    const later = TEXT.replace('third', 'quarter')
    const { status, body } = await server.ask('POST', `${path}/${source.id}/captures`, { text: later })
    expect(status).toBe(201)
    expect(body.capture.length).toBe(later.length)
    expect(body.anchors).toMatchObject([
      { excerpt: kept, state: 'exact' },
      { excerpt: changed, state: 'changed' },
    ])
    const [again] = await server.get(path)
    expect(again.captures.map((each: { hash: string }) => each.hash)).toEqual([
      capture.hash,
      body.capture.hash,
    ])
  })

  it('is told among the checks where words that are cited changed', async () => {
    const brief = await server.newBrief('Ports')
    const at = `/api/briefs/${brief.id}`
    const { source, capture } = await server.post(`${at}/sources`, { text: TEXT })
    const start = TEXT.indexOf('Exports fell by a third')
    const excerpt = await server.post(`${at}/excerpts`, {
      sourceId: source.id,
      capture: capture.hash,
      start,
      end: start + 'Exports fell by a third'.length,
    })
    await server.post(`${at}/sources/${source.id}/captures`, { text: TEXT.replace('third', 'quarter') })
    expect(await server.get(`${at}/checks`)).toMatchObject([
      { kind: 'source-changed', excerpt: excerpt.id, message: expect.stringContaining('another number') },
    ])
  })

  it('is added though it cannot be compared, and that is said in a sentence', async () => {
    const { source, capture } = await server.post(path, { text: TEXT })
    const passage = { sourceId: source.id, capture: capture.hash, start: 0, end: 8 }
    await server.post(`/api/briefs/${briefId}/excerpts`, passage)
    const { carrier } = server.services
    const { carry } = carrier
    carrier.carry = () => Promise.reject(new CannotCarry('comparing them broke off'))
    try {
      const again = await server.post(`${path}/${source.id}/captures`, { text: `New. ${TEXT}` })
      expect(again).toMatchObject({
        anchors: [],
        incomplete: expect.stringMatching(/are kept; open the brief/),
      })
      const checks = await server.get(`/api/briefs/${briefId}/checks`)
      expect(checks).toContainEqual({ kind: 'source-not-compared', message: again.incomplete })
    } finally {
      carrier.carry = carry
    }
    const sources: { id: string; captures: unknown[] }[] = await server.get(path)
    expect(sources.find(({ id }) => id === source.id)!.captures).toHaveLength(2)
  })

  it('is taken as a file, as text or as mark-up, and the same bytes twice are one', async () => {
    const { source } = await server.post(path, { text: TEXT })
    const captures = `${path}/${source.id}/captures`
    const file = await server.upload(captures, new Blob([`${TEXT} Twice.`]), 'port.txt')
    const again = await server.post(captures, { text: `${TEXT} Twice.` })
    const page = await server.post(captures, { html: '<p>The port of <b>Sorve</b> reopened.</p>' })
    expect(again.capture.hash).toBe(file.body.capture.hash)
    expect(await server.text(`/api/captures/${page.capture.hash}/text`)).toBe('The port of Sorve reopened.')
    const [{ captures: named }] = await server.get(path)
    expect(named).toHaveLength(3)
    expectRefusal(await server.ask('POST', captures, { text: 'a', html: '<p>b' }), 'invalid')
  })

  it('may be one that the document names already, made while its writer was away', async () => {
    const bytes = new TextEncoder().encode('Pasted on a train.')
    const hash = createHash('sha256').update(bytes).digest('hex')
    const ref = {
      hash,
      mediaType: 'text/plain',
      filename: null,
      takenAt: '2025-03-01T10:00:00.000Z',
      extractor: 'plain-1',
      length: 18,
    }
    const id = await server.services.rooms.transact(briefId, (doc) =>
      addSource(doc, { item: { type: 'document', title: 'Notes' }, captures: [ref] }),
    )
    expect((await server.ask('GET', `/api/captures/${hash}`)).status).toBe(404)
    const { capture } = await server.post(`${path}/${id}/captures`, { text: 'Pasted on a train.' })
    expect(capture.hash).toBe(hash)
    expect(await server.text(`/api/captures/${hash}/text`)).toBe('Pasted on a train.')
    expect((await server.get(path))[0].captures).toEqual([ref])
  })

  it('needs a source that is there', async () => {
    const before = await stored()
    expectRefusal(await server.ask('POST', `${path}/nothing/captures`, { text: TEXT }), 'no-such-source')
    expect(await stored()).toEqual(before)
  })
})
