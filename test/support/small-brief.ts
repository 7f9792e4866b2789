/** A small brief with one of everything: notes, a quotation, quoted words, a table, a list. */
import { describe } from '../../shared/anchor/describe.ts'
import { about } from '../../shared/brief/about.ts'
import type { BodyMark, BodyNode } from '../../shared/brief/body.ts'
import { type Cite, cite, citationRecord } from '../../shared/brief/citation.ts'
import { excerpt } from '../../shared/brief/excerpt.ts'
import { type BriefContents, type ReadBrief, withOrder } from '../../shared/brief/read.ts'
import { source } from '../../shared/brief/source.ts'

export const text = (words: string, ...marks: BodyMark[]): BodyNode =>
  marks.length ? { type: 'text', text: words, marks } : { type: 'text', text: words }
export const cited = (id: string): BodyNode => ({ type: 'citation', attrs: { id } })
export const paragraph = (...content: BodyNode[]): BodyNode => ({ type: 'paragraph', content })
export const node = (type: string, content: BodyNode[], attrs?: Record<string, unknown>): BodyNode =>
  attrs ? { type, attrs, content } : { type, content }
export const doc = (...content: BodyNode[]): BodyNode => ({ type: 'doc', content })
const cell = (type: string, align: string | null, ...content: BodyNode[]) =>
  node(type, [paragraph(...content)], { align })

const CAPTURE =
  'Before. Climate finance provided and mobilised by developed countries totalled USD 83.3 billion in 2020. After.'

const record = (id: string, ...cites: (Partial<Cite> & { source: string })[]) =>
  citationRecord.parse({ id, cites: cites.map((fields, i) => cite.parse({ id: `k${i}`, ...fields })) })

const byId = <T extends { id: string }>(...records: T[]) => new Map(records.map((one) => [one.id, one]))

export const smallBody = doc(
  node('heading', [text('Key judgments')]),
  paragraph(
    text('Developed countries mobilised USD 83.3 billion in 2020, short of the goal.'),
    cited('k7f2'),
    text(' It is '),
    text('very likely', { type: 'italic' }),
    text(' that finance stays '),
    text('below need', { type: 'quoted', attrs: { excerpt: 'x2' } }),
    text(' through 2030.'),
    cited('m3q9'),
  ),
  node(
    'quotation',
    [paragraph(text('Climate finance … totalled USD 83.3 billion in 2020.'), cited('b8r1'))],
    { excerpt: 'x1' },
  ),
  node('bulletList', [
    node('listItem', [paragraph(text('One'))]),
    node('listItem', [paragraph(text('Two'))]),
  ]),
  node('table', [
    node('tableRow', [
      cell('tableHeader', null, text('Indicator')),
      cell('tableHeader', 'right', text('Value')),
      cell('tableHeader', null, text('Source')),
    ]),
    node('tableRow', [
      cell('tableCell', null, text('Finance')),
      cell('tableCell', 'right', text('USD 83.3 bn')),
      cell('tableCell', null, cited('t5w0')),
    ]),
  ]),
)

export const smallContents = (change: Partial<BriefContents> = {}): BriefContents => ({
  about: about.parse({
    title: 'Closing the gap',
    authors: ['A. Analyst', 'B. Analyst'],
    date: '2024-03-01',
    handling: 'TLP:AMBER',
  }),
  body: smallBody,
  footnotes: new Map(),
  sources: byId(
    source.parse({
      id: 's1',
      key: 'oecd_2022',
      item: {
        type: 'report',
        title: 'Climate Finance',
        author: [{ literal: 'OECD' }],
        issued: { 'date-parts': [[2022]] },
        URL: 'https://example.org/a_b',
      },
      note: 'our own note',
      handling: 'TLP:GREEN',
      captures: [
        {
          hash: 'ab'.repeat(32),
          mediaType: 'text/plain',
          takenAt: '2024-01-01T00:00:00Z',
          extractor: 'plain-1',
          length: CAPTURE.length,
        },
      ],
    }),
    source.parse({
      id: 's2',
      key: 'unep_2023',
      item: { type: 'report', title: 'Adaptation Gap', author: [{ literal: 'UNEP' }] },
    }),
    source.parse({ id: 's3', key: 'unused', item: { type: 'report', title: 'Never cited' } }),
  ),
  excerpts: byId(
    excerpt.parse({
      id: 'x1',
      source: 's1',
      kind: 'anchored',
      capture: 'ab'.repeat(32),
      selector: describe(CAPTURE, 8, 104),
      says: { name: 'Ana Smith', role: 'minister' },
      via: ['a separate briefing'],
      note: 'our own remark',
      credibility: '2',
    }),
    excerpt.parse({
      id: 'x2',
      source: 's2',
      kind: 'attested',
      attested: {
        words: 'finance is below need',
        by: { id: 'p1', name: 'Ana' },
        at: '2024-01-01T00:00:00Z',
        fragment: 't=73,91',
      },
    }),
  ),
  citations: byId(
    record('k7f2', { source: 's1', label: 'page', locator: '7', excerpt: 'x1' }),
    record(
      'm3q9',
      { source: 's2', prefix: 'see', label: 'page', locator: '42', excerpt: 'x2' },
      { source: 's1', label: 'page', locator: '7-8' },
    ),
    record('b8r1', { source: 's1', label: 'page', locator: '7', excerpt: 'x1' }),
    record('t5w0', { source: 's1', label: 'page', locator: '7' }),
    { ...record('lost', { source: 's2' }), sentence: 'It stood here.' },
  ),
  checks: new Map([
    [
      'k7f2',
      {
        by: { id: 'p1', name: 'Ana' },
        at: '2024-02-01T00:00:00Z',
        hash: '0'.repeat(32),
        words: 'As read.',
        excerpts: ['x1'],
      },
    ],
  ]),
  ...change,
})

export const smallBrief = (change: Partial<BriefContents> = {}): ReadBrief => withOrder(smallContents(change))
