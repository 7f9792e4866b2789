import { describe as about, expect, it } from 'vitest'
import { alignWords } from '../../../shared/anchor/align.ts'
import { carry } from '../../../shared/anchor/carry.ts'
import { describe } from '../../../shared/anchor/describe.ts'
import { fold } from '../../../shared/anchor/fold.ts'
import type { Resolved } from '../../../shared/anchor/resolve.ts'
import { edited, NAMES, passagesOf, prose, reset } from '../../support/prose.ts'
import { random, seedOfRun } from '../../support/random.ts'

const firstSeed = seedOfRun()
/** 400 in the long rounds. */
const seeds = Array.from({ length: process.env.VOUCH_LONG ? 400 : 1 }, (_, i) => firstSeed + i)
const LOUD: Resolved['state'][] = ['changed', 'ambiguous', 'gone']

const passage = (text: string, words: string, from = 0) => {
  const start = text.indexOf(words, from)
  if (start < 0) throw new Error(`The text has no words "${words}".`)
  return describe(text, start, start + words.length)
}

/** Carries one passage, and says its state and the words it points at. */
const one = (before: string, words: string, after: string, from = 0) => {
  const at = carry(before, after, [passage(before, words, from)])[0]!
  return at.state === 'gone' ? ['gone'] : [at.state, after.slice(at.start, at.end)]
}

