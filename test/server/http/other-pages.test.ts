import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectRefusal } from '../../support/refusal.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'
import { tinyPdf } from '../../support/tiny-pdf.ts'

let server: TestServer
let sources: string
beforeAll(async () => {
  server = await startTestServer()
  sources = `/api/briefs/${(await server.newBrief()).id}/sources`
})
afterAll(() => server.close())

const LONG = tinyPdf(Array.from({ length: 501 }, (_, i) => [{ text: `Words of page ${i + 1}.`, y: 700 }]))

it('Other pages of a long PDF are read from the copy that is here, and what rests on the first ones stays', async () => {
  const file = new Blob([new Uint8Array(LONG)])
  expectRefusal(await server.upload(sources, file, 'long.pdf'), 'range-needed', /501 pages/)
  const { body } = await server.upload(`${sources}?pages=1-2`, file, 'long.pdf')
  const { source, capture } = body
  expect(await server.text(`/api/captures/${capture.hash}/text`)).toBe('Words of page 1.\n\nWords of page 2.')
  await server.post(sources.replace('sources', 'excerpts'), {
    sourceId: source.id,
    capture: capture.hash,
    start: 0,
    end: 16,
  })
  const captures = `${sources}/${source.id}/captures`
  const other = await server.post(`${captures}?pages=500-501`, { capture: capture.hash })
  expect(other.capture.hash).not.toBe(capture.hash)
  expect(other.capture.pages.map(({ page }: { page: number }) => page)).toEqual([500, 501])
  expect(await server.text(`/api/captures/${other.capture.hash}/text`)).toContain('Words of page 501.')
  expect(await server.get(sources.replace('sources', 'checks'))).toEqual([])
  // And back: what was read once is the same copy again.
  const back = await server.post(`${captures}?pages=1-2`, { capture: other.capture.hash })
  expect(back.capture.hash).toBe(capture.hash)
  const [{ captures: held }] = await server.get(sources)
  expect(held.map(({ extractor }: { extractor: string }) => extractor)).toEqual([
    'pdf-text 1, pages 500-501',
    'pdf-text 1, pages 1-2',
  ])
  expect(await readdir(path.join(server.dir, 'incoming'))).toEqual([])
})

it('It is refused without pages, beyond the last one, and for a copy of another source', async () => {
  const [{ id, captures: held }] = await server.get(sources)
  const ask = (pages: string, capture: string) =>
    server.ask('POST', `${sources}/${id}/captures?pages=${pages}`, { capture })
  expectRefusal(await ask('', held[0].hash), 'invalid', /for example 1-200/)
  expectRefusal(await ask('600-700', held[0].hash), 'range-needed', /501 pages/)
  expectRefusal(await ask('1-2', 'a'.repeat(64)), 'no-such-capture')
  expect((await server.get(sources))[0].captures).toEqual(held)
})
