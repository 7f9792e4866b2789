import { describe, expect, it } from 'vitest'
import { about } from '../../../shared/brief/about.ts'
import { isBelow, isUnderEmbargo } from '../../../shared/brief/handling.ts'
import { outsideObstacles } from '../../../shared/export/obstacles.ts'
import { smallBrief, smallContents } from '../../support/small-brief.ts'

const NOW = Date.parse('2026-05-03T12:00:00Z')

describe('A mark of handling', () => {
  it.each([
    [null, 'TLP:GREEN', true],
    [null, 'TLP:CLEAR', false],
    [null, null, false],
    ['TLP:GREEN', 'AMBER', true],
    ['tlp: amber', 'TLP:AMBER', false],
    ['TLP:AMBER', 'TLP:AMBER+STRICT', true],
    ['TLP:RED', 'TLP:AMBER+STRICT', false],
    ['TLP:RED', 'For the cabinet only', true],
    ['for the cabinet only', 'For the cabinet only', false],
    ['Restricted', 'TLP:GREEN', true],
  ])('of %s shows less care than %s: %s', (shown, asked, is) => {
    expect(isBelow(shown, asked)).toBe(is)
  })
})

describe('An embargo', () => {
  it.each([
    [null, false],
    ['2026-05-04', true],
    ['2026-05-03', false],
    ['2026-05-03T13:00:00+02:00', false],
    ['2026-05-03T12:00:01Z', true],
    ['until the minister speaks', true],
  ])('until %s holds on 3 May 2026 at noon: %s', (until, holds) => {
    expect(isUnderEmbargo(until, NOW)).toBe(holds)
  })
})

describe('What speaks against giving a brief to people outside', () => {
  const withMarks = (handling: string | null, marks: object, unused: object = {}) => {
    const { sources, ...rest } = smallContents()
    const [s1, s2, s3] = [...sources.values()]
    return smallBrief({
      ...rest,
      about: about.parse({ title: 'The gap', handling }),
      sources: new Map([
        ['s1', { ...s1!, handling: null, ...marks }],
        ['s2', s2!],
        ['s3', { ...s3!, ...unused }],
      ]),
    })
  }

  it('is nothing where no mark is stricter and no embargo holds', () => {
    expect(outsideObstacles(smallBrief(), NOW)).toEqual([])
  })

  it('is a cited source with a stricter mark or an embargo, and the embargo of the brief', () => {
    const brief = withMarks('TLP:GREEN', { handling: 'TLP:AMBER', embargoUntil: '2026-06-01' })
    const held = { ...brief, about: { ...brief.about, embargoUntil: '2026-07-01' } }
    expect(outsideObstacles(held, NOW)).toEqual([
      'The brief is under embargo until 1 July 2026.',
      'The source “Climate Finance” is marked TLP:AMBER, and the brief is marked TLP:GREEN.',
      'The source “Climate Finance” is under embargo until 1 June 2026.',
    ])
  })

  it('is no source that the brief does not cite', () => {
    expect(outsideObstacles(withMarks(null, {}, { handling: 'TLP:RED' }), NOW)).toEqual([])
  })
})
