import { describe, expect, it } from 'vitest'
import { passageWords, standingWords, whoSays } from '../../../client/brief/standing-words.ts'
import type { Excerpt } from '../../../shared/brief/excerpt.ts'
import { standingOf } from '../../../shared/check/quotations.ts'

const anchored = (exact: string) =>
  ({
    kind: 'anchored',
    erased: null,
    translations: [],
    selector: [{}, { exact }],
  }) as unknown as Excerpt

const said = (words: string, source: string) => {
  const excerpt = anchored(source)
  return standingWords(standingOf(words, excerpt), excerpt)
}

describe('what a person reads of quoted words', () => {
  it.each([
    ['Prices rose by 3 %.', 'Word for word', 'quiet'],
    ['Prices rose by 4 %.', 'Differs from the source: a number', 'loud'],
    ['Prices did not rise by 3 %.', 'Differs from the source: “not”', 'loud'],
    ['Prices soared by 3 %.', 'Words differ from the source', 'loud'],
    ['Prices […] by 3 %.', 'Same words, shortened', 'quiet'],
  ])('%s: %s', (words, text, tone) =>
    expect(said(words, 'Prices rose by 3 %.')).toEqual({ words: text, tone }),
  )

  it('never claims more than that words match', () => {
    const all = ['Prices rose.', 'Prices fell.'].map((words) => said(words, 'Prices rose.').words).join(' ')
    expect(all).not.toMatch(/verif/i)
  })

  it('says whose transcript attested words are', () => {
    const excerpt = {
      kind: 'attested',
      erased: null,
      translations: [],
      attested: { words: 'Prices rose.', by: { id: 'ana', name: 'Ana' } },
    } as unknown as Excerpt
    expect(standingWords(standingOf('Prices rose.', excerpt), excerpt)).toEqual({
      words: 'Ana’s transcript, not machine-checked',
      tone: 'plain',
    })
  })

  it('is loud for a passage whose number or sense changed in the source', () => {
    expect(passageWords({ state: 'changed', numbers: true, polarity: true, start: 0, end: 1 })).toEqual({
      words: 'Words changed, number, “not”',
      tone: 'loud',
    })
    expect(passageWords({ state: 'exact', start: 0, end: 1 })).toEqual({
      words: 'Word for word',
      tone: 'quiet',
    })
  })

  it('names who says it and through whom', () => {
    expect(whoSays({ says: { name: 'Jane Doe', role: 'minister', named: true }, via: ['a briefing'] })).toBe(
      'Jane Doe, minister, via a briefing',
    )
    expect(whoSays({ says: null, via: [] })).toBe('')
  })
})
