import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readExcerpts } from '../../../shared/brief/excerpt.ts'
import type { CollectionResult } from '../../../shared/wire/inputs.ts'
import { expectRefusal } from '../../support/refusal.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'
import { markedReport, rdfFile, zoteroExport, zoteroRdf } from '../../support/tiny-collection.ts'
import { tinyZip } from '../../support/tiny-zip.ts'

let server: TestServer
let id: string
let sources: string
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  id = (await server.newBrief()).id
  sources = `/api/briefs/${id}/sources`
})

const bring = async (archive: Buffer): Promise<CollectionResult> => {
  const { status, body } = await server.upload(sources, new Blob([new Uint8Array(archive)]), 'Port.zip')
  expect(body).toMatchObject({ works: expect.any(Array) })
  expect(status).toBe(201)
  return body
}

const excerpts = async () => {
  const doc = await server.services.rooms.read(id)
  const all = [...readExcerpts(doc).values()]
  doc.destroy()
  return all
    .flatMap((e) => (e.kind === 'anchored' ? [e] : []))
    .toSorted((a, b) => (a.selector[1].exact < b.selector[1].exact ? -1 : 1))
}

/** What a server keeps beside its store while a file comes in. */
const left = () => readdir(path.join(server.dir, 'incoming'))

describe("Zotero's export with files", () => {
  it('comes in as works with their saved copies, and what was marked in them as excerpts', async () => {
    const { works, problems } = await bring(zoteroExport())
    expect(problems).toEqual([])
    expect(works).toMatchObject([
      { title: 'Exports in 2024', added: true, copies: 1, excerpts: 2 },
      { title: 'A quiet port', added: true, copies: 1, excerpts: 1 },
    ])
    expect(works[0]!.problems).toEqual(['1 mark was left out: no words are marked.'])
    expect(works[1]!.problems).toEqual(['“missing.pdf” is not in the archive.'])
    const [report, article] = await Promise.all(
      works.map(async ({ source }) =>
        (await server.get(sources)).find((each: { id: string }) => each.id === source),
      ),
    )
    expect(report).toMatchObject({
      key: 'brandt_exports',
      item: {
        type: 'report',
        author: [{ family: 'Brandt', given: 'Nadia' }, { literal: 'Port Authority of Sørve' }],
        publisher: 'Port Authority',
        DOI: '10.1000/182',
        URL: 'https://port.example/report',
        issued: { 'date-parts': [[2024, 5, 1]] },
      },
      captures: [{ filename: 'Brandt & Port – 2024.pdf', takenAt: '2024-05-03T10:00:00.000Z' }],
    })
    expect(article).toMatchObject({
      key: 'putin_2024',
      item: { type: 'article-newspaper', 'container-title': 'The Sørve Post' },
      captures: [{ mediaType: 'text/html' }],
    })
    expect(await excerpts()).toMatchObject([
      {
        selector: [{}, { exact: 'Exports through the port fell by 12 percent.' }],
        note: 'The second time it says so',
        tags: ['red'],
        locator: { label: 'page', locator: '1' },
        createdBy: { name: 'Owner' },
      },
      {
        selector: [{}, { exact: 'On the tenth day the port opened again.' }],
        note: 'The end of it',
        tags: ['blue'],
      },
      {
        selector: [{}, { exact: 'The ministry had expected a rise.' }],
        note: 'Who expected it?',
        tags: ['yellow'],
      },
    ])
    const second = (await excerpts())[0]!.selector
    expect(second[0].start).toBeGreaterThan(40)
    expect(second[1].prefix).toContain('expected a rise.')
    expect(await left()).toEqual([])
  })

  it('a second time changes nothing', async () => {
    await bring(zoteroExport())
    const [before, marked] = [await server.get(sources), await excerpts()]
    const { works } = await bring(zoteroExport())
    expect(works.map(({ added, copies, excerpts: more }) => [added, copies, more])).toEqual([
      [false, 0, 0],
      [false, 0, 0],
    ])
    expect(await server.get(sources)).toEqual(before)
    expect(await excerpts()).toEqual(marked)
  })

  it('comes as far as it is whole: a bad work and a bad file are told, the others come', async () => {
    const { works, problems } = await bring(
      zoteroExport({
        more: `<bib:Book rdf:about="#bad"><z:itemType>book</z:itemType></bib:Book>
          <bib:Book rdf:about="#book"><z:itemType>book</z:itemType><dc:title>A book in pieces</dc:title><link:link rdf:resource="#item_9"/></bib:Book>
          ${rdfFile('item_9', 'files/9/cut.pdf')}${rdfFile('item_10', 'files/10/alone.pdf')}`,
        parts: [
          { name: 'Port/files/9/cut.pdf', content: markedReport().subarray(0, 300) },
          { name: 'Port/files/10/alone.pdf', content: markedReport() },
        ],
      }),
    )
    expect(problems).toEqual([
      { entry: '#bad', why: 'It names neither a title, nor an author, nor an address.' },
    ])
    expect(works.map(({ title, copies }) => [title, copies])).toEqual([
      ['Exports in 2024', 1],
      ['A quiet port', 1],
      ['A book in pieces', 0],
      ['Full text', 1],
    ])
    expect(works[2]!.problems[0]).toMatch(/“cut.pdf” did not come with it\. This file is damaged/)
  })
})

