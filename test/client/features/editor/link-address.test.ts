import { describe, expect, it } from 'vitest'
import { linkAddress } from '../../../../client/features/editor/link-address.ts'

describe('an address that a link may hold', () => {
  it.each([
    ['https://example.org/a', 'https://example.org/a'],
    ['example.org', 'https://example.org'],
    ['example.org:8080/x', 'https://example.org:8080/x'],
    ['a.b@example.org', 'mailto:a.b@example.org'],
    ['mailto:a@example.org', 'mailto:a@example.org'],
    ['javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['two words.org', null],
    ['nothing', null],
    ['', null],
  ])('%s', (typed, address) => expect(linkAddress(typed)).toBe(address))
})
