import { describe, expect, it } from 'vitest'
import { soundsNamed } from '../../../../client/features/sources/sounds-named.ts'
import { saysOf, whoDraft } from '../../../../client/features/sources/who-says.tsx'

describe('Whether somebody is named in the source', () => {
  it.each([
    'officials',
    'Officials',
    'Two U.S. officials',
    'senior Iranian officials',
    'the official',
    'sources',
    'Western diplomats',
    'analysts at three banks',
    'a person familiar with the plan',
    'A minister',
    'People with knowledge of the talks',
    'One of the negotiators',
    'an aide to the minister',
    'an unnamed officer',
    'Several residents, by telephone',
  ])('begins unticked for %s', (name) => expect(soundsNamed(name)).toBe(false))

  it.each([
    '',
    'Ana Lima',
    'An Nguyen',
    'One Nation',
    'People First',
    'Ministry of Foreign Affairs',
    'Ana Lima, one of the experts',
    'Ana Lima of the group of officials',
    'the European Commission',
    'Minister Ö. Müller',
  ])('begins ticked for “%s”', (name) => expect(soundsNamed(name)).toBe(true))

  it('follows the words only until a person has said it', () => {
    const draft = { ...whoDraft(null, []), name: 'officials' }
    expect(saysOf(draft)).toEqual({ name: 'officials', named: false })
    expect(saysOf({ ...draft, named: true })).toEqual({ name: 'officials', named: true })
    const kept = whoDraft({ name: 'officials', named: true }, [])
    expect(saysOf({ ...kept, name: 'the officials' })).toMatchObject({ named: true })
  })
})
