import { assert, nat, pre, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findWords, searchable } from '../../../shared/text/find.ts'

const found = (text: string, typed: string) =>
  findWords(searchable(text), typed).map(({ start, end }) => text.slice(start, end))

describe('Finding words in a text', () => {
  it('passes over case, accents, quotation marks and line breaks', () => {
    expect(found('Étude. The ÉTUDE’s end.', "etude's")).toEqual(['ÉTUDE’s'])
    expect(found('a new\n  line', 'NEW LINE')).toEqual(['new\n  line'])
    expect(found('co\u00ADoperation', 'cooperation')).toEqual(['co\u00ADoperation'])
    expect(found('Straße, Łódź, Ørsted', 'strasse')).toEqual(['Straße'])
    expect(found('Straße, Łódź, Ørsted', 'lodz')).toEqual(['Łódź'])
    expect(found('e\u0301tude e\u0301', 'etude')).toEqual(['e\u0301tude'])
    expect(found('Путин и ПУТИН', 'путин')).toEqual(['Путин', 'ПУТИН'])
  })

  it('finds each place once, in order, and nothing for nothing', () => {
    expect(findWords(searchable('aaaa'), 'aa')).toEqual([
      { start: 0, end: 2 },
      { start: 2, end: 4 },
    ])
    for (const typed of ['', '  ', '\u00AD']) expect(found('a text', typed)).toEqual([])
    expect(found('a text', 'nowhere')).toEqual([])
  })

  it('finds any stretch of any text again', () => {
    assert(
      property(string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), nat(), nat(), (text, a, b) => {
        const units = [...text]
        const start = a % units.length
        const typed = units.slice(start, start + 1 + (b % 10)).join('')
        const words = searchable(typed).folded.trim()
        pre(words !== '')
        const places = findWords(searchable(text), typed)
        expect(places.length).toBeGreaterThan(0)
        for (const place of places)
          expect(searchable(text.slice(place.start, place.end)).folded.trim()).toContain(words)
      }),
    )
  })
})
