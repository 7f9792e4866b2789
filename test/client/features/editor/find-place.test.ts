import { describe, expect, it } from 'vitest'
import { findPlace, likeness } from '../../../../client/features/editor/find-place.ts'
import { bodyOf } from '../../../shared/binding/writers.ts'

const placeIn = (text: string, sentence: string) => {
  const doc = bodyOf(text)
  const pos = findPlace(doc, sentence)
  return pos === null ? null : `${doc.resolve(pos).parent.textBetween(0, doc.resolve(pos).parentOffset)}|`
}

describe('finding the sentence of a lost citation', () => {
  const text =
    'The taskforce met in March. It has twenty-one members.\nPrices rose by 3 per cent. Wages stood.'

  it('finds it word for word, and behind its full stop', () => {
    expect(placeIn(text, 'Prices rose by 3 per cent.')).toBe('Prices rose by 3 per cent.|')
  })

  it('finds it although words changed, and among similar ones the most similar', () => {
    expect(placeIn(text, 'The taskforce has twenty-one members now.')).toBe(
      'The taskforce met in March. It has twenty-one members.|',
    )
  })

  it('finds nothing when nothing is similar', () => {
    expect(placeIn(text, 'A new tariff was announced on steel imports.')).toBeNull()
    expect(placeIn(text, '')).toBeNull()
  })

  it('counts each word as often as it stands', () => {
    expect(likeness('the the the', 'the')).toBe(0.5)
    expect(likeness('Prices rose', 'prices ROSE')).toBe(1)
    expect(likeness('', '')).toBe(0)
  })
})
