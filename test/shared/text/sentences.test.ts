import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sentenceAt, sentences } from '../../../shared/text/sentences.ts'
import { seedOfRun } from '../../support/random.ts'

const seed = seedOfRun()
const split = (text: string) => sentences(text).map(({ start, end }) => text.slice(start, end))

/** `|` stands where one sentence ends and the next begins. */
const keeps = (marked: string) => {
  const wanted = marked.split('|').map((s) => s.trim())
  expect(split(wanted.join(' '))).toEqual(wanted)
}

describe(`sentences (seed ${seed})`, () => {
  it.each([
    'Exports fell. | Imports rose.',
    'Did exports fall? | Yes! | They did.',
    'Mr. Smith met Dr. Jones. | They spoke.',
    'The U.S. Treasury paid. | Nobody asked.',
    'It happened in the U.S. | The rest followed.',
    'Some sources, e.g. Reuters, i.e. an agency, said so. | Others did not.',
    'See p. 7 and No. 5, Art. IV and Fig. 3. | No more.',
    'The answer is no. | The question was long.',
    'Growth was 3.5 per cent, or 1.2 billion. | It fell later.',
    'J. K. Rowling wrote it. | A. Analyst read it.',
    '“It rose.” | He left.',
    '“Why?” she asked. | “Because,” he said.',
    'He paused ... and went on. | Then he stopped… | The end.',
    '(This is one.) | [And this another.]',
    '1. First point. | 2. Second point.',
    'Apple Inc. said so. | Its shares rose.',
    'In 2020. | Then came 2021.',
  ])('parts %s', (marked) => keeps(marked))

  it('ends Chinese and Japanese sentences at their own full stops, without a space', () => {
    expect(split('经济增长。出口下降！真的？「是的。」')).toEqual([
      '经济增长。',
      '出口下降！',
      '真的？',
      '「是的。」',
    ])
  })

  it('ends a sentence at an empty line, whatever stands before it', () => {
    expect(split('A heading\n\nA sentence\nthat goes on.')).toEqual([
      'A heading',
      'A sentence\nthat goes on.',
    ])
  })

  it('finds nothing in a blank text', () => {
    expect(sentences(' \n\t ')).toEqual([])
    expect(sentenceAt('  ', 1)).toBeNull()
  })

  it('gives a citation at the end of a sentence that sentence, before and behind the full stop', () => {
    const text = 'One fell. Two rose.'
    const at = (position: number) => {
      const span = sentenceAt(text, position)!
      return text.slice(span.start, span.end)
    }
    expect([0, 4, 8, 9, 10].map(at)).toEqual(Array.from({ length: 5 }, () => 'One fell.'))
    expect([11, 18, 19].map(at)).toEqual(Array.from({ length: 3 }, () => 'Two rose.'))
  })

  it('puts every character that is not white space into exactly one sentence', () => {
    const piece = fc.constantFrom(
      'Mr.',
      'a',
      ' ',
      '. ',
      '?',
      '。',
      '…',
      '"',
      '\n\n',
      'U.S.',
      '7',
      '(',
      ')',
      '\u2029',
      '😀',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('')
        const spans = sentences(text)
        let at = 0
        for (const { start, end } of spans) {
          expect(start).toBeGreaterThanOrEqual(at)
          expect(end).toBeGreaterThan(start)
          expect(text.slice(at, start).trim()).toBe('')
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim())
          at = end
        }
        expect(text.slice(at).trim()).toBe('')
      }),
      { numRuns: process.env.VOUCH_LONG === '1' ? 20_000 : 500, seed },
    )
  })
})
