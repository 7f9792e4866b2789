/**
 * Counts failed attempts to get in, an address at a time. Keys of 256 bits cannot be guessed; this keeps a program
 * that tries from filling the log and the processor.
 */
import { Refusal } from '../../shared/wire/refusal.ts'

export type Attempts = {
  /** Throws Refusal `too-many` when this address has failed too often. Runs `attempt`; a Refusal in it counts. */
  guard<T>(address: string, attempt: () => Promise<T>): Promise<T>
}

/** A person with a wrong link tries two or three times; a whole office may share one address. */
const LIMIT = 30
const WINDOW_MS = 10 * 60 * 1000
/** Addresses remembered at most: a flood from many must not fill the memory. */
const REMEMBERED = 10_000

export const countAttempts = (now: () => number = Date.now): Attempts => {
  const failed = new Map<string, { count: number; since: number }>()

  const recent = (address: string) => {
    const entry = failed.get(address)
    if (entry && now() - entry.since < WINDOW_MS) return entry
    failed.delete(address)
    return null
  }

  return {
    async guard(address, attempt) {
      if ((recent(address)?.count ?? 0) >= LIMIT)
        throw new Refusal(
          'too-many',
          'Too many wrong keys came from your network. Wait ten minutes and try again.',
        )
      try {
        return await attempt()
      } catch (error) {
        // A missing name is no wrong key.
        if (error instanceof Refusal && error.code !== 'name-needed') {
          const entry = recent(address) ?? { count: 0, since: now() }
          failed.set(address, { ...entry, count: entry.count + 1 })
          if (failed.size > REMEMBERED) failed.delete(failed.keys().next().value!)
        }
        throw error
      }
    },
  }
}
