/** Random briefs for property tests: any body, with any records, some of what it names missing. */
import * as fc from 'fast-check'
import { about } from '../../shared/brief/about.ts'
import { check } from '../../shared/brief/check.ts'
import { cite, citationRecord } from '../../shared/brief/citation.ts'
import { excerpt } from '../../shared/brief/excerpt.ts'
import { type ReadBrief, withOrder } from '../../shared/brief/read.ts'
import { source } from '../../shared/brief/source.ts'
import { body, EXCERPTS, FOOTNOTES, footnoteText, line, orNull, SOURCES, words } from './random-body.ts'

const person = fc.record({ id: fc.constantFrom('p1', 'p2'), name: line })
const time = fc.constantFrom('2024-03-01T10:00:00.000Z', '2023-12-31T23:59:59Z')
const HASH = 'ab'.repeat(32)

const item = fc.record(
  {
    type: fc.constantFrom('report', 'article-newspaper', 'interview', 'document'),
    title: line,
    author: fc.array(fc.oneof(fc.record({ family: line, given: line }), fc.record({ literal: line })), {
      maxLength: 3,
    }),
    issued: fc.constantFrom(
      { 'date-parts': [[2022]] },
      { 'date-parts': [[2024, 3, 1]] },
      { literal: 'spring' },
    ),
    publisher: line,
    'container-title': line,
    URL: fc.constantFrom(
      'https://example.org/report',
      'https://example.org/a-b,c&d#e',
      'not an address',
      'javascript:alert(1)',
    ),
    DOI: fc.constantFrom('10.1000/182', 'x'),
    note: line,
    volume: fc.integer({ min: 1, max: 40 }),
  },
  { requiredKeys: ['type'] },
)

const aSource = (sourceId: string) =>
  fc
    .record(
      {
        key: fc.constantFrom('oecd_2022', 'unep_2023', 'same', 'odd key!', '__proto__'),
        item,
        origin: orNull(line),
        archivedAt: orNull(fc.constant('https://archive.example/1')),
        handling: orNull(fc.constantFrom('TLP:AMBER', 'own words')),
        embargoUntil: orNull(time),
        note: line,
        asked: fc.subarray(['date', 'URL']),
        captures: fc.constantFrom(
          [],
          [
            {
              hash: HASH,
              mediaType: 'text/plain',
              filename: null,
              takenAt: '2024-01-01T00:00:00Z',
              extractor: 'plain-1',
              length: 12,
            },
          ],
        ),
        addedBy: orNull(person),
        addedAt: orNull(time),
        removed: fc.option(fc.record({ by: person, at: time }), { nil: null, freq: 5 }),
        withdrawn: fc.option(
          fc.record({
            kind: fc.constantFrom('retracted', 'corrected', 'discredited'),
            reason: line,
            by: person,
            at: time,
            settled: orNull(fc.record({ by: person, at: time })),
          }),
          { nil: null, freq: 5 },
        ),
      },
      { requiredKeys: ['key', 'item'] },
    )
    .map((fields) => source.parse({ ...fields, id: sourceId }))

const anExcerpt = (excerptId: string) =>
  fc
    .record({
      common: fc.record(
        {
          says: orNull(fc.record({ name: line, role: line, named: fc.boolean() })),
          via: fc.array(line, { maxLength: 2 }),
          locator: orNull(fc.record({ label: fc.constantFrom('page', 'paragraph'), locator: line })),
          note: line,
          tags: fc.array(line, { maxLength: 2 }),
          credibility: orNull(fc.constantFrom('2', 'named')),
          translations: fc.array(
            fc.record({
              lang: fc.constant('fr'),
              text: line,
              by: line,
              kind: fc.constantFrom('own', 'official', 'machine'),
              at: time,
            }),
            { maxLength: 1 },
          ),
          createdBy: orNull(person),
          createdAt: orNull(time),
          erased: fc.option(fc.record({ by: person, at: time, why: line }), { nil: null, freq: 6 }),
        },
        { requiredKeys: [] },
      ),
      source: fc.constantFrom(...SOURCES),
      exact: line,
      attested: fc.boolean(),
      by: person,
      followed: fc.record(
        {
          cell: orNull(
            fc.record({
              row: fc.array(line, { maxLength: 2 }),
              column: fc.array(line, { maxLength: 2 }),
              unit: orNull(line),
              caption: orNull(line),
            }),
          ),
          kept: orNull(fc.record({ capture: fc.constant('cd'.repeat(32)), by: person, at: time })),
          earlier: fc.array(fc.record({ capture: fc.constant(HASH), exact: line, by: person, at: time }), {
            maxLength: 2,
          }),
          detached: orNull(fc.record({ by: person, at: time })),
        },
        { requiredKeys: [] },
      ),
    })
    .map(({ common, source: of, exact, attested, by, followed }) =>
      excerpt.parse(
        attested
          ? {
              ...common,
              id: excerptId,
              source: of,
              kind: 'attested',
              attested: { words: exact, by, at: '2024-01-01T00:00:00Z', fragment: 't=1,2' },
            }
          : {
              ...common,
              ...followed,
              id: excerptId,
              source: of,
              kind: 'anchored',
              capture: HASH,
              selector: [
                { type: 'TextPositionSelector', start: 3, end: 3 + exact.length },
                { type: 'TextQuoteSelector', exact, prefix: 'so-- ', suffix: ' -->' },
              ],
            },
      ),
    )

