import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { roots } from '../../../shared/brief/document.ts'
import { readSources } from '../../../shared/brief/source.ts'
import { expectRefusal } from '../../support/refusal.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const TEXT = 'The reserve fund held 83.3 billion in 2020, the ministry said.'
let works = 0

/** Two briefs of the owner with one work; Ben is an editor of the second alone. */
const twoBriefs = async () => {
  const item = { type: 'report', title: 'Fund', URL: `https://example.org/fund-${++works}` }
  const [first, second] = [await server.newBrief('First'), await server.newBrief('Second')]
  const [one, two] = [
    await server.post(`/api/briefs/${first.id}/sources`, { text: `${TEXT} ${works}`, item }),
    await server.post(`/api/briefs/${second.id}/sources`, { text: `${TEXT} ${works}`, item }),
  ]
  const ben = await server.invite(second.id, 'editor')
  return { first: first.id, second: second.id, one: one.source, two: two.source, ben }
}

describe('What happens to a work', () => {
  it('is told in the other briefs that have it, and taken over by one who may read it', async () => {
    const { first, second, one, two, ben } = await twoBriefs()
    const later = TEXT.replace('83.3', '79.9')
    const { capture } = await server.post(`/api/briefs/${first}/sources/${one.id}/captures`, { text: later })
    expect(await server.get(`/api/briefs/${first}/notices`)).toEqual([])
    const path = `/api/briefs/${second}/notices`
    const [notice] = await server.get(path)
    expect(notice).toMatchObject({ source: two.id, kind: 'captured', by: 'Owner', mayTake: true })
    expect(JSON.stringify(notice)).not.toContain(first)
    // Ben may read no brief that holds the copy: he is told of it, and does not get it.
    expect(await ben.get(path)).toMatchObject([{ id: notice.id, mayTake: false }])
    expectRefusal(await ben.ask('POST', `${path}/${notice.id}`, { do: 'take' }), 'no-such-capture')
    expect((await ben.ask('GET', `/api/captures/${capture.hash}`)).status).toBe(404)
    expect((await server.ask('POST', `${path}/${notice.id}`, { do: 'take' })).status).toBe(204)
    const [source] = await ben.get(`/api/briefs/${second}/sources`)
    expect(source.captures.at(-1).hash).toBe(capture.hash)
    expect((await ben.ask('GET', `/api/captures/${capture.hash}/text`)).body).toBe(later)
    expect(await ben.get(path)).toEqual([])
  })

  it('is said by hand with a reason, marked where it was said, and told elsewhere', async () => {
    const { first, second, one, two, ben } = await twoBriefs()
    const said = { kind: 'retracted', why: 'The figures were made up.' }
    const done = await server.ask('POST', `/api/briefs/${first}/sources/${one.id}/withdrawal`, said)
    expect(done.status).toBe(204)
    expect((await server.get(`/api/briefs/${first}/sources`))[0].withdrawn).toMatchObject({
      kind: 'retracted',
      reason: said.why,
      by: { name: 'Owner' },
    })
    expect(await server.get(`/api/briefs/${first}/notices`)).toEqual([])
    const path = `/api/briefs/${second}/notices`
    const [notice] = await ben.get(path)
    expect(notice).toMatchObject({ source: two.id, kind: 'retracted', why: said.why, mayTake: true })
    await ben.ask('POST', `${path}/${notice.id}`, { do: 'take' })
    expect((await ben.get(`/api/briefs/${second}/sources`))[0].withdrawn).toMatchObject({ reason: said.why })
    expect(await ben.get(path)).toEqual([])
    expectRefusal(await ben.ask('POST', `${path}/${notice.id}`, { do: 'dismiss' }), 'no-such-page')
  })

  it('is taken back by who said it or an owner, told elsewhere, and no longer marked where that is taken over', async () => {
    const { first, second, one, two, ben } = await twoBriefs()
    const cleo = await server.invite(first, 'editor', 'Cleo')
    const withdrawal = `/api/briefs/${first}/sources/${one.id}/withdrawal`
    const why = { why: 'It was another paper.' }
    expectRefusal(await cleo.ask('POST', `${withdrawal}/taken-back`, why), 'invalid', /not withdrawn/)
    const said = { kind: 'retracted', why: 'The figures were made up.' }
    expect((await server.ask('POST', withdrawal, said)).status).toBe(204)
    const path = `/api/briefs/${second}/notices`
    await ben.ask('POST', `${path}/${(await ben.get(path))[0].id}`, { do: 'take' })
    expectRefusal(
      await cleo.ask('POST', `${withdrawal}/taken-back`, why),
      'not-allowed',
      /owner of the brief/,
    )
    expect((await server.ask('POST', `${withdrawal}/taken-back`, why)).status).toBe(204)
    expect((await server.get(`/api/briefs/${first}/sources`))[0].withdrawn).toBeNull()
    expect(await server.get(`/api/briefs/${first}/notices`)).toEqual([])
    const [notice, ...more] = await ben.get(path)
    expect(notice).toMatchObject({ source: two.id, kind: 'reinstated', ...why, mayTake: true })
    expect(more).toEqual([])
    await ben.ask('POST', `${path}/${notice.id}`, { do: 'take' })
    expect((await ben.get(`/api/briefs/${second}/sources`))[0].withdrawn).toBeNull()
    expect(await ben.get(path)).toEqual([])
    const work = new URLSearchParams({ work: one.item.URL.replace('https://', 'url:') })
    const { events } = await ben.get(`/api/library/work?${work}`)
    expect(events.map(({ kind }: { kind: string }) => kind)).toEqual(['reinstated', 'retracted'])
    // Whoever said it may take it back, an owner or not.
    expect((await cleo.ask('POST', withdrawal, said)).status).toBe(204)
    expect((await cleo.ask('POST', `${withdrawal}/taken-back`, why)).status).toBe(204)
    expect(await ben.get(path)).toEqual([])
  })

  it('can be dismissed, which changes nothing in the document', async () => {
    const { first, second, one, ben } = await twoBriefs()
    await server.post(`/api/briefs/${first}/sources/${one.id}/withdrawal`, {
      kind: 'corrected',
      why: 'A table.',
    })
    const [notice] = await ben.get(`/api/briefs/${second}/notices`)
    await ben.ask('POST', `/api/briefs/${second}/notices/${notice.id}`, { do: 'dismiss' })
    expect(await ben.get(`/api/briefs/${second}/notices`)).toEqual([])
    const doc = await server.services.rooms.read(second)
    expect([...readSources(doc).values()][0]!.withdrawn).toBeNull()
    expect(roots(doc).sources.size).toBe(1)
    doc.destroy()
  })

  it('is for writers to say and for members to read', async () => {
    const { first, one } = await twoBriefs()
    const viewer = await server.invite(first, 'viewer', 'Cleo')
    expect(await viewer.get(`/api/briefs/${first}/notices`)).toEqual([])
    const said = { kind: 'retracted', why: 'No.' }
    expectRefusal(
      await viewer.ask('POST', `/api/briefs/${first}/sources/${one.id}/withdrawal`, said),
      'not-allowed',
    )
    expectRefusal(await server.anonymous.ask('GET', `/api/briefs/${first}/notices`), 'not-signed-in')
  })
})
