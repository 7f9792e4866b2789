import { describe, expect, it } from 'vitest'
import {
  authorsText,
  dateText,
  parseAuthors,
  parseDate,
} from '../../../../client/features/sources/csl-fields.ts'
import { missingField } from '../../../../client/features/sources/missing-field.ts'
import { draftOf, emptyDraft, itemChange, itemOf } from '../../../../client/features/sources/source-draft.ts'
import { timeFragment } from '../../../../client/features/sources/time-fragment.ts'

describe('A date as it is typed', () => {
  it.each([
    ['2024', [2024], '2024'],
    ['2024-03', [2024, 3], 'March 2024'],
    ['2024-03-01', [2024, 3, 1], '1 March 2024'],
    ['1 March 2024', [2024, 3, 1], '1 March 2024'],
    ['March 2024', [2024, 3], 'March 2024'],
    ['Mar. 1, 2024', [2024, 3, 1], '1 March 2024'],
    ['3 May 2024', [2024, 5, 3], '3 May 2024'],
    ['29 February 2024', [2024, 2, 29], '29 February 2024'],
  ])('understands %s', (typed, parts, shown) => {
    expect(parseDate(typed)).toEqual({ 'date-parts': [parts] })
    expect(dateText(parseDate(typed))).toBe(shown)
  })

  it.each(['spring 2024', '31 February 2024', '2024-13', '03/04/2024', 'Ma 2024'])(
    'keeps the words of %s instead of guessing',
    (typed) => {
      expect(parseDate(typed)).toEqual({ literal: typed })
      expect(dateText(parseDate(typed))).toBe(typed)
    },
  )

  it('says nothing where nothing is known', () => {
    expect(parseDate('  ')).toBeUndefined()
    expect(dateText(undefined)).toBe('')
  })
})

describe('Authors as they are typed', () => {
  it('tells people from organisations by the comma', () => {
    const names = parseAuthors('Okafor, Ngozi A.; Ministry of Finance; ')
    expect(names).toEqual([{ family: 'Okafor', given: 'Ngozi A.' }, { literal: 'Ministry of Finance' }])
    expect(authorsText(names)).toBe('Okafor, Ngozi A.; Ministry of Finance')
  })

  it('are none when the field is empty', () => {
    expect(parseAuthors(' ; ')).toBeUndefined()
  })
})

const address = (typed: string) => itemOf({ ...emptyDraft('webpage'), address: typed }).URL

describe('The details of a source', () => {
  it('hold only what was given', () => {
    expect(itemOf({ ...emptyDraft('report'), title: ' Gap report ', outlet: 'UNEP' })).toEqual({
      type: 'report',
      title: 'Gap report',
      publisher: 'UNEP',
    })
  })

  it('give an address its scheme and leave other words alone', () => {
    expect(address('example.org/a')).toBe('https://example.org/a')
    expect(address('http://example.org')).toBe('http://example.org')
    expect(address('')).toBeUndefined()
  })

  it('keep what the form cannot show: a range of dates, a name with a particle', () => {
    const item = {
      type: 'report',
      title: 'Old title',
      author: [{ family: 'Berg', 'non-dropping-particle': 'van den' }],
      issued: { 'date-parts': [[2020], [2022]] },
      publisher: 'OECD',
    }
    const change = itemChange({ ...draftOf(item, null), title: 'New title' }, item)
    expect(change.title).toBe('New title')
    expect(change.author).toBe(item.author)
    expect(change.issued).toBe(item.issued)
    expect(change).not.toHaveProperty('publisher')
  })

  it('take a field away when it was emptied', () => {
    const item = { type: 'webpage', title: 'A', URL: 'https://example.org', 'container-title': 'The Daily' }
    const change = itemChange({ ...draftOf(item, null), address: '', outlet: '' }, item)
    expect(change).toHaveProperty('URL', undefined)
    expect(change).toHaveProperty('container-title', undefined)
  })
})

const source = (item: object, asked: string[] = []) => ({
  item: { type: 'article-newspaper', title: 'Exports fall', ...item },
  asked,
})

describe('What is asked for once', () => {
  it('asks for the title first, then for the date and the address', () => {
    expect(missingField(source({ title: undefined }))).toBe('title')
    expect(missingField(source({ title: ' ' }))).toBe('title')
    expect(missingField(source({ title: undefined }, ['title']))).toBe('issued')
    expect(missingField(source({}))).toBe('issued')
    expect(missingField(source({}, ['issued']))).toBe('URL')
    expect(missingField(source({ issued: { literal: 'spring' } }))).toBe('URL')
  })

  it('never asks again, nor for what is known', () => {
    expect(missingField(source({}, ['issued', 'URL']))).toBeNull()
    expect(missingField(source({ issued: { 'date-parts': [[2024]] }, DOI: '10.1/x' }))).toBeNull()
  })

  it('asks no interview for a title or an address', () => {
    expect(missingField(source({ type: 'interview', title: undefined }, ['issued']))).toBeNull()
  })
})

describe('A time in a recording', () => {
  it.each([
    ['1:13', 't=73'],
    ['1:13-1:31', 't=73,91'],
    ['1:02:03', 't=3723'],
    ['42.5 – 50', 't=42.5,50'],
  ])('%s is %s', (typed, fragment) => expect(timeFragment(typed)).toBe(fragment))

  it.each(['', 'at the end', '1:75', '1:31-1:13', '1:2:3:4'])('does not guess at %j', (typed) =>
    expect(timeFragment(typed)).toBeNull(),
  )
})
