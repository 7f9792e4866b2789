/** German has every word of the client, with all that is put into it, and none is English by oversight. */
import { describe, expect, it, onTestFinished } from 'vitest'
import { de } from '../../../client/words/de.ts'
import { chooseLanguage } from '../../../client/words/choose-language.ts'
import type { Words } from '../../../client/words/language.ts'

/** The rooms of the catalogue; a room beside them would be English for everybody. */
const rooms = Object.entries(
  import.meta.glob<{ say?: Words }>('../../../client/words/en/*.ts', { eager: true }),
).flatMap(([file, { say }]) => (say ? [[file.replace(/^.*\/|\.ts$/g, ''), say] as const] : []))

/** The same in both languages. */
const SAME = new Set([
  'Code',
  'Esc',
  'Interview',
  'Link',
  'Links',
  'Offline',
  'Text',
  'Version 71',
  'Video',
  'https://',
  'https://…',
  'en, de, fr-CA',
  '71 · Vouch',
  // A name.
  '71',
])

/** Each is found again in what is said, however the language writes numbers. */
const GIVEN = ['71', '72', '73', '74', '75']

/** A word with something put into it. Some take a list. */
const saidWith = (word: Words[string], given: unknown[] = GIVEN): string => {
  if (typeof word === 'string') return word
  try {
    return (word as (...all: unknown[]) => string)(...given)
  } catch {
    return (word as (...all: unknown[]) => string)(...given.map((one) => [one]))
  }
}

const each = rooms.flatMap(([room, english]) => {
  const german = de(room, english) ?? {}
  return Object.entries(english).map(
    ([name, word]) => [`${room}.${name}`, word, german[name]] as [string, Words[string], Words[string]?],
  )
})

describe('German', () => {
  it('has every word of every room', () => {
    expect(rooms.length).toBeGreaterThan(15)
    expect(each.filter(([, , german]) => german === undefined).map(([name]) => name)).toEqual([])
  })

  it('puts in all that English puts in', () => {
    const put = (word: Words[string]) => GIVEN.filter((one) => saidWith(word).includes(one)).join()
    expect(each.filter(([, english, german]) => put(english) !== put(german!)).map(([name]) => name)).toEqual(
      [],
    )
  })

  it('leaves no word in English', () => {
    const left = each.filter(([, english, german]) => saidWith(english) === saidWith(german!))
    expect(
      left.map(([name, english]) => [name, saidWith(english)]).filter(([, said]) => !SAME.has(said!)),
    ).toEqual([])
  })

  it('counts none, one and many', async () => {
    await chooseLanguage(['de-DE'])
    onTestFinished(() => chooseLanguage([]))
    const { excerpts } = de('brief', {}) as { excerpts: (n: number) => string }
    expect([0, 1, 2, 1200].map(excerpts)).toEqual(['keine Auszüge', '1 Auszug', '2 Auszüge', '1.200 Auszüge'])
    const { excerptsTakenOver } = de('library', {}) as { excerptsTakenOver: (n: number) => string }
    expect([0, 1, 2].map(excerptsTakenOver)).toEqual([
      'Kein Auszug wurde übernommen.',
      '1 Auszug wurde übernommen.',
      '2 Auszüge wurden übernommen.',
    ])
  })

  it('is set as German is: its own quotation marks, a space before …, no break before a unit', () => {
    const all = each.map(([name, , german]) => `${name}: ${saidWith(german!)}`)
    expect(all.filter((said) => /[„“”"]/.test(said.replace(/„[^„“”"]*“/g, '')))).toEqual([])
    expect(all.filter((said) => /\p{L}…/u.test(said))).toEqual([])
    expect(all.filter((said) => /\d (%|MB)/.test(said))).toEqual([])
  })
})
