/** Seeded randomness: the same seed, the same run. Set VOUCH_SEED to replay one that failed. */
export type Random = {
  seed: number
  /** A number in [0, 1). */
  next(): number
  /** A whole number in [0, below). */
  below(below: number): number
  pick<T>(from: readonly T[]): T
}

/** mulberry32: small, fast and good enough to choose actions by. */
export const random = (seed: number): Random => {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return { seed, next, below, pick: (from) => from[below(from.length)]! }
}

/** The seed from the environment, or a fresh one. */
export const seedOfRun = (): number => Number(process.env.VOUCH_SEED ?? Math.floor(Math.random() * 2 ** 31))
