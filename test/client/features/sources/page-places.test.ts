import { describe, expect, it } from 'vitest'
import { carryRange } from '../../../../client/features/sources/pages/page-places.ts'

const carried = (here: string, words: string, there: string, nth = 0) => {
  let start = -1
  for (let i = 0; i <= nth; i++) start = here.indexOf(words, start + 1)
  const range = carryRange(here, { start, end: start + words.length }, there)
  return range && there.slice(range.start, range.end)
}

describe('A place on a page', () => {
  const PAGE = 'REPORT 4Exports fell by athird, two offi-cials said. Exports roseagain.'
  const TEXT = 'Exports fell by a third, two officials said.\n\nExports rose again.'

  it('is found in the text, whatever became of spaces, hyphens and headings of pages', () => {
    expect(carried(PAGE, 'fell by athird, two offi-cials', TEXT)).toBe('fell by a third, two officials')
    expect(carried(TEXT, 'a third, two officials said.\n\nExports', PAGE)).toBe(
      'athird, two offi-cials said. Exports',
    )
    expect(carried(PAGE, 'REPORT 4', TEXT)).toBeNull()
    expect(carryRange(PAGE, { start: 3, end: 3 }, TEXT)).toBeNull()
  })

  it('is the right one of several with the same words', () => {
    const range = carryRange(
      PAGE,
      { start: PAGE.lastIndexOf('Exports'), end: PAGE.lastIndexOf('Exports') + 7 },
      TEXT,
    )
    expect(range?.start).toBe(TEXT.lastIndexOf('Exports'))
    expect(carried(PAGE, 'Exports', TEXT)).toBe('Exports')
  })

  it('takes accents and characters of two units whole', () => {
    expect(carried('cafe\u0301 𝒳 end', 'cafe\u0301 𝒳', 'A café\u0301 𝒳 end')).toBeNull()
    expect(carried('x caf\u00e9 𝒳y', 'caf\u00e9 𝒳', 'x  cafe\u0301  𝒳 y')).toBe('cafe\u0301  𝒳')
  })
})
