import { expect, it } from 'vitest'
import { createPace } from '../../../server/sync/pace.ts'

/** So many things a second, each to so many people, for a while: how long the last ones waited. */
const waits = (things: number, people: number): number[] => {
  let now = 0
  const pace = createPace(() => now)
  const found: number[] = []
  for (let n = 0; n < 3 * things; n++) {
    now += 1000 / things
    pace.note(1, people)
    const wait = pace.wait()
    found.push(wait)
    // What is due goes out; the rest waits for it.
    if (wait === 0) pace.flushed()
  }
  return found.slice(-things)
}

it('adds no delay to a document in which little happens, or that few watch', () => {
  expect(Math.max(...waits(50, 200))).toBe(0)
  expect(Math.max(...waits(200, 10))).toBe(0)
})

it('lets what happens in a hot one wait for company, 16 ms at most', () => {
  const hot = waits(200, 200)
  expect(Math.max(...hot)).toBeGreaterThan(5)
  expect(Math.max(...hot)).toBeLessThanOrEqual(16)
  expect(hot.filter((wait) => wait === 0).length).toBeLessThan(80)
})

it('is quick again when it has cooled down', () => {
  let now = 0
  const pace = createPace(() => now)
  pace.note(1000, 200)
  pace.flushed()
  expect(pace.wait()).toBe(16)
  now += 5000
  pace.note(1, 200)
  pace.flushed()
  expect(pace.wait()).toBe(0)
})
