import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordDiff } from '../../../shared/text/word-diff.ts'
import { seedOfRun } from '../../support/random.ts'

const seed = seedOfRun()

describe(`the difference between two sentences (seed ${seed})`, () => {
  it('is told word by word', () => {
    expect(wordDiff('USD 83.3 billion in 2020', 'USD 79.9 billion in 2020')).toEqual([
      { kind: 'same', text: 'USD ' },
      { kind: 'removed', text: '83.3' },
      { kind: 'added', text: '79.9' },
      { kind: 'same', text: ' billion in 2020' },
    ])
  })

  it('shows a word that came in between', () => {
    expect(wordDiff('It is likely.', 'It is not likely.')).toContainEqual({ kind: 'added', text: 'not ' })
  })

  it('is nothing where nothing changed', () => {
    expect(wordDiff('', '')).toEqual([])
    expect(wordDiff('The same.', 'The same.')).toEqual([{ kind: 'same', text: 'The same.' }])
  })

  it('shows two texts with nothing in common as a whole, in bounded time', () => {
    const before = Array.from({ length: 50_000 }, (_, i) => `a${i}`).join(' ')
    const after = Array.from({ length: 50_000 }, (_, i) => `b${i}`).join(' ')
    expect(wordDiff(before, after)).toHaveLength(2)
  })

  it('always holds both texts whole', () => {
    const text = fc
      .array(fc.constantFrom('a ', 'b ', 'not ', '7.5', ', ', '\n'), { maxLength: 30 })
      .map((w) => w.join(''))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = wordDiff(before, after)
        const joined = (leave: string) =>
          parts
            .filter((p) => p.kind !== leave)
            .map((p) => p.text)
            .join('')
        expect(joined('added')).toBe(before)
        expect(joined('removed')).toBe(after)
        expect(parts.every((part, i) => part.text !== '' && part.kind !== parts[i - 1]?.kind)).toBe(true)
      }),
      { numRuns: 500, seed },
    )
  })
})
