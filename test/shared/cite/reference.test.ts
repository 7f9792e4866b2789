import { describe, expect, it } from 'vitest'
import { cslItem } from '../../../shared/cite/csl.ts'
import { labelOfTerm, LOCATOR_LABELS, locatorText } from '../../../shared/cite/locator.ts'
import { formatReference, plainReference } from '../../../shared/cite/reference.ts'
import { shortName, titleOfWork } from '../../../shared/cite/short-name.ts'
import { writtenIn } from '../../../shared/words/written.ts'

const item = (fields: object) => cslItem.parse({ type: 'report', ...fields })
const year = (y: number, m?: number, d?: number) => ({
  'date-parts': [[y, m, d].filter((n) => n !== undefined)],
})

describe('a reference', () => {
  it('of a report has author, year, title and address', () => {
    const report = item({
      title: 'Climate Finance',
      author: [{ literal: 'OECD' }],
      issued: year(2022),
      URL: 'https://example.org/a',
    })
    expect(plainReference(report)).toBe('OECD (2022) Climate Finance. https://example.org/a')
    expect(formatReference(report)).toContainEqual({ text: 'Climate Finance', italic: true })
    expect(formatReference(report)).toContainEqual({
      text: 'https://example.org/a',
      href: 'https://example.org/a',
    })
  })

  it('of an article has its outlet, its day and the day it was read', () => {
    const article = item({
      type: 'article-newspaper',
      title: 'Who leads?',
      author: [
        { given: 'Jo', family: 'Smith' },
        { given: 'Al', family: 'Jones' },
      ],
      'container-title': 'The Paper',
      issued: year(2024, 3, 1),
      accessed: year(2024, 4, 2),
      URL: 'https://example.org/a',
    })
    expect(plainReference(article)).toBe(
      'Jo Smith and Al Jones (2024) “Who leads?”, The Paper. 1 March 2024. https://example.org/a (accessed 2 April 2024)',
    )
  })

  it('makes nothing up: what is not known is left out', () => {
    expect(plainReference(item({ title: 'A note' }))).toBe('A note.')
    expect(plainReference(item({}))).toBe('Untitled source.')
    expect(plainReference(item({ type: 'webpage', 'container-title': 'A site' }))).toBe('A site.')
  })

  it('says what is no printed text', () => {
    expect(
      plainReference(item({ type: 'interview', author: [{ literal: 'A minister' }], issued: year(2024, 5) })),
    ).toBe('A minister (2024). Interview. May 2024.')
  })

  it('links a DOI, and nothing but http and https', () => {
    expect(formatReference(item({ title: 'T', DOI: '10.1000/182' })).at(-1)).toEqual({
      text: 'https://doi.org/10.1000/182',
      href: 'https://doi.org/10.1000/182',
    })
    expect(formatReference(item({ title: 'T', URL: 'javascript:alert(1)' })).some((run) => run.href)).toBe(
      false,
    )
  })

  it('stands whatever the fields hold', () => {
    const odd = {
      title: '\ud800',
      author: [{}, { family: ' ' }],
      issued: { raw: 'spring 1999' },
      DOI: '10.1/\udc00',
      volume: 3,
      editor: [{ literal: 'E' }],
    }
    expect(plainReference(item(odd))).toContain('1999')
  })
})

describe('a short name', () => {
  it.each([
    [{ author: [{ literal: 'WHO' }], issued: year(2021) }, 'WHO 2021'],
    [{ author: [{ family: 'Smith' }, { family: 'Jones' }], issued: year(2024) }, 'Smith & Jones 2024'],
    [{ author: [{ family: 'A' }, { family: 'B' }, { family: 'C' }] }, 'A et al.'],
    [{ author: [{ literal: 'Organisation for Economic Co-operation and Development (OECD)' }] }, 'OECD'],
    [
      { title: 'A taskforce takes shape behind closed doors in the capital' },
      'A taskforce takes shape behind…',
    ],
    [{ 'container-title': 'The Paper', title: 'X', issued: year(2024) }, 'The Paper 2024'],
    [{}, 'Untitled source'],
  ])('of %j is %s', (fields, name) => expect(shortName(item(fields))).toBe(name))

  it('says in the reader’s language that nothing is known', () => {
    expect(shortName(item({}), writtenIn('de'))).toBe('Quelle ohne Titel')
    expect(titleOfWork(item({ title: ' ' }), writtenIn('de'))).toBe('Quelle ohne Titel')
  })
})

describe('a locator', () => {
  it.each([
    ['page', '42', 'p. 42'],
    ['page', '7-8', 'pp. 7-8'],
    ['paragraph', '4', 'para. 4'],
    ['timestamp', '1:13', 'at 1:13'],
    [null, 'Annex II', 'Annex II'],
    ['constructor', '1', 'constructor 1'],
    ['page', null, ''],
  ])('%s %s reads %s', (label, locator, text) => expect(locatorText(label, locator)).toBe(text))

  it('is read back from its term', () => {
    for (const label of LOCATOR_LABELS)
      expect(labelOfTerm(locatorText(label, '4').split(' ')[0]!)).toBe(label)
    expect(labelOfTerm('xyz')).toBeNull()
  })
})
