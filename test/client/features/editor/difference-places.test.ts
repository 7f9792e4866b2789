import { describe, expect, it } from 'vitest'
import { differencePlaces } from '../../../../client/features/editor/difference-places.ts'
import { quoteDifference } from '../../../../shared/check/quotes.ts'

const places = (words: string, source: string) => {
  const difference = quoteDifference(words, source)
  return difference.is === 'differs' ? differencePlaces(words, difference.parts) : []
}

describe('where quoted words differ', () => {
  it('names the words that are not the source’s, and the gap', () => {
    const words = 'Exports fell by 21 % in 2020.'
    const found = places(words, 'Exports fell by 12 % in 2020.')
    const added = found.find((p) => p.is === 'added')
    expect(added && words.slice(added.from, added.to)).toBe('21')
    expect(found.find((p) => p.is === 'missing')).toMatchObject({ words: '12', loud: true })
  })

  it('finds a lost “not” between words that stand twice', () => {
    const words = 'They will do it and they will go.'
    const found = places(words, 'They will do it and they will not go.')
    expect(found).toMatchObject([{ is: 'missing', words: 'not', loud: true }])
    expect(found[0]?.is === 'missing' && words.slice(0, found[0].at)).toBe('They will do it and they will')
  })
})
