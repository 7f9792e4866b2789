import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { schema } from '../../../shared/editor/schema.ts'
import { canonicalJson } from '../../../shared/markdown/json.ts'
import type { MarkdownOptions } from '../../../shared/markdown/options.ts'
import { portable } from '../../../shared/markdown/portable.ts'
import { fromMarkdown } from '../../../shared/markdown/read.ts'
import { toMarkdown } from '../../../shared/markdown/write.ts'
import type { BriefContents, ReadBrief } from '../../../shared/brief/read.ts'
import { withOrder } from '../../../shared/brief/read.ts'
import { body } from '../../support/random-body.ts'
import { brief } from '../../support/random-brief.ts'
import { seedOfRun } from '../../support/random.ts'

const seed = seedOfRun()
const long = process.env.VOUCH_LONG === '1'
const runs = (few: number, many: number) => ({ numRuns: long ? many : few, seed })

const plain = ({ about, sources, excerpts, citations, checks }: BriefContents) =>
  canonicalJson({
    about,
    ...Object.fromEntries(
      Object.entries({ sources, excerpts, citations, checks }).map(([name, records]) => [
        name,
        Object.fromEntries(records as Map<string, unknown>),
      ]),
    ),
  })

const roundTrip = (one: ReadBrief, options: MarkdownOptions) => {
  const text = toMarkdown(one, options)
  const read = fromMarkdown(text)
  return { text, read, again: toMarkdown(withOrder(read.contents), options) }
}

describe(`Markdown there and back (seed ${seed})`, () => {
  it('makes random bodies that the schema takes', () => {
    fc.assert(
      fc.property(body, (one) => {
        if (one.content) schema.nodeFromJSON(one).check()
      }),
      runs(100, 1000),
    )
  })

  it('gives back any brief, body and evidence alike, and the same bytes again', () => {
    fc.assert(
      fc.property(
        brief,
        fc.constantFrom('footnotes', 'pandoc', 'plain'),
        fc.constantFrom('all', 'key'),
        (one, citations, evidence) => {
          const { text, read, again } = roundTrip(one, { citations, evidence })
          expect(canonicalJson(read.contents.body)).toBe(canonicalJson(portable(one, 'inside').body))
          expect(plain(read.contents)).toBe(plain(one))
          expect(canonicalJson(Object.fromEntries(read.contents.footnotes))).toBe(
            canonicalJson(Object.fromEntries(portable(one, 'inside').footnotes)),
          )
          expect(read.report).toEqual([])
          expect(again).toBe(text)
        },
      ),
      runs(90, 6000),
    )
  })

  it('gives the same bytes again for people outside', () => {
    fc.assert(
      fc.property(brief, (one) => {
        const { text, again } = roundTrip(one, { audience: 'outside' })
        expect(again).toBe(text)
      }),
      runs(25, 2000),
    )
  })
})