const aCitation = (citationId: string) =>
  fc
    .record({
      cites: fc.uniqueArray(
        fc
          .record(
            {
              id: fc.constantFrom('k1', 'k2', 'odd id'),
              source: fc.constantFrom(...SOURCES),
              excerpt: orNull(fc.constantFrom(...EXCERPTS)),
              locator: orNull(fc.oneof(fc.constantFrom('42', '7-8', 'Annex II'), words)),
              label: orNull(fc.constantFrom('page', 'paragraph', 'timestamp', 'odd;label')),
              prefix: orNull(line),
              suffix: orNull(line),
              suppressAuthor: fc.boolean(),
              citedIn: orNull(fc.constantFrom(...SOURCES)),
              use: orNull(fc.constantFrom('quoted', 'paraphrased')),
              bearing: orNull(fc.constantFrom('supports', 'contradicts')),
            },
            { requiredKeys: ['id', 'source'] },
          )
          .map((fields) => cite.parse(fields)),
        { maxLength: 3, selector: ({ id }) => id },
      ),
      covers: fc.constantFrom('sentence', 'block'),
      removed: fc.option(fc.record({ by: person, at: time }), { nil: null, freq: 5 }),
      sentence: fc.oneof(fc.constant(''), line),
    })
    .map((fields) => citationRecord.parse({ ...fields, id: citationId }))

const aCheck = fc
  .record({
    by: person,
    at: time,
    hash: fc.constant('0'.repeat(32)),
    words: line,
    excerpts: fc.subarray(EXCERPTS),
  })
  .map((fields) => check.parse(fields))

const records = <T>(
  ids: readonly string[],
  make: (recordId: string) => fc.Arbitrary<T>,
): fc.Arbitrary<Map<string, T>> =>
  fc
    .tuple(fc.subarray([...ids]), fc.tuple(...ids.map((recordId) => make(recordId))))
    .map(
      ([kept, all]) =>
        new Map(
          ids.flatMap((recordId, i) => (kept.includes(recordId) ? [[recordId, all[i]!] as const] : [])),
        ),
    )

const anAbout = fc
  .record(
    {
      title: line,
      lang: fc.constantFrom('en-GB', 'no', 'de', 'odd: tag'),
      date: orNull(fc.constantFrom('2024-03-01', 'spring')),
      authors: fc.array(line, { maxLength: 2 }),
      handling: orNull(fc.constantFrom('TLP:GREEN', 'for us: only')),
      embargoUntil: orNull(fc.constantFrom('2024-05-01', 'later')),
      template: orNull(fc.constantFrom('policy-brief', 'x')),
      style: fc.constantFrom('numeric', 'apa'),
    },
    { requiredKeys: [] },
  )
  .map((fields) => about.parse(fields))

/** Any brief: the body names citations and excerpts that are there, and some that are not. */
export const brief: fc.Arbitrary<ReadBrief> = fc
  .record({
    about: anAbout,
    body,
    footnotes: records([...FOOTNOTES, 'c1'], () => footnoteText),
    sources: records(['s1', 's2', 's3'], aSource),
    excerpts: records(['x1', 'x2', 'x3'], anExcerpt),
    citations: records(['c1', 'c2', 'c3', 'c4', 'C1'], aCitation),
    checks: records(['c1', 'c2'], () => aCheck),
  })
  .map(withOrder)
