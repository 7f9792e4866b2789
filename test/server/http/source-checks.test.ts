import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { run } from '../../../server/cli/cli.ts'
import { createFetcher } from '../../../server/ingest/fetch-page.ts'
import type { SourceCheck } from '../../../shared/wire/inputs.ts'
import { type Answering, openSite, page } from '../../support/little-site.ts'
import { expectRefusal } from '../../support/refusal.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'

const article = (figure: string, advert = '') =>
  page(
    `<!doctype html><title>The fund</title>${advert}<article><h1>The fund</h1><p>The reserve fund held ${figure} billion in 2020, the ministry of finance said on Monday.</p>${'<p>It was set up to pay for work that no single budget could carry, and has been drawn on twice since then, by two ministers.</p>'.repeat(4)}</article>`,
  )
const gone: Answering = (_, response) => response.writeHead(404).end()
const wall = page('<form><input type="password"></form><p>Sign in to read this.</p>')

const paths: Record<string, Answering> = {}
let site: Awaited<ReturnType<typeof openSite>>
let server: TestServer
let dir: string
const start = () => startTestServer({ dir, fetcher: createFetcher({ trusted: new Set([site.origin]) }) })
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'vouch-checks-'))
  site = await openSite(paths)
  server = await start()
})
afterAll(async () => {
  await server.close()
  await site.close()
  await rm(dir, { recursive: true, force: true })
})

let pages = 0
/** A brief with one source, fetched from a page of its own. */
const briefWithSource = async () => {
  const where = `/fund-${++pages}`
  paths[where] = article('83.3')
  const { id } = await server.newBrief()
  const { source, capture } = await server.post(`/api/briefs/${id}/sources`, { url: site.origin + where })
  const of = `/api/briefs/${id}/sources/${source.id}`
  const copies = async (): Promise<{ hash: string }[]> =>
    (await server.get(`/api/briefs/${id}/sources`)).find((s: { id: string }) => s.id === source.id).captures
  const check = async (): Promise<SourceCheck> =>
    (await server.get(`/api/briefs/${id}/source-checks`)).find((c: SourceCheck) => c.source === source.id)
  return { id, where, source, capture, of, copies, check }
}
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
/** As if its time had come. */
const fallsDue = async (brief: string, to: TestServer = server) => {
  await to.services.db
    .updateTable('source_checks')
    .set({ due: new Date(0).toISOString() })
    .where('brief', '=', brief)
    .execute()
  to.services.checkRounds.wake()
}