describe('A long one', () => {
  const COUNT = 60
  const long = tinyZip([
    {
      name: 'a.bib',
      content: Array.from(
        { length: COUNT },
        (_, i) => `@book{b${i}, title={Book number ${i} of the harbour}, date={2024}, file={${i}.html}}`,
      ).join('\n'),
    },
    ...Array.from({ length: COUNT }, (_, i) => ({ name: `${i}.html`, content: `<p>Words of book ${i}.` })),
  ])
  const send = (signal?: AbortSignal) => {
    const body = new FormData()
    body.set('file', new Blob([new Uint8Array(long)]), 'a.zip')
    const headers = { ...server.owner.headers, accept: 'application/x-ndjson' }
    return fetch(server.url + sources, { method: 'POST', headers, body, ...(signal && { signal }) })
  }

  it('says how far it is, and ends when it is stopped: what came before stays, each work whole', async () => {
    const stop = new AbortController()
    const { body } = await send(stop.signal)
    const reader = body!.pipeThrough(new TextDecoderStream()).getReader()
    let said = ''
    while (!/"done":[1-9]\d*,"of":60/.test(said)) said += (await reader.read()).value ?? ''
    stop.abort()
    await reader.closed.catch(() => {})
    await expect.poll(left, { timeout: 20_000 }).toEqual([])
    const came: { captures: unknown[] }[] = await server.get(sources)
    expect(came.length).toBeLessThan(COUNT)
    expect(came.every(({ captures }) => captures.length === 1)).toBe(true)

    const lines = (await (await send()).text()).trim().split('\n')
    expect(JSON.parse(lines.at(-1)!)).toMatchObject({ is: 'done', answer: { problems: [] } })
    expect(await server.get(sources)).toHaveLength(COUNT)
  })
})

describe('A list with its files in other forms', () => {
  const pdf = { name: 'lib/files/1/a_b.pdf', content: markedReport() }
  const one = async (name: string, list: string) => {
    const { works, problems } = await bring(tinyZip([{ name: `lib/${name}`, content: list }, pdf]))
    expect(problems).toEqual([])
    return works[0]
  }
  const whole = { title: 'Exports in 2024', copies: 1, excerpts: 2 }

  it.each([
    ['Zotero’s BibTeX', 'file = {Full Text:files/1/a_b.pdf:application/pdf}'],
    ['Better BibTeX', 'file = {files/1/a\\_b.pdf}'],
    ['a path of another machine', 'file = {C\\:\\\\Users\\\\n\\\\a_b.pdf}'],
  ])('%s', async (_, file) => {
    const bib = `@report{brandt, title={Exports in 2024}, date={2024},\n  ${file}\n}`
    expect(await one('lib.bib', bib)).toMatchObject(whole)
    const [source] = await server.get(sources)
    expect(source.item).not.toHaveProperty('file')
  })

  it('RIS, with a note of highlights', async () => {
    const ris =
      'TY  - RPRT\nTI  - Exports in 2024\nPY  - 2024\nL1  - files/1/a_b.pdf\nN1  - <p>“The ministry had expected” (<a href="zotero://open-pdf/library/items/X?page=1">Brandt 2024:1</a>) but why</p>\nER  - \n'
    expect(await one('lib.ris', ris)).toMatchObject({ ...whole, excerpts: 3 })
    expect((await excerpts()).find(({ note }) => note === 'but why')).toBeDefined()
  })

  it('CSL-JSON, with highlights that it lists', async () => {
    const csl = JSON.stringify([
      {
        type: 'report',
        title: 'Exports in 2024',
        attachments: [
          {
            path: 'files/1/a_b.pdf',
            annotations: [{ annotationText: 'words that stand nowhere in it', annotationColor: '#ffd400' }],
          },
        ],
      },
    ])
    expect(await one('lib.json', csl)).toMatchObject({
      ...whole,
      problems: expect.arrayContaining([
        expect.stringMatching(/^1 mark was left out: the words are not in the text/),
      ]),
    })
  })
})

describe('An archive that is none', () => {
  const refused = async (archive: Buffer, code: Parameters<typeof expectRefusal>[1], words: RegExp) => {
    const answer = await server.upload(sources, new Blob([new Uint8Array(archive)]), 'Port.zip')
    expectRefusal(answer, code, words)
    expect(await server.get(sources)).toEqual([])
    expect(await left()).toEqual([])
  }
  const rdf = zoteroRdf(
    '<bib:Book rdf:about="#b"><z:itemType>book</z:itemType><dc:title>Book</dc:title></bib:Book>',
  )

  it('is refused in a sentence, and leaves nothing', async () => {
    await refused(tinyZip([{ name: 'a.txt', content: 'words' }]), 'unknown-kind', /no list of works/)
    await refused(
      tinyZip([
        { name: 'a.rdf', content: rdf },
        { name: '../../b.pdf', content: 'x' },
      ]),
      'unreadable',
      /outside of it/,
    )
    await refused(
      tinyZip([
        { name: 'a.rdf', content: rdf },
        { name: 'b.pdf', content: Buffer.alloc(4_000_000) },
      ]),
      'too-large',
      /unpacks to far more/,
    )
    await refused(
      tinyZip([
        { name: 'a.rdf', content: rdf },
        { name: 'b.pdf', content: 'x'.repeat(5000), claims: 10 },
      ]),
      'unreadable',
      /damaged/,
    )
    await refused(
      tinyZip([{ name: 'a.rdf', content: `<!DOCTYPE x [<!ENTITY a "b">]>${rdf}` }]),
      'unreadable',
      /damaged/,
    )
    await refused(Buffer.from('PK\u0003\u0004 and no more'), 'unreadable', /damaged/)
  })
})
