import { describe, expect, it } from 'vitest'
import { textMap } from '../../../../client/features/editor/text-map.ts'
import { bodyOf } from '../../../shared/binding/writers.ts'

describe('the words of a block and the way back', () => {
  it('leaves citations out, and counts a line break as one', () => {
    const doc = bodyOf('One.[a] Two⏎three')
    const map = textMap(doc.child(0), 1)
    expect(map.text).toBe('One. Two\nthree')
    for (const word of ['One', 'Two', 'three'])
      expect(
        doc.textBetween(
          map.positionOf(map.text.indexOf(word)),
          map.positionOf(map.text.indexOf(word)) + word.length,
        ),
      ).toBe(word)
    expect(map.offsetOf(map.positionOf(7))).toBe(7)
  })
})
