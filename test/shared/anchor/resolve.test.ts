import * as fc from 'fast-check'
import { describe as about, expect, it } from 'vitest'
import { describe } from '../../../shared/anchor/describe.ts'
import { fold, unfold } from '../../../shared/anchor/fold.ts'
import { numbersDiffer, polarityDiffers } from '../../../shared/anchor/meaning.ts'
import { resolve } from '../../../shared/anchor/resolve.ts'
import { wellFormed } from '../../../shared/text/well-formed.ts'
import { seedOfRun } from '../../support/random.ts'

const seed = seedOfRun()
const TEXT =
  'The taskforce met in March. Its chair did not approve the 83.3 billion plan, officials said. ' +
  'A second meeting was called off. The plan was printed in full by two papers, which changed nothing.'

const passage = (words: string, text = TEXT) => {
  const start = text.indexOf(words)
  return describe(text, start, start + words.length)
}
const PLAN = passage('did not approve the 83.3 billion plan')

/** What a person reads: the state and the words that it points at. */
const found = (text: string, selectors = PLAN) => {
  const at = resolve(text, selectors)
  return at.state === 'gone' ? ['gone'] : [at.state, text.slice(at.start, at.end)]
}

about('a passage', () => {
  it('is described by its place, its words and 64 characters on each side', () => {
    const [place, quote] = passage('did not approve')
    expect(TEXT.slice(place.start, place.end)).toBe('did not approve')
    expect(quote.prefix).toBe('The taskforce met in March. Its chair ')
    expect(quote.suffix).toHaveLength(64)
  })

  it('is never described with half a character', () => {
    const text = `${'😀'.repeat(40)}x${'😀'.repeat(40)}`
    const [, { prefix, suffix }] = describe(`a${text}`, 81, 82)
    expect(wellFormed(prefix + suffix)).toBe(prefix + suffix)
  })

  it('must lie within the text', () => {
    for (const [start, end] of [
      [-1, 2],
      [2, 2],
      [0, TEXT.length + 1],
      [0.5, 2],
    ] as const)
      expect(() => describe(TEXT, start, end)).toThrow(RangeError)
  })
})

about('a passage looked up again', () => {
  const words = 'did not approve the 83.3 billion plan'

  it('stands word for word in the text it came from', () => {
    expect(found(TEXT)).toEqual(['exact', words])
  })

  it('is found where it moved', () => {
    expect(found(`A new opening line. ${TEXT}`)).toEqual(['moved', words])
  })

  it('is the same in another layout', () => {
    expect(found(TEXT.replace('not approve', 'not\n  ap\u00adprove'))).toEqual([
      'reflowed',
      'did not\n  ap\u00adprove the 83.3 billion plan',
    ])
    const quoted = passage('by two papers, which')
    expect(found(TEXT.replace('two papers', 'two\u00a0papers'), quoted)[0]).toBe('reflowed')
  })

  it('is the same with other quotation marks, dashes and ligatures', () => {
    const old = 'He said "it is final" - twice, at the office.'
    expect(
      found('He said “it is ﬁnal” – twice, at the oﬃce.', passage('"it is final" - twice', old))[0],
    ).toBe('reflowed')
  })

  it('tells when the text around it changed', () => {
    expect(found(TEXT.replace('Its chair', 'A deputy'))).toEqual(['context-changed', words])
  })

  it('is loud about a negation directly beside it, which turns the same words around', () => {
    const plan = passage('approve the 83.3 billion plan')
    expect(found(TEXT.replace('did not', 'did'), plan)[0]).toBe('changed')
    expect(resolve(TEXT.replace('Its chair', 'Nobody'), PLAN)).toMatchObject({
      state: 'changed',
      polarity: true,
    })
    const printed = passage('printed in full')
    expect(found(TEXT.replace('was printed', 'was never printed'), printed)).toEqual([
      'changed',
      'never printed in full',
    ])
  })

  it('is not found inside longer words and numbers, which say something else', () => {
    const text =
      'It was likely to fail, and 3 billion were spent on it in 2 of 5 cases; prices rose by 5 percent.'
    for (const [part, was, is, polarity, numbers] of [
      ['likely to fail', 'likely', 'unlikely', true, false],
      ['3 billion', '3 b', '83 b', false, true],
      ['3 billion', '3 b', '1,3 b', false, true],
      ['and 3', '3 b', '3.7 b', false, true],
      ['5 percent', 'by 5', 'by −5', false, true],
    ] as const)
      expect(resolve(text.replace(was, is), passage(part, text)), `${was} → ${is}`).toMatchObject({
        state: 'changed',
        numbers,
        polarity,
      })
    const fell = text.replace('by 5', 'by −5')
    expect(resolve(text, passage('5 percent', fell))).toMatchObject({ state: 'changed', numbers: true })
    expect(resolve(`Then. ${fell}`, passage('5 percent', fell)).state).toBe('moved')
  })

  it('is found where another layout ran it together with the word beside it, and before the mark of a note', () => {
    expect(found(TEXT.replace('Its chair did', 'Itschairdid'))[0]).toBe('moved')
    expect(found(TEXT.replace('plan, officials', 'plan¹, officials'))[0]).toBe('context-changed')
    const chinese = '他们昨天批准了这个计划然后离开了'
    expect(found(chinese.replace('昨天', '今天'), passage('批准了这个计划', chinese))[0]).toBe(
      'context-changed',
    )
  })

  it('is loud about another number', () => {
    const now = TEXT.replace('83.3', '79.9')
    expect(resolve(now, PLAN)).toMatchObject({ state: 'changed', numbers: true, polarity: false })
    expect(found(now)[1]).toBe('did not approve the 79.9 billion plan')
  })

  it('is loud about a negation that went', () => {
    expect(resolve(TEXT.replace('did not', 'did'), PLAN)).toMatchObject({
      state: 'changed',
      numbers: false,
      polarity: true,
    })
  })

  it('does not take a footnote mark for a digit', () => {
    const old = passage('in 3 of 5 cases', 'They won in 3 of 5 cases in all, it is said.')
    expect(resolve('They won in 3¹ of 5 cases in all, it is said.', old)).toMatchObject({
      state: 'changed',
      numbers: true,
    })
    expect(resolve('They won in 3 of5 cases in all, it is said.', old).state).toBe('reflowed')
    expect(resolve('They won in 35 of 5 cases in all, it is said.', old)).toMatchObject({
      state: 'changed',
      numbers: true,
    })
  })

  it('is told apart from its like by what stands around it', () => {
    const text = 'First the plan failed here. Then the plan failed there, and so on for years.'
    const second = describe(
      text,
      text.lastIndexOf('the plan failed'),
      text.lastIndexOf('the plan failed') + 15,
    )
    expect(found(text, second)[0]).toBe('exact')
    expect(resolve(`Much later. ${text}`, second)).toMatchObject({
      state: 'moved',
      start: text.lastIndexOf('the plan failed') + 12,
    })
  })

  it('is ambiguous where nothing tells', () => {
    const alone = describe('the plan failed', 0, 15)
    const at = resolve('So the plan failed. And the plan failed.', alone)
    expect(at).toMatchObject({ state: 'ambiguous' })
    expect(at.state === 'ambiguous' && at.places).toHaveLength(2)
  })

  it('is gone when the words are gone', () => {
    expect(
      found('Another article on something else, and much longer than the words that were sought in it.'),
    ).toEqual(['gone'])
    expect(found('')).toEqual(['gone'])
  })

  it('does not take a short word for a like one elsewhere', () => {
    expect(found('A tale of many moons.', passage('March'))).toEqual(['gone'])
  })

  it('takes bounded time for hostile selectors', () => {
    const long = 'ab'.repeat(400_000)
    const selectors = describe(long, 0, long.length)
    expect(resolve('ba'.repeat(300_000), selectors).state).toBe('gone')
    expect(resolve('a'.repeat(300_000), describe('aa', 0, 2)).state).toBe('exact')
    expect(resolve('a'.repeat(300_000), describe('aa b', 0, 2)).state).toBe('gone')
  })

  it(`never points outside the text (seed ${seed})`, () => {
    const some = fc
      .array(fc.constantFrom('a', 'not ', '7', ' ', '—', '\u00ad', 'ﬁ', 'e\u0301', '😀'), { maxLength: 60 })
      .map((c) => c.join(''))
    fc.assert(
      fc.property(some, some, fc.nat(), fc.nat(), (text, other, a, b) => {
        fc.pre(text.length > 0)
        const start = a % text.length
        const end = start + 1 + (b % (text.length - start))
        const selectors = describe(text, start, end)
        const same = resolve(text, selectors)
        if (text.slice(start, end).trim()) expect(same).toMatchObject({ start, end })
        const at = resolve(other, selectors)
        if (at.state !== 'gone')
          expect(0 <= at.start && at.start <= at.end && at.end <= other.length).toBe(true)
      }),
      { numRuns: 400, seed },
    )
  })
})

