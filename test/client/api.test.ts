import { describe, expect, it } from 'vitest'
import { NotReached, refusalFrom, sentenceOf } from '../../client/api.ts'
import { REFUSALS, toProblem } from '../../shared/wire/refusal.ts'

describe('What a person reads when a request fails', () => {
  it('is the sentence of the refusal, or its particulars', () => {
    expect(sentenceOf(refusalFrom(410, toProblem('key-used')))).toBe(REFUSALS['key-used'].sentence)
    expect(sentenceOf(refusalFrom(422, toProblem('invalid', 'A title is missing.')))).toBe(
      'A title is missing.',
    )
  })

  it('follows from the status where no sentence came, from a proxy for one', () => {
    expect(refusalFrom(413, null).code).toBe('too-large')
    expect(refusalFrom(502, '<html>').code).toBe('cannot-load')
    expect(refusalFrom(403, { type: 'about:blank' }).code).toBe('not-allowed')
  })

  it('says that nothing was changed when the server is away', () => {
    expect(sentenceOf(new NotReached(new TypeError('fetch failed')))).toContain('cannot be reached')
  })

  it('shows nobody the inside of a mistake of ours', () => {
    expect(sentenceOf(new TypeError('x is undefined'))).not.toContain('undefined')
  })
})
