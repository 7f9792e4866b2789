import { afterEach, describe, expect, it } from 'vitest'
import { evidenceOf, parseCarried, takeOver } from '../../../../client/features/editor/clipboard-evidence.ts'
import { cite } from '../../../../client/features/editor/writing.ts'
import { readBrief } from '../../../../shared/brief/read.ts'
import * as Y from 'yjs'
import { briefWith, Page } from './pages.ts'

let page: Page
afterEach(() => page.close())

const carried = () => {
  page = new Page('ana', 11, briefWith('Exports fell.'))
  page.at('fell.|')
  cite(page.desk, [{ source: 's1', excerpt: 'e1', label: 'page', locator: '4' }])
  return JSON.stringify(evidenceOf(page.state.doc, { ...page.evidence.get(), citations: page.records }))
}

describe('evidence on the clipboard', () => {
  it('is what the copied citations rest on, and nothing else', () => {
    const { citations, excerpts, sources } = parseCarried(carried())!
    expect([citations.length, excerpts.map((e) => e.id), sources.map((s) => s.id)]).toEqual([
      1,
      ['e1'],
      ['s1'],
    ])
  })

  it('comes into another brief with all it rests on, and changes nothing that is there', () => {
    const json = carried()
    const other = new Y.Doc()
    takeOver(other, parseCarried(json)!)
    const brief = readBrief(other)
    expect([...brief.citations.values()][0]?.cites[0]).toMatchObject({
      source: 's1',
      excerpt: 'e1',
      locator: '4',
    })
    expect(brief.sources.get('s1')?.item.title).toBe('Trade in 2020')
    expect(brief.excerpts.get('e1')?.kind).toBe('anchored')
    const before = Y.encodeStateVector(other)
    takeOver(other, parseCarried(json)!)
    expect(Y.encodeStateVector(other)).toEqual(before)
  })

  it.each([
    ['nothing', ''],
    ['no JSON', '{"citations":'],
    ['another shape', '{"citations":[{"id":1}],"excerpts":[],"sources":[]}'],
    ['ids that are none', '{"citations":[{"id":"\\"><img>","cites":[]}],"excerpts":[],"sources":[]}'],
    ['far too much', `{"citations":[],"excerpts":[],"sources":[],"x":"${'x'.repeat(2_000_001)}"}`],
  ])('is not taken from %s', (_, json) => {
    page = new Page('ana', 11, briefWith(''))
    expect(parseCarried(json)).toBeNull()
  })
})
