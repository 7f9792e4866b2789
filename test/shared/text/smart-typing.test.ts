import { describe, expect, it } from 'vitest'
import { smartTyped } from '../../../shared/text/smart-typing.ts'

/** A text as it is typed, sign by sign. */
const type = (text: string, lang: string): string => {
  let written = ''
  for (const sign of text) {
    const smart = smartTyped(written, sign, lang)
    written = smart ? written.slice(0, written.length - smart.from) + smart.text : written + sign
  }
  return written
}

const N = '\u202f'

describe('Quotation marks while typing', () => {
  it.each([
    ['en-GB', `He said "no" (and "yes").`, 'He said “no” (and “yes”).'],
    ['en-GB', `"He said 'no' twice," she wrote.`, '“He said ‘no’ twice,” she wrote.'],
    ['en-US', `The '90s didn't end; the states' debts`, 'The ’90s didn’t end; the states’ debts'],
    ['en', `A 19" rack, 5'10"`, 'A 19" rack, 5’10"'],
    ['en', `"In 2020"`, '“In 2020”'],
    ['de-DE', `Er sagte "nein, 'vielleicht' nie".`, 'Er sagte „nein, ‚vielleicht‘ nie“.'],
    ['de', `Das geht's nicht`, 'Das geht’s nicht'],
    ['de-CH', `Er sagte "nein".`, 'Er sagte «nein».'],
    ['fr-FR', `Il dit "non". L'autre`, `Il dit «${N}non${N}». L’autre`],
    ['fr', `Il dit "non " encore`, `Il dit «${N}non${N}» encore`],
    ['fr-CH', `Il dit "non".`, 'Il dit «non».'],
    ['ru', `Он сказал "нет".`, 'Он сказал «нет».'],
    ['uk', `Він сказав "ні", об'єкт`, 'Він сказав «ні», об’єкт'],
    ['es-ES', `Dijo "no".`, 'Dijo «no».'],
    ['es-MX', `Dijo "no".`, 'Dijo “no”.'],
    ['it', `Ha detto "no". L'altro`, 'Ha detto «no». L’altro'],
    ['pt-BR', `Disse "não".`, 'Disse “não”.'],
    ['pl', `Powiedział "nie".`, 'Powiedział „nie”.'],
    ['cs', `Řekl "ne".`, 'Řekl „ne“.'],
    ['sv', `Han sa "nej" och "ja".`, 'Han sa ”nej” och ”ja”.'],
    ['fi', `Hän sanoi "ei".`, 'Hän sanoi ”ei”.'],
    ['nb-NO', `Han sa "nei".`, 'Han sa «nei».'],
    ['ja', `"はい"`, '「はい」'],
    ['zh-Hant-TW', `"是"`, '「是」'],
    ['xx', `He said "no".`, 'He said “no”.'],
  ])('are those of %s: %s', (lang, keys, text) => {
    expect(type(keys, lang)).toBe(text)
  })

  it('open behind a citation only after a space, and close right behind one', () => {
    expect(smartTyped('“Exports fell\ufffc', '"', 'en')?.text).toBe('”')
    expect(smartTyped('Exports fell\ufffc ', '"', 'en')?.text).toBe('“')
  })
})

describe('Dashes and dots while typing', () => {
  it.each([
    ['2019--2020', '2019–2020'],
    ['well---no', 'well—no'],
    ['wait...', 'wait…'],
    ['wait....', 'wait….'],
    ['<!--', '<!--'],
    ['---', '---'],
    ['a-b', 'a-b'],
  ])('make %s into %s', (keys, text) => {
    expect(type(keys, 'en')).toBe(text)
  })
})
