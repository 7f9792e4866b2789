import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { expectRefusal } from '../../support/refusal.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'

let server: TestServer
let path: string
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  path = `/api/briefs/${(await server.newBrief()).id}/sources`
})

const BIB = `@report{brandt_2025, author={Brandt, Nadia}, title={Closing the adaptation gap}, date={2025}, doi={10.1000/182}}
@book{x, title={Broken}
@online{путин, author={Путин, Владимир}, title={Об экспорте через порт Сорве}, date={2024}}
`

it('A bibliography comes in at once, and a second time changes nothing', async () => {
  const first = await server.ask('POST', path, { bibtex: BIB })
  expect(first.status).toBe(201)
  expect(first.body).toEqual({
    added: 2,
    merged: 0,
    problems: [{ line: 2, why: 'Its braces do not close.' }],
  })
  const sources = await server.get(path)
  expect(sources.map((each: { key: string }) => each.key)).toEqual(
    expect.arrayContaining(['brandt_2025', 'putin_2024']),
  )
  expect(await server.post(path, { bibtex: BIB })).toMatchObject({ added: 0, merged: 2 })
  expect(await server.get(path)).toEqual(sources)
})

it('A work that is there gains what it lacked, and keeps what was corrected', async () => {
  const { source } = await server.post(path, {
    item: { type: 'report', title: 'The gap', DOI: 'https://doi.org/10.1000/182' },
  })
  expect(await server.post(path, { bibtex: BIB })).toMatchObject({ added: 1, merged: 1 })
  const found = (await server.get(path)).find((each: { id: string }) => each.id === source.id)
  expect(found.item).toMatchObject({
    title: 'The gap',
    author: [{ family: 'Brandt' }],
    issued: { 'date-parts': [[2025]] },
  })
})

it('It comes as a file too', async () => {
  const { status, body } = await server.upload(path, new Blob([BIB]), 'library.bib')
  expect(status).toBe(201)
  expect(body).toMatchObject({ added: 2, problems: [{ line: 2 }] })
})

it('What is none is refused, and leaves nothing', async () => {
  expectRefusal(await server.ask('POST', path, { ris: 'words' }), 'invalid', /no RIS entry/)
  expect(await server.get(path)).toEqual([])
})