about('A passage carried over to a later text', () => {
  const TEXT =
    'Opening words. The fund held 83.3 billion in 2020, the ministry said. Critics asked for more.\n\n' +
    'Ana Smith did not approve the plan, two officials said. The fund held 83.3 billion in 2020, others wrote.'

  it('is not taken for an equal one elsewhere when its own place says something else', () => {
    const corrected = TEXT.replace('83.3 billion in 2020, the', '79.9 billion in 2020, the')
    expect(one(TEXT, '83.3 billion in 2020', corrected)).toEqual(['changed', '79.9 billion in 2020'])
    // The other one did not change, and is not taken for the first.
    const second = TEXT.lastIndexOf('83.3')
    expect(one(TEXT, '83.3 billion in 2020', corrected, second)[0]).toMatch(/^(exact|moved|context-changed)$/)
  })

  it('is not taken for another sentence that was altered to read like it', () => {
    const before = 'The bold plan is final, said Ana Smith. Rain fell. The old plan is final, said Oleg Tamm.'
    const after =
      'The bold plan is final, said Oleg Tamm. Rain fell. The old plan is not final, said Oleg Tamm.'
    expect(one(before, 'plan is final, said Oleg Tamm', after)).toEqual([
      'changed',
      'plan is not final, said Oleg Tamm',
    ])
  })

  it('is gone when it was written anew, though another sentence was altered to read like it', () => {
    const before =
      'In May the wide-ranging programme was approved by Ana Smith. The council met. ' +
      'In June the wide-ranging programme was approved by Oleg Tamm. Then ferries ran late.'
    const after =
      'In May the wide-ranging programme was approved by Oleg Tamm. The council met. ' +
      'Heavy rain and wind kept many boats inside each harbour. Then ferries ran late.'
    const words = 'the wide-ranging programme was approved by Oleg Tamm'
    expect(LOUD).toContain(one(before, words, after)[0])
  })

  it('is followed though it is too short to be told apart by its own words', () => {
    const before = 'One two three. Ana Smith spoke. Four five six seven eight. Nine ten eleven twelve.'
    const after = 'One two three. Four five six seven eight. Nine ten eleven twelve. Later Ana Smith spoke.'
    expect(one(before, 'Ana Smith', after)).toEqual(['context-changed', 'Ana Smith'])
  })

  it('is followed into a section that moved, with a figure corrected there', () => {
    const [first, second] = TEXT.split('\n\n') as [string, string]
    const moved = `${second}\n\nA new paragraph stands between them.\n\n${first.replace('83.3', '79.9')}`
    expect(one(TEXT, 'The fund held 83.3 billion in 2020, the ministry said', moved)).toEqual([
      'changed',
      'The fund held 79.9 billion in 2020, the ministry said',
    ])
    expect(one(TEXT, 'Ana Smith did not approve the plan', moved)[0]).toBe('context-changed')
  })

  it('is where it was though every word of it was replaced', () => {
    expect(one(TEXT, 'Ana Smith', TEXT.replace('Ana Smith', 'Oleg Tamm'))).toEqual(['changed', 'Oleg Tamm'])
    expect(one(TEXT, '83.3', TEXT.replace('83.3', '8.33'))).toEqual(['changed', '8.33'])
  })

  it('is gone when its words were taken out or written anew', () => {
    expect(one(TEXT, 'Critics asked for more', TEXT.replace(' Critics asked for more.', ''))).toEqual([
      'gone',
    ])
    const anew = TEXT.replace(
      'Ana Smith did not approve the plan, two officials said.',
      'Rain is forecast for the whole of the coming week, and ferries will run late.',
    )
    expect(one(TEXT, 'Ana Smith did not approve the plan, two officials said', anew)).toEqual(['gone'])
  })

  it('is told as well as may be where the older text is not at hand, or another one', () => {
    const selectors = passage(TEXT, 'Ana Smith did not approve')
    const after = TEXT.replace('did not', 'did')
    for (const before of [null, 'Another text altogether.', ''])
      expect(carry(before, after, [selectors])).toMatchObject([{ state: 'changed', polarity: true }])
  })

  it.each(seeds)(
    'is flagged whenever a number, a negation or a name in it is another one (seed %i)',
    (seed) => {
      const r = random(seed)
      const kinds = {
        numbers: (words: string) =>
          words.replace(/\d+/, (n) => String(Number(n) + 1 + r.below(Math.max(2, Number(n) >> 1)))),
        polarity: (words: string) =>
          /did not /.test(words)
            ? words.replace('did not ', 'did ')
            : words.replace(/\b(was|is|would)\b/, '$1 not'),
        name: (words: string) => {
          const name = NAMES.find((each) => words.includes(each))
          return name ? words.replace(name, r.pick(NAMES.filter((each) => each !== name))) : words
        },
      }
      const altered = { numbers: 0, polarity: 0, name: 0 }
      const done = () => altered.numbers + altered.polarity + altered.name
      for (let round = 0; done() < 200 && round < 40; round++) {
        const text = prose(r, 8000)
        const made: { start: number; end: number; words: string; other: string; kind: keyof typeof kinds }[] =
          []
        let end = 0
        for (const span of passagesOf(r, text, 60).sort((a, b) => a.start - b.start)) {
          const words = text.slice(span.start, span.end)
          const kind = r.pick(Object.keys(kinds) as (keyof typeof kinds)[])
          const other = kinds[kind](words)
          if (span.start < end || other === words || altered[kind] >= 67 || done() >= 200) continue
          end = span.end
          altered[kind]++
          made.push({ ...span, words, other, kind })
        }
        const after = made.reduceRight(
          (whole, change) => whole.slice(0, change.start) + change.other + whole.slice(change.end),
          text,
        )
        const passages = made.map(({ start, end: to }) => describe(text, start, to))
        const alone = carry(null, after, passages)
        for (const [i, found] of carry(text, after, passages).entries()) {
          const { words, other, kind } = made[i]!
          expect(found, `${words} → ${other}`).toMatchObject({
            state: 'changed',
            ...(kind !== 'name' && { [kind]: true }),
          })
          // Without the older text it can only be told where no other sentence has the same words.
          if (!fold(after).text.includes(fold(words).text))
            expect(LOUD, `${words} → ${other}`).toContain(alone[i]!.state)
        }
      }
      expect(altered.numbers + altered.polarity + altered.name).toBe(200)
    },
  )

  it.each(seeds)('is never flagged when the same words are set in another layout (seed %i)', (seed) => {
    const r = random(seed)
    const text = prose(r, 30_000)
    const spans = passagesOf(r, text, 200)
    const after = reset(r, text)
    const found = carry(
      text,
      after,
      spans.map(({ start, end }) => describe(text, start, end)),
    )
    for (const [i, at] of found.entries()) {
      const words = text.slice(spans[i]!.start, spans[i]!.end)
      expect(LOUD, words).not.toContain(at.state)
      const now = at.state === 'gone' ? '' : after.slice(at.start, at.end)
      expect(fold(now, 'tight').text).toBe(fold(words, 'tight').text)
    }
  })

  it.each(seeds)('finds its own words among edited ones (seed %i)', (seed) => {
    const r = random(seed)
    const text = prose(r, 30_000)
    const { text: later, after } = edited(r, text, 0.05)
    const spans = passagesOf(r, text, 200)
    const found = carry(
      text,
      later,
      spans.map(({ start, end }) => describe(text, start, end)),
    )
    for (const [i, at] of found.entries()) {
      const { start, end } = spans[i]!
      const whole = later.slice(after[start], after[end - 1]! + 1) === text.slice(start, end)
      // A negation that an edit brought within two words of the passage is taken in with it, and said loudly.
      if (whole && after[start]! >= 0 && at.state === 'changed' && at.polarity) {
        const beside = after[start]! - at.start
        expect(beside).toBeGreaterThanOrEqual(0)
        expect(later.slice(at.start, after[start]).split(' ').length).toBeLessThanOrEqual(4)
        expect(at.end).toBeGreaterThanOrEqual(after[start]! + end - start)
      } else if (whole && after[start]! >= 0) expect(at).toMatchObject({ start: after[start] })
      else if (after[start]! >= 0 || after[end - 1]! >= 0) expect(LOUD).toContain(at.state)
    }
  })
})

about('Two texts aligned word by word', () => {
  it('tie each word to the one it became, moved stretches too', () => {
    const words = (text: string) => text.split(' ')
    const before = words(
      'one two three four five six seven eight nine ten eleven twelve thirteen a b c d e f g h i j',
    )
    const after = words(
      'a b c d e f g h i j zero one two three four six seven eight nine ten eleven twelve thirteen',
    )
    const { there, back } = alignWords(before, after)
    expect(there[5]).toBe(15)
    expect(there[4]).toBe(-1)
    expect(there[13]).toBe(0)
    expect(back[10]).toBe(-1)
  })

  it.each(seeds)('tie equal words only, each once, in bounded time (seed %i)', (seed) => {
    const r = random(seed)
    const some = (n: number, kinds: number) => Array.from({ length: n }, () => `w${r.below(kinds)}`)
    for (const [a, b] of [
      [some(500, 2), some(400, 2)],
      [some(3000, 40), some(2000, 40)],
      [some(20_000, 3), some(20_000, 3)],
      [[], some(3, 2)],
    ] as const) {
      const { there, back } = alignWords(a, b)
      for (const [i, j] of there.entries())
        if (j >= 0) {
          if (b[j] !== a[i] || back[j] !== i) throw new Error(`Word ${i} is tied wrongly.`)
        }
    }
  })
})
