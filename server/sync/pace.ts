/**
 * How long what happens in a document waits for company. In a quiet one it never does; where many watch and much
 * happens, flushes come a little apart, and each carries more.
 */
export type Pace = {
  /** So many things happened that each have to reach so many people. */
  note(things: number, people: number): void
  /** Something goes out now. */
  flushed(): void
  /** Milliseconds until the next flush. */
  wait(): number
}

/** Deliveries a second at which waiting begins: below, a machine has time to spare. */
const WARM = 15_000
/** And at which it is longest. */
const HOT = 30_000
/** One frame of a screen: nobody sees the difference. */
const LONGEST_MS = 16
/** What happened longer ago than this counts for little. */
const MEMORY_MS = 500

export const createPace = (now: () => number = () => performance.now()): Pace => {
  let level = 0
  let noted = now()
  let last = -Infinity

  /** Deliveries a second, lately. */
  const rate = (at: number) => level * Math.exp((noted - at) / MEMORY_MS)

  return {
    note(things, people) {
      const at = now()
      level = rate(at) + (things * people * 1000) / MEMORY_MS
      noted = at
    },
    flushed() {
      last = now()
    },
    wait() {
      const at = now()
      const heat = Math.min(1, Math.max(0, (rate(at) - WARM) / (HOT - WARM)))
      return Math.max(0, last + heat * LONGEST_MS - at)
    },
  }
}
