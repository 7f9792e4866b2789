/** The whole corpus against the real server as a process: it lives on, and the honest one beside it notices nothing. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { hostileFrames } from '../../support/hostile-frames.ts'
import { hostileStreams } from '../../support/hostile-streams.ts'
import { besiege, type Siege } from '../../support/siege.ts'

const attacks = [...hostileFrames, ...hostileStreams]
let siege: Siege
beforeAll(async () => {
  siege = await besiege()
})
afterAll(() => siege.end())

it('has frames and streams of more than a hundred kinds', () => {
  expect(attacks.length).toBeGreaterThan(100)
  expect(new Set(attacks.map((each) => each.attacks)).size).toBe(attacks.length)
})

it.each(attacks)('$attacks', async (attack) => {
  const { closed } = await siege.endure(attack)
  expect(closed === null).toBe(attack.end === 'harmless')
  expect(await siege.strangersInLog()).toEqual([])
  expect(siege.honest.isOpen()).toBe(true)
})

it('leaves the document as its writer has it, on the server and in its log', async () => {
  expect(await siege.isAlive()).toBe(true)
  expect(await siege.differsFromHonest()).toEqual([])
})
