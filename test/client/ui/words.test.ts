import { describe, expect, it } from 'vitest'
import { initials } from '../../../client/ui/initials.ts'
import { counted } from '../../../client/words/en/counted.ts'
import { keyText } from '../../../client/ui/key-text.ts'
import { personColour } from '../../../client/ui/person-colour.ts'
import { dayText, whenText } from '../../../client/ui/when.ts'

const at = (...parts: [number, number, number, number?, number?]) => new Date(...parts)

describe('Words on screen', () => {
  it('say a day with its year only where it is another one', () => {
    const now = at(2024, 4, 20)
    expect(dayText(at(2024, 4, 3).toISOString(), now)).toBe('3 May')
    expect(dayText(at(2023, 4, 3).toISOString(), now)).toBe('3 May 2023')
    expect(dayText('unknown', now)).toBe('unknown')
  })

  it('say when something changed', () => {
    const now = at(2024, 4, 20, 9, 0)
    expect(whenText(at(2024, 4, 20, 8, 5).toISOString(), now)).toBe('today, 08:05')
    expect(whenText(at(2024, 4, 19, 23, 59).toISOString(), now)).toBe('yesterday')
    expect(whenText(at(2024, 4, 18).toISOString(), now)).toBe('18 May')
  })

  it('count', () => {
    expect([0, 1, 2].map((n) => counted(n, 'excerpt'))).toEqual(['no excerpts', '1 excerpt', '2 excerpts'])
    expect(counted(2, 'person', 'people')).toBe('2 people')
  })

  it('shorten a name to initials, whole characters only', () => {
    expect(initials('Ana Lima')).toBe('AL')
    expect(initials('  Ben ')).toBe('B')
    expect(initials('𝒜na van den Berg')).toBe('𝒜B')
    expect(initials('')).toBe('?')
  })

  it('write keys as the system does', () => {
    expect(keyText('mod alt [', true)).toBe('⌘⌥[')
    expect(keyText('mod alt [', false)).toBe('Ctrl+Alt+[')
  })

  it('give a person the same colour everywhere', () => {
    expect(personColour('p7')).toBe(personColour('p7'))
    expect(new Set([...'abcdefghijklmnop'].map(personColour)).size).toBe(8)
  })
})
