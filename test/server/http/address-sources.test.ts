import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createFetcher } from '../../../server/ingest/fetch-page.ts'
import { leadsTo, openSite, page } from '../../support/little-site.ts'
import { expectRefusal } from '../../support/refusal.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'

let site: Awaited<ReturnType<typeof openSite>>
let server: TestServer
let path: string
beforeAll(async () => {
  const article = await readFile('test/fixtures/articles/council.html', 'utf8')
  site = await openSite({
    '/council': page(article),
    '/go': leadsTo('/council?utm_source=letter#top'),
    '/borrowed': page(
      article.replace('<head>', '<head><link rel="canonical" href="https://example.org/other">'),
    ),
    '/sign-in': page('<form><input type="password"></form><p>Sign in to read this.</p>'),
    '/empty': page('<div id="root"></div>'),
  })
  server = await startTestServer({ fetcher: createFetcher({ trusted: new Set([site.origin]) }) })
  path = `/api/briefs/${(await server.newBrief()).id}/sources`
})
afterAll(async () => {
  await server.close()
  await site.close()
})

it('An address becomes a source with a saved copy, where it was found and when', async () => {
  const { status, body } = await server.ask('POST', path, { url: `${site.origin}/go` })
  expect(status).toBe(201)
  expect(body.capture).toMatchObject({ mediaType: 'text/html', filename: null })
  expect(await server.text(`/api/captures/${body.capture.hash}/text`)).toContain(
    '“rationing with a letterhead”',
  )
  const today = new Date()
  expect(body.source.item).toMatchObject({
    author: [{ family: 'Brandt', given: 'Nadia' }],
    accessed: { 'date-parts': [[today.getUTCFullYear(), today.getUTCMonth() + 1, today.getUTCDate()]] },
  })
  expect(body.source.item.URL).toMatch(new RegExp(`^${site.origin}/council`))
})

it('A page does not pass for the work of another site', async () => {
  const { source } = await server.post(path, { url: `${site.origin}/borrowed` })
  expect(source.item.URL).toBe(`${site.origin}/borrowed`)
})

it('A wall, an empty page and an address inside are refused, and leave nothing', async () => {
  const before = await server.get(path)
  for (const [address, code, sentence] of [
    [`${site.origin}/sign-in`, 'walled', /save it from your browser instead/],
    [`${site.origin}/empty`, 'walled', /save it from your browser instead/],
    [`${site.origin}/nothing`, 'fetch-failed', /no such page/],
    [server.url, 'address-refused', /Nothing was added/],
    ['http://169.254.169.254/', 'address-refused', /save the page from your browser/],
  ] as const)
    expectRefusal(await server.ask('POST', path, { url: address }), code, sentence)
  expectRefusal(await server.ask('POST', path, { url: 'x'.repeat(5000) }), 'invalid')
  expect(await server.get(path)).toEqual(before)
})

it('Who names the source asks as often as answers get lost, at once too, and has it once', async () => {
  const before = (await server.get(path)).length
  const asked = { url: `${site.origin}/council`, id: 'k2named' }
  const answers = await Promise.all([1, 2].map(() => server.post(path, asked)))
  answers.push(await server.post(path, asked))
  expect(answers.map(({ source }) => source.id)).toEqual(['k2named', 'k2named', 'k2named'])
  expect(await server.get(path)).toHaveLength(before + 1)
  expectRefusal(await server.ask('POST', path, { ...asked, id: '<b>' }), 'invalid')
})

it('Who may only read brings in no address', async () => {
  const viewer = await server.invite(path.split('/')[3]!, 'viewer')
  expectRefusal(await viewer.ask('POST', path, { url: `${site.origin}/council` }), 'not-allowed')
})
