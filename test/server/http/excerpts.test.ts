import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readExcerpts } from '../../../shared/brief/excerpt.ts'
import { expectRefusal } from '../../support/refusal.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'

const TEXT =
  'The port reopened on Monday. 🚢 Exports fell by a third, two officials said.\n\nNobody was named.'

let server: TestServer
let path: string
let briefId: string
let source: { sourceId: string; capture: string }
beforeAll(async () => {
  server = await startTestServer()
  briefId = (await server.newBrief()).id
  path = `/api/briefs/${briefId}/excerpts`
  const added = await server.post(`/api/briefs/${briefId}/sources`, { text: TEXT })
  source = { sourceId: added.source.id, capture: added.capture.hash }
})
afterAll(() => server.close())

const between = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length })
const kept = async () => [...readExcerpts(await server.services.rooms.read(briefId)).values()]

const outside = (start: number, end: number) => server.ask('POST', path, { ...source, start, end })

describe('An excerpt', () => {
  it('ties the exact words, with what stands around them and who says them', async () => {
    const says = { name: 'two officials', named: false }
    const { status, body } = await server.ask('POST', path, {
      ...source,
      ...between('Exports fell by a third'),
      says,
      via: ['a separate briefing'],
      note: 'Which officials?',
    })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      kind: 'anchored',
      source: source.sourceId,
      capture: source.capture,
      says,
      via: ['a separate briefing'],
      note: 'Which officials?',
      locator: { label: 'paragraph', locator: '1' },
      createdBy: { name: 'Owner' },
      selector: [
        { type: 'TextPositionSelector', ...between('Exports fell by a third') },
        {
          type: 'TextQuoteSelector',
          exact: 'Exports fell by a third',
          prefix: 'The port reopened on Monday. 🚢 ',
        },
      ],
    })
    expect(await kept()).toContainEqual(body)
  })

  it('says in which paragraphs it stands, as the reader numbers them', async () => {
    const { body } = await server.ask('POST', path, {
      ...source,
      start: TEXT.indexOf('officials'),
      end: TEXT.length,
    })
    expect(body.locator).toEqual({ label: 'paragraph', locator: '1-2' })
  })

  it('is refused outside of the capture, and nothing is added', async () => {
    const before = await kept()
    expectRefusal(
      await outside(0, TEXT.length + 1),
      'outside-capture',
      /from 0 to \d+ does not lie in the saved copy/,
    )
    expectRefusal(await outside(9, 9), 'outside-capture')
    expectRefusal(await outside(9, 3), 'outside-capture')
    expectRefusal(await outside(-1, 3), 'invalid', /"start" is too small/)
    expectRefusal(await outside(0.5, 3), 'invalid', /"start"/)
    const gap = TEXT.indexOf('\n\n')
    expectRefusal(await outside(gap, gap + 2), 'outside-capture', /no words/)
    const ship = TEXT.indexOf('🚢')
    expectRefusal(await outside(0, ship + 1), 'outside-capture', /inside a character/)
    expect(await kept()).toEqual(before)
  })

  it('is refused for a source or a capture that is not in this brief, and nothing is added', async () => {
    const before = await kept()
    const range = between('Nobody was named')
    expectRefusal(
      await server.ask('POST', path, { ...source, ...range, sourceId: 'nothing' }),
      'no-such-source',
    )
    expectRefusal(
      await server.ask('POST', path, { ...source, ...range, capture: 'f'.repeat(64) }),
      'no-such-capture',
    )
    const other = await server.newBrief()
    const theirs = await server.post(`/api/briefs/${other.id}/sources`, {
      text: 'Other words of another brief.',
    })
    const capture = theirs.capture.hash
    expectRefusal(await server.ask('POST', path, { ...source, start: 0, end: 5, capture }), 'no-such-capture')
    expectRefusal(
      await server.ask('POST', `/api/briefs/${other.id}/excerpts`, { ...source, ...range }),
      'no-such-source',
    )
    expect(await kept()).toEqual(before)
  })
})
