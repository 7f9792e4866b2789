/** The language of the page, and where its words come from. */
import { afterEach, describe, expect, it } from 'vitest'
import { workDate } from '../../../client/brief/work-date.ts'
import { dayText, whenText } from '../../../client/ui/when.ts'
import {
  chooseLanguage,
  languageFor,
  nameOfLanguage,
  offeredLanguages,
  wantedLanguages,
} from '../../../client/words/choose-language.ts'
import { language, spoken } from '../../../client/words/language.ts'
import { pluralsOf } from '../../../client/words/plurals.ts'
import { translation } from '../../../client/words/translation.ts'
import { numberText } from '../../../client/words/number-text.ts'

// Other files of this worker speak the usual English.
afterEach(() => chooseLanguage([]))

describe('The language of the page', () => {
  it('is the first of a person’s languages that there are words for', () => {
    expect(languageFor(['fr-FR', 'de-AT', 'en-US'], ['de'])).toBe('de-AT')
    expect(languageFor(['en-US', 'de'], ['de'])).toBe('en-US')
    expect(languageFor(['fr-FR', 'pl'], ['de'])).toBe('en-GB')
    expect(languageFor([], ['de'])).toBe('en-GB')
  })

  it('is the one that was chosen on the device before those of the browser, of the region that the browser names', () => {
    expect(wantedLanguages(null, ['fr', 'en-US'])).toEqual(['fr', 'en-US'])
    expect(languageFor(wantedLanguages('de', ['en-US', 'de-AT']), ['de'])).toBe('de-AT')
    expect(languageFor(wantedLanguages('de', ['en-US']), ['de'])).toBe('de')
    expect(languageFor(wantedLanguages('en', ['de-AT', 'en-US']), ['de'])).toBe('en-US')
    expect(languageFor(wantedLanguages('en', ['de-AT']), ['de'])).toBe('en-GB')
    expect(languageFor(wantedLanguages('xx', ['de-AT']), ['de'])).toBe('de-AT')
    expect(offeredLanguages().map(nameOfLanguage)).toEqual(['English', 'Deutsch'])
  })

  it('replaces the words that the language has, and leaves the others English', async () => {
    const english = { newBrief: 'New brief', moreFor: (title: string) => `More for ${title}` }
    expect(spoken('briefs', english).newBrief).toBe('New brief')
    await chooseLanguage(['en-XA'])
    const words = spoken('briefs', english)
    expect([words.newBrief, words.moreFor('Exports')]).toEqual(['⟦New brief⟧', '⟦More for Exports⟧'])
  })

  it('writes numbers and days in the manner of the person’s region', async () => {
    const day = new Date(2023, 4, 3, 14, 5)
    expect([numberText(1234), dayText(day.toISOString())]).toEqual(['1,234', '3 May 2023'])
    await chooseLanguage(['en-US'])
    expect(language()).toBe('en-US')
    expect(dayText(day.toISOString())).toBe('May 3, 2023')
    expect(workDate({ 'date-parts': [[2024, 3, 1]] })).toBe('March 1, 2024')
    expect(workDate({ 'date-parts': [['2024', 3]] })).toBe('March 2024')
    expect([
      workDate({ 'date-parts': [[2024]] }),
      workDate({ literal: 'spring' }),
      workDate(undefined),
    ]).toEqual(['2024', 'spring', ''])
    expect(whenText(day.toISOString(), day)).toMatch(/^today, 02:05\sPM$/)
    await chooseLanguage(['en-IN'])
    expect(numberText(123456)).toBe('1,23,456')
  })

  it('is a file with the words that it has, counted as the language counts', () => {
    const n = pluralsOf('pl')
    const polish = translation({
      briefs: {
        newBrief: 'Nowy dokument',
        people: (people) => n(people, { one: 'osoba', few: 'osoby', other: 'osób' }),
      },
    })
    const briefs = polish('briefs', {}) as { newBrief: string; people: (n: number) => string }
    expect([briefs.newBrief, ...[1, 3, 5].map(briefs.people)]).toEqual([
      'Nowy dokument',
      '1 osoba',
      '3 osoby',
      '5 osób',
    ])
    expect(polish('cite', {})).toBeUndefined()
  })
})
