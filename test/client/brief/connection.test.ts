import { expect, it } from 'vitest'
import {
  connectionOf,
  connectionWords,
  type ConnectionFacts,
  refusedBy,
  refusedWords,
} from '../../../client/brief/connection.ts'
import { CLOSE } from '../../../shared/wire/sync.ts'

const calm: ConnectionFacts = {
  synced: false,
  unsettled: false,
  tried: false,
  failing: false,
  edited: false,
  kept: false,
  deviceFails: false,
  refused: null,
}
const words = (facts: Partial<ConnectionFacts>) => connectionWords(connectionOf({ ...calm, ...facts }))

it.each<[string, string, Partial<ConnectionFacts>]>([
  ['opens', 'Opening…', {}],
  ['opens from the device', 'Opening…', { kept: true }],
  ['has everything on the server', 'Saved', { synced: true }],
  [
    'waits for the server to store it',
    'Saving…',
    { synced: true, unsettled: true, edited: true, kept: true },
  ],
  [
    'has no server, but a device that keeps it',
    'Offline, kept on this device',
    { tried: true, kept: true, edited: true },
  ],
  ['has neither', 'Not saved, retrying', { tried: true, edited: true }],
  ['has neither, and nothing to save', 'Offline', { tried: true }],
  [
    'has a server that cannot store',
    'Not saved, retrying',
    { tried: true, failing: true, edited: true, kept: true },
  ],
  [
    'has a server that is away, and wrote nothing',
    'Offline, kept on this device',
    { tried: true, failing: true, kept: true },
  ],
  [
    'has a server that is open and cannot store',
    'Not saved, retrying',
    { synced: true, failing: true, unsettled: true, edited: true, kept: true },
  ],
  ['is turned out', 'Not connected', { tried: true, refused: 'not-allowed' }],
])('a page that %s says "%s"', (_, said, facts) => {
  expect(words(facts)).toBe(said)
})

it('never says saved without the server', () => {
  const flags = ['unsettled', 'tried', 'failing', 'edited', 'kept'] as const
  for (let bits = 0; bits < 2 ** flags.length; bits++) {
    const facts = Object.fromEntries(flags.map((flag, n) => [flag, Boolean(bits & (1 << n))]))
    expect(words(facts)).not.toBe('Saved')
    if (facts.unsettled) expect(words({ ...facts, synced: true })).not.toBe('Saved')
    if (!facts.kept) expect(words(facts)).not.toContain('kept')
  }
})

it('takes 44xx as final, with a sentence for each, and everything else as later', () => {
  for (const code of Object.values(CLOSE)) {
    const because = refusedBy(code)
    expect(because !== null).toBe(code >= 4400 && code < 4500)
    if (because) expect(refusedWords[because]).toMatch(/\.$/)
  }
  expect([refusedBy(1006), refusedBy(4503), refusedBy(4499)]).toEqual([null, null, 'malformed'])
})
