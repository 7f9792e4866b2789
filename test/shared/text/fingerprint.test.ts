import { describe, expect, it } from 'vitest'
import { fingerprint } from '../../../shared/text/fingerprint.ts'
import { wellFormed } from '../../../shared/text/well-formed.ts'

describe('a fingerprint', () => {
  it('is the same on every machine and for good', () => {
    expect(fingerprint('Exports fell.')).toBe(fingerprint('Exports fell.'))
    expect(fingerprint('')).toBe('e3b0c44298fc1c149afbf4c8996fb924')
  })

  it('does not mind white space and how accents are composed', () => {
    expect(fingerprint('  Café \n fell')).toBe(fingerprint('Cafe\u0301 fell'))
  })

  it('minds every letter', () => {
    expect(fingerprint('Exports fell.')).not.toBe(fingerprint('exports fell.'))
  })
})

describe('well-formed text', () => {
  it('keeps pairs of surrogates and replaces lone ones', () => {
    expect(wellFormed('a😀b')).toBe('a😀b')
    expect(wellFormed('a\ud83db\ude00')).toBe('a\ufffdb\ufffd')
  })
})
