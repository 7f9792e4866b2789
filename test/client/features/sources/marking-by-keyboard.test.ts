import { describe, expect, it } from 'vitest'
import { markingKey } from '../../../../client/features/sources/marking-key.ts'
import { stepAcross } from '../../../../client/features/sources/step-across.ts'

const text = 'Exports fell. They didn’t recover 🙂.\n\nNo date is given.'
const blocks = [
  { start: 0, end: 37 },
  { start: 39, end: 56 },
]
const plain = { shiftKey: false, altKey: false, ctrlKey: false, metaKey: false }

/** The words marked after some steps from `at`. */
const marked = (at: number, ...steps: [unit: 'character' | 'word' | 'sentence', forward: boolean][]) => {
  const end = steps.reduce((now, [unit, forward]) => stepAcross(text, blocks, now, unit, forward), at)
  return text.slice(Math.min(at, end), Math.max(at, end))
}

describe('Marking by keyboard', () => {
  it('goes by words, an apostrophe being part of one', () => {
    expect(marked(0, ['word', true])).toBe('Exports')
    expect(marked(19, ['word', true])).toBe('didn’t')
    expect(marked(0, ['word', true], ['word', true], ['word', false])).toBe('Exports ')
  })

  it('goes by sentences', () => {
    expect(marked(0, ['sentence', true])).toBe('Exports fell.')
    expect(marked(0, ['sentence', true], ['sentence', true])).toBe('Exports fell. They didn’t recover 🙂.')
  })

  it('goes on into the next paragraph, and back', () => {
    expect(marked(0, ['sentence', true], ['sentence', true], ['sentence', true])).toBe(text)
    expect(marked(39, ['sentence', false])).toBe('They didn’t recover 🙂.\n\n')
  })

  it('takes a character whole', () => {
    const smile = text.indexOf('🙂')
    expect(marked(smile, ['character', true])).toBe('🙂')
    expect(marked(smile + 2, ['character', false])).toBe('🙂')
  })

  it('stays where it is at either end of the text', () => {
    expect(marked(0, ['word', false])).toBe('')
    expect(marked(56, ['sentence', true])).toBe('')
  })

  it('leaves the keys of the browser and the system alone', () => {
    expect(markingKey({ ...plain, key: 'ArrowLeft', altKey: true })).toBeNull()
    expect(markingKey({ ...plain, key: 'ArrowDown', metaKey: true })).toBeNull()
    expect(markingKey({ ...plain, key: 'Tab', shiftKey: true })).toBeNull()
    expect(markingKey({ ...plain, key: 'a' })).toBeNull()
  })

  it('tells words, characters and sentences apart', () => {
    expect(markingKey({ ...plain, key: 'ArrowRight', shiftKey: true })).toEqual({
      is: 'extend',
      unit: 'word',
      forward: true,
    })
    expect(markingKey({ ...plain, key: 'ArrowLeft', shiftKey: true, altKey: true })).toEqual({
      is: 'extend',
      unit: 'character',
      forward: false,
    })
    expect(markingKey({ ...plain, key: 'ArrowDown', shiftKey: true })).toEqual({
      is: 'extend',
      unit: 'sentence',
      forward: true,
    })
  })
})
