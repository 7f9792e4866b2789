import { describe, expect, it } from 'vitest'
import type { BodyNode } from '../../../shared/brief/body.ts'
import { type Excerpt, excerpt } from '../../../shared/brief/excerpt.ts'
import { quotationsOf } from '../../../shared/check/quotations.ts'
import { quoteDifference } from '../../../shared/check/quotes.ts'
import { checkStanding } from '../../../shared/check/standing.ts'
import { fingerprint } from '../../../shared/text/fingerprint.ts'

const SOURCE =
  'The Ministry did not approve the 83.3 billion plan, “which” officials said was likely to fail.'

describe('quoted words', () => {
  it('are the same, layout aside', () => {
    expect(quoteDifference(SOURCE, SOURCE)).toEqual({ is: 'same' })
    expect(quoteDifference(SOURCE.replace(' did', '\n did'), SOURCE)).toEqual({ is: 'same' })
  })

  it.each([
    ['typography', SOURCE.replace('“which”', '"which"').replace('not', 'n\u00adot'), ['layout']],
    ['quotation marks around them', `“${SOURCE}”`, ['layout']],
    ['the case of the first letter', SOURCE.replace('The', 'the'), ['case']],
    ['a case marked with brackets', SOURCE.replace('The', '[t]he'), ['case']],
    ['an omission', SOURCE.replace('the 83.3 billion plan', 'the […] plan'), ['omission']],
    ['an omission with three dots', SOURCE.replace('the 83.3 billion plan', 'the ... plan'), ['omission']],
    ['an insertion', SOURCE.replace('approve', 'approve [so far]'), ['insertion']],
    ['a word of the writer’s for the source’s', SOURCE.replace('Ministry', '[body]'), ['insertion']],
    ['[sic]', SOURCE.replace('approve', 'approve [sic]'), ['sic']],
    ['added emphasis that is said', `${SOURCE} (emphasis added)`, ['emphasis']],
    ['a part of the passage', 'did not approve the 83.3 billion plan', ['part']],
    ['another mark at the end', SOURCE.replace('fail.', 'fail,'), ['punctuation']],
  ])('may have %s', (_, words, allowed) => {
    expect(quoteDifference(words, SOURCE)).toEqual({ is: 'fair', allowed })
  })

  it('are loudest about a lost negation', () => {
    const found = quoteDifference(SOURCE.replace('did not approve the 83.3', 'did approve the 79.9'), SOURCE)
    expect(found).toMatchObject({ is: 'differs', loudest: 'negation' })
    expect(found.is === 'differs' && found.parts).toContainEqual({
      kind: 'removed',
      text: 'not',
      loud: 'negation',
    })
  })

  it('are loud about another number', () => {
    const found = quoteDifference(SOURCE.replace('83.3', '79.9'), SOURCE)
    expect(found).toMatchObject({ is: 'differs', loudest: 'number' })
    expect(found.is === 'differs' && found.parts).toEqual([
      { kind: 'same', text: 'The Ministry did not approve the' },
      { kind: 'removed', text: '83.3', loud: 'number' },
      { kind: 'added', text: '79.9', loud: 'number' },
      { kind: 'same', text: 'billion plan, which officials said was likely to fail.' },
    ])
  })

  it('are loud about a prefix that turns a word around', () => {
    expect(quoteDifference(SOURCE.replace('likely', 'unlikely'), SOURCE)).toMatchObject({
      loudest: 'negation',
    })
  })

  it('may not lose a negation in an ellipsis within its clause, nor a figure behind brackets', () => {
    expect(quoteDifference('The Ministry did […] approve the 83.3 billion plan', SOURCE)).toMatchObject({
      loudest: 'negation',
    })
    expect(quoteDifference('did not approve the [big] billion plan', SOURCE)).toMatchObject({
      loudest: 'number',
    })
    const two = 'It rose. It did not fall, they said. It ended.'
    expect(quoteDifference('It rose. […] It ended.', two)).toMatchObject({ is: 'fair' })
  })

  it('differ in any other word, and say which', () => {
    expect(quoteDifference(SOURCE.replace('Ministry', 'Department'), SOURCE)).toMatchObject({
      is: 'differs',
      loudest: 'words',
    })
    expect(quoteDifference('Something wholly other', SOURCE)).toMatchObject({ is: 'differs' })
    expect(quoteDifference('', SOURCE)).toMatchObject({ is: 'differs' })
  })

  it('are compared in bounded time', () => {
    const long = Array.from({ length: 30_000 }, (_, i) => `w${i}`).join(' ')
    expect(quoteDifference(`${long} not`, long)).toMatchObject({ is: 'differs' })
  })
})

