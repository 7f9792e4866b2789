/** What is written of a brief is in the brief's language. */
import { describe, expect, it } from 'vitest'
import { gradeWords } from '../../../shared/check/grades.ts'
import { locatorText } from '../../../shared/cite/locator.ts'
import { plainReference } from '../../../shared/cite/reference.ts'
import { english } from '../../../shared/words/english.ts'
import { german } from '../../../shared/words/german.ts'
import { firstWritten, writtenIn } from '../../../shared/words/written.ts'

const chapter = {
  id: '1',
  type: 'chapter',
  title: 'Speicher',
  editor: [
    { family: 'Adler', given: 'A.' },
    { family: 'Berg', given: 'B.' },
  ],
  'container-title': 'Energie',
  issued: { 'date-parts': [[2024, 3, 1]] as [number[]] },
  accessed: { 'date-parts': [[2025, 12, 1]] as [number[]] },
  URL: 'https://books.example/1',
}

describe('What is written of a brief', () => {
  it('has the words of its language, whatever the region, and English ones where there are none', () => {
    expect([writtenIn('de-AT'), writtenIn('DE'), writtenIn('en-US'), writtenIn('pl'), writtenIn('')]).toEqual(
      [german, german, english, english, english],
    )
  })

  it('names a work and a place in it as the language does', () => {
    expect(plainReference(chapter)).toBe(
      'A. Adler and B. Berg (eds.) (2024) “Speicher”, Energie. 1 March 2024. https://books.example/1 (accessed 1 December 2025)',
    )
    expect(plainReference(chapter, german)).toBe(
      'A. Adler und B. Berg (Hg.) (2024) „Speicher“, Energie. 1.\u00a0März 2024. https://books.example/1 (Abruf: 1.\u00a0Dezember 2025)',
    )
    expect([locatorText('page', '42'), locatorText('page', '7-8', german)]).toEqual(['p. 42', 'S.\u00a07-8'])
    expect([gradeWords('source', 'B'), gradeWords('source', 'B', german)]).toEqual([
      'B · Usually reliable',
      'B · In der Regel zuverlässig',
    ])
  })

  it('takes the first language of a reader that there are words for', () => {
    expect(firstWritten(['fr', 'de-CH', 'en'])).toEqual({ lang: 'de-CH', words: german })
    expect(firstWritten(['fr'])).toEqual({ lang: 'en', words: english })
  })

  it('has every locator, kind and grade in every language', () => {
    for (const part of ['locators', 'kinds', 'grades'] as const)
      expect(Object.keys(german[part]), part).toEqual(Object.keys(english[part]))
  })
})
