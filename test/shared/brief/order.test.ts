import { describe, expect, it } from 'vitest'
import type { BodyNode } from '../../../shared/brief/body.ts'
import { type CitationRecord, cite, citationRecord } from '../../../shared/brief/citation.ts'
import { coveredIn, coveredWords, type Inline } from '../../../shared/brief/covers.ts'
import { footnoteLetter, withFootnotes } from '../../../shared/brief/footnotes.ts'
import { citationIds, orderOf } from '../../../shared/brief/order.ts'

const c = (id: string): BodyNode => ({ type: 'citation', attrs: { id } })
const t = (text: string): BodyNode => ({ type: 'text', text })
const p = (...content: BodyNode[]): BodyNode => ({ type: 'paragraph', content })
const node = (type: string, ...content: BodyNode[]): BodyNode => ({ type, content })
const doc = (...content: BodyNode[]): BodyNode => node('doc', ...content)

const record = (
  id: string,
  sources: string[],
  more: Partial<CitationRecord> = {},
): [string, CitationRecord] => [
  id,
  {
    ...citationRecord.parse({ id, cites: sources.map((s, i) => cite.parse({ id: `k${i}`, source: s })) }),
    ...more,
  },
]

describe('the order of citations', () => {
  const records = new Map([record('a', ['oecd']), record('b', ['unep', 'oecd']), record('c', ['who'])])

  it('numbers each source by its first mention, in tables and lists too', () => {
    const body = doc(
      p(t('One.'), c('b')),
      node('table', node('tableRow', node('tableCell', p(c('a'))))),
      node('bulletList', node('listItem', p(c('c')))),
    )
    const order = orderOf(body, records)
    expect(order.placed).toEqual(['b', 'a', 'c'])
    expect(order.sources).toEqual(['unep', 'oecd', 'who'])
    expect([...order.numbers]).toEqual([
      ['b', [1, 2]],
      ['a', [2]],
      ['c', [3]],
    ])
  })

  it('follows when a citation moves', () => {
    expect(orderOf(doc(p(c('a')), p(c('c'))), records).sources).toEqual(['oecd', 'who'])
    expect(orderOf(doc(p(c('c')), p(c('a'))), records).sources).toEqual(['who', 'oecd'])
  })

  it('counts an id that stands twice once, at its first place, and says so', () => {
    const order = orderOf(doc(p(c('c'), c('a')), p(c('c'), c('c'))), records)
    expect(order.placed).toEqual(['c', 'a'])
    expect(order.doubled).toEqual(['c'])
  })

  it('lists records that lost their node, but not those a person took out', () => {
    const by = { id: 'p1', name: 'Ana' }
    const all = new Map([
      ...records,
      record('gone', ['who'], { removed: { by, at: '2024-01-01T00:00:00Z' } }),
    ])
    expect(orderOf(doc(p(c('b'))), all).unplaced.map((r) => r.id)).toEqual(['a', 'c'])
  })

  it('reports nodes that have no record', () => {
    expect(orderOf(doc(p(c('x'), c('x'))), records)).toMatchObject({ unknown: ['x'], placed: [] })
  })

  it('lists the work that was really seen behind the one it is cited for', () => {
    const seen = new Map([record('a', ['oecd'])])
    seen.get('a')!.cites[0]!.citedIn = 'paper'
    expect(orderOf(doc(p(c('a'))), seen)).toMatchObject({
      sources: ['oecd', 'paper'],
      numbers: new Map([['a', [1]]]),
    })
  })

  it('takes a thousand citations in one paragraph', () => {
    const ids = Array.from({ length: 1000 }, (_, i) => `c${i}`)
    const all = new Map(ids.map((id) => record(id, [`s${id}`])))
    expect(orderOf(doc(p(...ids.map(c))), all).sources).toHaveLength(1000)
    expect(citationIds(doc(p(...ids.map(c))))).toEqual(ids)
  })
})

describe('the words that a citation covers', () => {
  const a = { citation: 'a' }
  const inline: Inline[] = [
    'It fell.',
    a,
    ' Then it',
    { citation: 'b' },
    ' rose, and so on. It ended.',
    { citation: 'e' },
  ]

  it('are the sentence that it stands behind', () => {
    expect(coveredWords(inline, 'a', 'sentence')).toBe('It fell.')
    expect(coveredWords(inline, 'e', 'sentence')).toBe('It ended.')
  })

  it('are the sentence that it stands in', () => {
    expect(coveredWords(inline, 'b', 'sentence')).toBe('Then it rose, and so on.')
  })

  it('are the same before and behind the full stop', () => {
    expect(coveredWords(['It fell', a, '. More.'], 'a', 'sentence')).toBe('It fell.')
    expect(coveredWords(['It fell. ', a, 'More.'], 'a', 'sentence')).toBe('It fell.')
  })

  it('are the first sentence for a citation before all words', () => {
    expect(coveredWords([a, 'It fell. More.'], 'a', 'sentence')).toBe('It fell.')
  })

  it('are the whole block when its writer chose so', () => {
    expect(coveredWords(inline, 'b', 'block')).toBe('It fell. Then it rose, and so on. It ended.')
  })

  it('are none where it does not stand', () => {
    expect(coveredWords(inline, 'nowhere', 'sentence')).toBe('')
    expect(coveredIn(doc(p(t('x'))), 'nowhere', 'block')).toBe('')
    expect(coveredWords([a], 'a', 'sentence')).toBe('')
  })

  it('are, for a list item or a cell, all of its paragraphs', () => {
    const item = node('listItem', p(t('One.'), c('a')), p(t('Two.')))
    expect(coveredIn(doc(node('bulletList', item)), 'a', 'block')).toBe('One.\nTwo.')
    expect(coveredIn(doc(node('bulletList', item)), 'a', 'sentence')).toBe('One.')
    expect(coveredIn(doc(p(t('One. Two.'), c('a'))), 'a', 'block')).toBe('One. Two.')
  })
})

describe('footnotes', () => {
  const records = new Map([record('a', ['oecd']), record('b', ['unep']), record('c', ['who'])])
  const note = (id: string): BodyNode => ({ type: 'footnote', attrs: { id } })
  const texts = new Map([['n1', [p(t('See'), c('b'))]]])
  const body = doc(p(t('One.'), note('n1'), c('a')), p(note('n2'), note('n1')))

  it('stand in one row with the citations, each once', () => {
    const order = orderOf(body, records, texts)
    expect(order.footnotes).toEqual(['n1', 'n2'])
    expect(order.notes.map(({ id }) => id)).toEqual(['n1', 'a', 'n2'])
  })

  it('bring their citations where their mark stands', () => {
    const order = orderOf(body, records, texts)
    expect(order.placed).toEqual(['b', 'a'])
    expect(order.unplaced.map(({ id }) => id)).toEqual(['c'])
    expect(coveredIn(withFootnotes(body, texts), 'b', 'block')).toBe('See')
  })

  it('are called by letters', () => {
    expect([0, 25, 26, 701, 702].map(footnoteLetter)).toEqual(['a', 'z', 'aa', 'zz', 'aaa'])
  })
})