describe('a check', () => {
  it('stands for the words it was made for, layout aside', () => {
    const check = { hash: fingerprint('It fell.') }
    expect(checkStanding(check, 'It  fell. ')).toBe('stands')
    expect(checkStanding(check, 'It rose.')).toBe('changed')
  })
})

const block = (excerptId: string | null, text: string): BodyNode => ({
  type: 'quotation',
  attrs: { id: 'b1', excerpt: excerptId },
  content: [
    {
      type: 'paragraph',
      content: [
        { type: 'text', text },
        { type: 'citation', attrs: { id: 'c1' } },
      ],
    },
  ],
})

const quoted = (text: string): BodyNode => ({
  type: 'text',
  text,
  marks: [{ type: 'quoted', attrs: { excerpt: 'x1' } }],
})

describe('the quotations of a brief', () => {
  const words = 'It did not fall in 2020.'
  const make = (id: string, more: object): [string, Excerpt] => [
    id,
    excerpt.parse({
      id,
      source: 's1',
      kind: 'attested',
      attested: { words, by: { id: 'p', name: 'Ana' }, at: '2024-01-01T00:00:00Z' },
      ...more,
    }),
  ]
  const excerpts = new Map([
    make('x1', {}),
    make('fr', {
      translations: [{ lang: 'de', text: 'Es fiel 2020 nicht.', by: 'A. A.', kind: 'own', at: '2024' }],
    }),
    make('erased', { erased: { by: { id: 'p', name: 'Ana' }, at: '2024', why: 'asked' } }),
    make('video', { attested: { by: { id: 'p', name: 'Ana' }, at: '2024', fragment: 't=1,2' } }),
  ])
  const standings = (...content: BodyNode[]) =>
    quotationsOf({ body: { type: 'doc', content }, excerpts }).map((q) => [q.kind, q.words, q.standing])

  it('are held against their excerpts, blocks and marked words alike', () => {
    const bold: BodyNode = { ...quoted('did not'), marks: [{ type: 'bold' }, ...quoted('').marks!] }
    const found = standings(block('x1', words), {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'He said “' },
        quoted('It '),
        bold,
        quoted(' fall'),
        { type: 'text', text: '”.' },
      ],
    })
    expect(found).toEqual([
      ['block', words, { is: 'held', difference: { is: 'same' }, translation: null }],
      [
        'inline',
        'It did not fall',
        { is: 'held', difference: { is: 'fair', allowed: ['part'] }, translation: null },
      ],
    ])
  })

  it('say when the words differ', () => {
    expect(standings(block('x1', 'It did fall in 2020.'))[0]![2]).toMatchObject({
      difference: { loudest: 'negation' },
    })
  })

  it('are held against a translation that is shown', () => {
    expect(standings(block('fr', 'Es fiel 2020 nicht.'))[0]![2]).toEqual({
      is: 'held',
      difference: { is: 'same' },
      translation: { lang: 'de', by: 'A. A.', kind: 'own' },
    })
  })

  it('say when there is nothing to hold them against', () => {
    expect(['missing', 'erased', 'video', null].map((id) => standings(block(id, 'x'))[0]![2])).toEqual([
      { is: 'without-excerpt' },
      { is: 'erased' },
      { is: 'without-words' },
      { is: 'without-excerpt' },
    ])
  })
})