describe('Looking at an address again', () => {
  it('says of the same text that it is unchanged, whatever else the page brings', async () => {
    const { where, of, copies, check } = await briefWithSource()
    paths[where] = article('83.3', '<script>let visit = 2</script>')
    const { status, body } = await server.ask('POST', `${of}/check`)
    expect(status).toBe(201)
    expect(body).toMatchObject({ unchanged: true, anchors: [] })
    expect(await copies()).toHaveLength(1)
    expect(await check()).toMatchObject({
      last: { outcome: 'unchanged', at: body.at, why: null },
      waiting: false,
    })
  })

  it('makes another text a new saved copy, says how the excerpts stand, and tells other briefs that use the work', async () => {
    const { id, where, source, capture, of, copies, check } = await briefWithSource()
    const text = await server.text(`/api/captures/${capture.hash}/text`)
    const at = text.indexOf('held 83.3 billion')
    await server.post(`/api/briefs/${id}/excerpts`, {
      sourceId: source.id,
      capture: capture.hash,
      start: at,
      end: at + 17,
    })
    const other = (await server.newBrief('Other')).id
    const twin = await server.post(`/api/briefs/${other}/sources`, { url: site.origin + where })
    paths[where] = article('79.9')
    const { body } = await server.ask('POST', `${of}/check`)
    expect(body.anchors).toMatchObject([{ state: 'changed', numbers: true }])
    expect(body.unchanged).toBeUndefined()
    expect((await copies()).map(({ hash }) => hash)).toEqual([capture.hash, body.capture.hash])
    expect(await check()).toMatchObject({ last: { outcome: 'new-copy' } })
    expect(await server.get(`/api/briefs/${other}/notices`)).toMatchObject([
      { source: twin.source.id, kind: 'captured' },
    ])
    // The other brief looks for itself: the same words are no news to anybody.
    await server.post(`/api/briefs/${other}/sources/${twin.source.id}/check`)
    for (const brief of [id, other]) expect(await server.get(`/api/briefs/${brief}/notices`)).toEqual([])
  })

  it('tells of a wall and of a page that is gone, and changes nothing', async () => {
    const { id, where, of, copies, check } = await briefWithSource()
    for (const [answer, code, sentence] of [
      [wall, 'walled', /save it from your browser instead/],
      [gone, 'fetch-failed', /no such page/],
    ] as const) {
      paths[where] = answer
      expectRefusal(await server.ask('POST', `${of}/check`), code, sentence)
      expect((await check()).last).toMatchObject({ outcome: 'refused', why: expect.stringMatching(sentence) })
    }
    expect(await copies()).toHaveLength(1)
    const { source } = await server.post(`/api/briefs/${id}/sources`, { text: 'Pasted words.' })
    expectRefusal(
      await server.ask('POST', `/api/briefs/${id}/sources/${source.id}/check`),
      'invalid',
      /no web address/,
    )
  })

  it('takes another address of the same work, too, and the very same file is told plainly', async () => {
    const { of, capture, copies } = await briefWithSource()
    paths['/moved'] = article('79.9')
    const moved = await server.ask('POST', `${of}/captures`, { url: `${site.origin}/moved` })
    expect(moved.status).toBe(201)
    expect(moved.body.capture.hash).not.toBe(capture.hash)
    const file = new Blob(['The reserve fund is empty.'], { type: 'text/plain' })
    const first = await server.upload(`${of}/captures`, file, 'fund.txt')
    const again = await server.upload(`${of}/captures`, file, 'fund.txt')
    expect([first.body.unchanged, again.body.unchanged]).toEqual([undefined, true])
    expect(again.body.capture.hash).toBe(first.body.capture.hash)
    expect(await copies()).toHaveLength(3)
  })

  it('can be asked for on the command line', async () => {
    const { id, where, source } = await briefWithSource()
    vi.stubEnv('DATA_DIR', dir)
    onTestFinished(() => void vi.unstubAllEnvs())
    const vouch = async () => {
      let said = ''
      const out = { write: (text: string, done: () => void) => ((said += text), done()) }
      const status = await run(['source', 'check', source.id, '--brief', id], { stdout: out, stderr: out })
      return [status, said]
    }
    expect(await vouch()).toEqual([0, 'Unchanged: the text is the one of the newest saved copy.\n'])
    paths[where] = article('79.9')
    expect(await vouch()).toEqual([0, expect.stringMatching(/^Changed: there is a new saved copy/)])
    paths[where] = gone
    expect(await vouch()).toEqual([1, expect.stringMatching(/no such page/)])
  })

  it('of all sources of a brief is done in turn, for who may write', async () => {
    const { id, where, copies, check } = await briefWithSource()
    await server.post(`/api/briefs/${id}/sources`, { text: 'Pasted words.' })
    const viewer = await server.invite(id, 'viewer', 'Cleo')
    expectRefusal(await viewer.ask('POST', `/api/briefs/${id}/source-checks`), 'not-allowed')
    paths[where] = article('79.9')
    expect(await server.post(`/api/briefs/${id}/source-checks`)).toEqual({ sources: 1 })
    await expect.poll(async () => (await check()).last?.outcome).toBe('new-copy')
    expect(await check()).toMatchObject({ waiting: false, schedule: null })
    expect(await copies()).toHaveLength(2)
    expect(await viewer.get(`/api/briefs/${id}/source-checks`)).toHaveLength(1)
  })
})

