import { expect, it } from 'vitest'
import { createCrowd } from '../../../server/storage/crowd.ts'

/** So many documents in turn, a commit each so many milliseconds, as far as it is due: the longest wait at the end. */
const longestWait = (documents: number, every: number): number => {
  let now = 0
  const crowd = createCrowd(() => now)
  let longest = 0
  for (let n = 0; n < 300; n++) {
    now += every
    if (n > 200) longest = Math.max(longest, crowd.wait())
    crowd.wrote([{ rows: [{ document: `d${n % documents}` }] }])
  }
  return longest
}

it('never lets a brief wait that is written alone, or with a few others', () => {
  expect(longestWait(1, 1)).toBe(0)
  expect(longestWait(5, 1)).toBe(0)
})

it('sets commits of a crowd 16 ms apart at most', () => {
  expect(longestWait(500, 2)).toBeGreaterThan(8)
  expect(longestWait(500, 2)).toBeLessThanOrEqual(16)
})

it('forgets a crowd that went', () => {
  let now = 0
  const crowd = createCrowd(() => now)
  for (let n = 0; n < 100; n++) crowd.wrote([{ rows: [{ document: `d${n}` }] }])
  expect(crowd.wait()).toBe(16)
  now += 1000
  crowd.wrote([{ rows: [{ document: 'one' }] }])
  expect(crowd.wait()).toBe(0)
})
