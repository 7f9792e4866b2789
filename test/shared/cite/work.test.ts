import { describe, expect, it } from 'vitest'
import { canonicalAddress, plainDoi, workOf } from '../../../shared/cite/work.ts'

describe('A work', () => {
  it('is known by its DOI, however it is written', () => {
    const written = ['10.1000/ABC.1', 'https://doi.org/10.1000/abc.1', 'doi:10.1000/abc.1', ' 10.1000/abc.1 ']
    for (const DOI of written) expect(workOf({ type: 'report', DOI })).toBe('doi:10.1000/abc.1')
    expect(workOf({ type: 'report', URL: 'https://doi.org/10.1000/abc.1' })).toBe('doi:10.1000/abc.1')
    expect(plainDoi('11.1000/1')).toBeNull()
    expect(plainDoi(undefined)).toBeNull()
  })

  it('is else known by its address, without what says how one came there', () => {
    for (const URL of [
      'https://www.example.org/a/report/?utm_source=x&b=2&a=1#part',
      'http://example.org/a/report?a=1&b=2&fbclid=9',
    ])
      expect(workOf({ type: 'webpage', URL })).toBe('url:example.org/a/report?a=1&b=2')
    expect(canonicalAddress('https://EXAMPLE.org')).toBe('example.org')
    expect(canonicalAddress('https://example.org:8443/x')).toBe('example.org:8443/x')
  })

  it('has no name outside its brief when it has neither', () => {
    expect(workOf({ type: 'interview', title: 'A talk' })).toBeNull()
    expect(workOf({ type: 'webpage', URL: 'javascript:alert(1)' })).toBeNull()
    expect(workOf({ type: 'webpage', URL: 'not an address' })).toBeNull()
  })
})