describe('A schedule', () => {
  it('looks again as it falls due, after a restart too, under the name of who set it', async () => {
    const { id, where, of, copies, check } = await briefWithSource()
    const ben = await server.invite(id, 'editor', 'Ben')
    const schedule = { every: 'daily', until: inDays(30) }
    expect((await ben.ask('PUT', `${of}/schedule`, schedule)).status).toBe(204)
    expect(await check()).toMatchObject({ schedule: { ...schedule, by: 'Ben' }, last: null })
    paths[where] = article('79.9')
    await fallsDue(id)
    await expect.poll(async () => (await check()).last?.outcome).toBe('new-copy')
    paths[where] = article('70.1')
    await server.services.db
      .updateTable('source_checks')
      .set({ due: new Date(0).toISOString() })
      .where('brief', '=', id)
      .execute()
    await server.close()
    server = await start()
    await expect.poll(async () => (await copies()).length, { timeout: 10_000 }).toBe(3)
    // It is due again a day later, or a little before.
    await expect
      .poll(async () => {
        const row = await server.services.db
          .selectFrom('source_checks')
          .select('due')
          .where('brief', '=', id)
          .executeTakeFirstOrThrow()
        return (Date.parse(row.due!) - Date.now()) / 3_600_000
      })
      .toSatisfy((hours: number) => hours > 21 && hours <= 24)
    expect((await server.ask('DELETE', `${of}/schedule`)).status).toBe(204)
    expect((await check()).schedule).toBeNull()
  })

  it('ends on its last day, with a withdrawal, and when who set it may not write any more', async () => {
    const until = { every: 'weekly', until: inDays(3) }
    const last = await briefWithSource()
    await server.ask('PUT', `${last.of}/schedule`, until)
    await fallsDue(last.id)
    await expect.poll(async () => (await last.check()).last?.outcome).toBe('unchanged')
    expect((await last.check()).schedule).toBeNull()

    const withdrawn = await briefWithSource()
    await server.ask('PUT', `${withdrawn.of}/schedule`, { every: 'daily', until: inDays(9) })
    await server.ask('POST', `${withdrawn.of}/withdrawal`, { kind: 'retracted', why: 'Made up.' })
    const asked = site.asked.length
    await fallsDue(withdrawn.id)
    await expect.poll(async () => (await withdrawn.check()).schedule).toBeNull()
    await expect.poll(async () => (await withdrawn.check()).last?.why).toMatch(/withdrawn/)

    const left = await briefWithSource()
    const ben = await server.invite(left.id, 'editor', 'Ben')
    await ben.ask('PUT', `/api/briefs/${left.id}/source-checks/schedule`, {
      every: 'daily',
      until: inDays(9),
    })
    await server.patch(`/api/briefs/${left.id}/members/${ben.me.id}`, { role: 'viewer' })
    await fallsDue(left.id)
    await expect.poll(async () => (await left.check()).last?.why).toMatch(/no longer write/)
    expect((await left.check()).schedule).toBeNull()
    // Nobody was asked for these two, but for the third's first fetch.
    expect(site.asked).toHaveLength(asked + 1)
  })

  it('is refused for a day in the past, for years, and for what has no address', async () => {
    const { id, of } = await briefWithSource()
    for (const until of [inDays(-2), inDays(800), 'soon'])
      expectRefusal(await server.ask('PUT', `${of}/schedule`, { every: 'daily', until }), 'invalid')
    const { source } = await server.post(`/api/briefs/${id}/sources`, { text: 'Pasted words.' })
    const pasted = `/api/briefs/${id}/sources/${source.id}/schedule`
    expectRefusal(await server.ask('PUT', pasted, { every: 'daily', until: inDays(3) }), 'invalid', /address/)
  })
})
