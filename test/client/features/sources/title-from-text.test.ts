import { describe, expect, it } from 'vitest'
import { titleFromText } from '../../../../client/features/sources/title-from-text.ts'

describe('The title of a pasted text', () => {
  it('is its headline', () => {
    expect(titleFromText('\n  Lowland automates\tits ports \r\n\r\nThe ministry said so.')).toBe(
      'Lowland automates its ports',
    )
    expect(titleFromText('# Will it pay?\nNobody knows.')).toBe('Will it pay?')
  })

  it('is left open when the text begins with a sentence, or has one line only', () => {
    expect(titleFromText('The ministry said so.\nNobody knows.')).toBeUndefined()
    expect(titleFromText('Lowland automates its ports')).toBeUndefined()
    expect(titleFromText(`${'Long '.repeat(40)}\nMore`)).toBeUndefined()
    expect(titleFromText('')).toBeUndefined()
  })
})
