import { describe, expect, it } from 'vitest'
import { copiesMade, doubledPlaces, movesBetween } from '../../../../client/features/editor/citation-moves.ts'
import { citationPlaces } from '../../../../client/features/editor/citation-places.ts'
import { bodyOf } from '../../../shared/binding/writers.ts'

describe('what a change did to the citations', () => {
  it('tells what came and what went, and not what moved', () => {
    expect(movesBetween(bodyOf('One.[a] Two.[b]'), bodyOf('Two.[b] One.[a] Three.[c]'))).toEqual({
      came: ['c'],
      went: [],
    })
    expect(movesBetween(bodyOf('One.[a] Two.[b]'), bodyOf('One. Two.[b]'))).toEqual({ came: [], went: ['a'] })
  })

  it('takes the citation that stood there for the original, wherever the copy is put', () => {
    const before = bodyOf('One.\nTwo.[a]\nThree.')
    const placesOf = (text: string) => {
      const after = bodyOf(text)
      return copiesMade(before, after).map((copy) =>
        citationPlaces(after).findIndex((p) => p.pos === copy.pos),
      )
    }
    expect(placesOf('One.[a]\nTwo.[a]\nThree.')).toEqual([0])
    expect(placesOf('One.\nTwo.[a]\nThree.[a]')).toEqual([1])
  })

  it('keeps the id for the first of several copies when the original is gone', () => {
    const after = bodyOf('[a] and [a] again')
    expect(copiesMade(bodyOf('nothing'), after).map((copy) => copy.pos)).toEqual([
      citationPlaces(after)[1]!.pos,
    ])
  })

  it('leaves alone what stood twice before', () => {
    expect(copiesMade(bodyOf('One.[a] Two.[a]'), bodyOf('One.[a] Two.[a] More.'))).toEqual([])
  })

  it('finds the later places of a doubled citation', () => {
    const doc = bodyOf('One.[a] Two.[b]\nThree.[a]')
    expect(doubledPlaces(doc).map((p) => p.id)).toEqual(['a'])
    expect(doubledPlaces(doc)[0]!.pos).toBe(citationPlaces(doc)[2]!.pos)
  })
})
