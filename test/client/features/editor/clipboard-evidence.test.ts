import { afterEach, describe, expect, it } from 'vitest'
import type { Node, Slice } from '@tiptap/pm/model'
import { citationPlaces } from '../../../../client/features/editor/citation-places.ts'
import {
  clipboardEvidence,
  evidenceOf,
  parseCarried,
  takeOver,
} from '../../../../client/features/editor/clipboard-evidence.ts'
import { cite } from '../../../../client/features/editor/writing.ts'
import { addCitation } from '../../../../shared/brief/citation.ts'
import { addExcerpt } from '../../../../shared/brief/excerpt.ts'
import { addSource } from '../../../../shared/brief/source.ts'
import { readBrief } from '../../../../shared/brief/read.ts'
import * as Y from 'yjs'
import { briefWith, Page } from './pages.ts'

let page: Page

const carried = () => {
  page = new Page('ana', 11, briefWith('Exports fell.'))
  page.at('fell.|')
  cite(page.desk, [{ source: 's1', excerpt: 'e1', label: 'page', locator: '4' }])
  return JSON.stringify(evidenceOf(page.state.doc, { ...page.evidence.get(), citations: page.records }))
}

describe('evidence on the clipboard', () => {
  afterEach(() => page.close())

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

describe('a brief that has the work already', () => {
  it('joins a work that the brief has under another id, and brings it the saved copies it lacks', () => {
    const copy = (letter: string) => ({
      hash: letter.repeat(64),
      mediaType: 'text/html',
      filename: null,
      takenAt: '2026-01-01T00:00:00Z',
      extractor: 'x',
      length: 3,
    })
    const one = new Y.Doc()
    addSource(one, {
      id: 's1',
      item: { type: 'report', URL: 'https://a.org/x' },
      captures: [copy('a'), copy('b')],
    })
    addExcerpt(one, {
      id: 'e1',
      source: 's1',
      kind: 'attested',
      attested: { words: 'It fell.', by: { id: 'ana', name: 'Ana' }, at: '2026-01-01T00:00:00Z' },
    })
    addCitation(one, { id: 'c1', cites: [{ source: 's1', excerpt: 'e1', locator: '7', label: 'section' }] })
    const from = readBrief(one)
    const brought = {
      citations: [...from.citations.values()],
      excerpts: [...from.excerpts.values()],
      sources: [...from.sources.values()],
      footnotes: [],
    }
    const other = new Y.Doc()
    addSource(other, {
      id: 'mine',
      item: { type: 'report', URL: 'http://www.a.org/x/' },
      captures: [copy('a')],
    })
    takeOver(other, brought)
    const brief = readBrief(other)
    expect([...brief.sources.keys()]).toEqual(['mine'])
    expect(brief.sources.get('mine')!.captures.map(({ hash }) => hash[0])).toEqual(['a', 'b'])
    expect(brief.excerpts.get('e1')!.source).toBe('mine')
    expect(brief.citations.get('c1')!.cites[0]).toMatchObject({ source: 'mine', excerpt: 'e1', locator: '7' })
  })

  it('gives a source whose key is taken a key of its own', () => {
    const source = (id: string) => ({ id, item: { type: 'report' as const, author: [{ family: 'Roe' }] } })
    const one = new Y.Doc()
    addSource(one, source('s1'))
    const other = new Y.Doc()
    addSource(other, source('s2'))
    takeOver(other, {
      citations: [],
      excerpts: [],
      footnotes: [],
      sources: [...readBrief(one).sources.values()],
    })
    expect([...readBrief(other).sources.values()].map(({ key }) => key)).toEqual(['roe', 'roe_2'])
  })
})

describe('a citation that is copied into another text of its brief', () => {
  const pastedInto = (here: (page: Page) => Node, then: (page: Page) => void = () => undefined) => {
    const ana = new Page('ana', 11, briefWith('Exports fell.[a1]'))
    const { schema, doc } = ana.state
    const slice = doc.slice(1, doc.content.size - 1)
    then(ana)
    const { props } = clipboardEvidence({
      doc: ana.doc,
      evidence: ana.evidence,
      schema,
      undo: ana.desk.undo,
      holdCopies: () => undefined,
    })
    const take = props.transformPasted as unknown as (slice: Slice, view: { state: { doc: Node } }) => Slice
    const { content } = take(slice, { state: { doc: here(ana) } })
    const ids = citationPlaces(schema.nodes.paragraph!.create(null, content)).map(({ id }) => id)
    const { records } = ana
    ana.close()
    return { id: ids[0]!, records }
  }
  const aFootnote = ({ state: { schema } }: Page) =>
    schema.nodes.doc!.create(null, schema.nodes.paragraph!.create())

  it('gets a record of its own there', () => {
    const { id, records } = pastedInto(aFootnote)
    expect(id).not.toBe('a1')
    expect(records.get(id)!.cites.map(({ source }) => source)).toEqual(['s1'])
  })

  it('stays the same one when it was cut, or where the text is its own', () => {
    expect(pastedInto(aFootnote, (ana) => ana.erase(14, 15)).id).toBe('a1')
    expect(pastedInto((ana) => ana.state.doc).id).toBe('a1')
  })
})