about('folded text', () => {
  it('leads every character back to where it stood', () => {
    const text = 'A  “ﬁnal”…\u00ad B'
    const folded = fold(text)
    expect(folded.text).toBe('A "final"... B')
    expect(unfold(folded, text, 2, 9)).toEqual({ start: 3, end: 9 })
  })

  it('keeps digits apart that were apart', () => {
    expect(fold('1 000 - 2 000', 'tight').text).toBe('1 000-2 000')
    expect(fold('10-18', 'tight').text).toBe('10-18')
    expect(fold('2020 | 781.3 | grain', 'tight').text).toBe('2020 781.3grain')
    expect(fold('2020-\n2021', 'tight').text).toBe('2020-2021')
  })

  it('keeps the sign of a number, and no hyphen of a name', () => {
    expect(fold('by −5 %', 'tight').text).toBe('by-5%')
    expect(fold('COVID-19', 'tight').text).toBe('COVID19')
  })
})

about('meaning', () => {
  it('sees other numbers in words and digits', () => {
    expect(numbersDiffer('12 %', '21 %')).toBe(true)
    expect(numbersDiffer('a million', 'a billion')).toBe(true)
    expect(numbersDiffer('12 % of it', '12% of that')).toBe(false)
  })

  it('sees them in other languages too', () => {
    expect(numbersDiffer('drei Millionen', 'drei Milliarden')).toBe(true)
    expect(numbersDiffer('два процента', 'три процента')).toBe(true)
    for (const [before, after] of [
      ['Sie haben zugestimmt', 'Sie haben nicht zugestimmt'],
      ['il est possible', 'il n’est pas possible'],
      ['hubo acuerdo', 'no hubo acuerdo'],
      ['они согласились', 'они не согласились'],
      ['wahrscheinlich', 'unwahrscheinlich'],
      ['это вероятно', 'это невероятно'],
    ] as const)
      expect(polarityDiffers(before, after)).toBe(true)
    expect(polarityDiffers('il n’est pas venu', 'il n’est pas venu hier')).toBe(false)
  })

  it('sees a negation come or go, as a word or a prefix', () => {
    expect(polarityDiffers('it is likely', 'it is unlikely')).toBe(true)
    expect(polarityDiffers('it did', "it didn't")).toBe(true)
    expect(polarityDiffers('it is not so', 'it is not thus')).toBe(false)
  })
})
