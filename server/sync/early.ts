/**
 * Updates that came before their socket's step 2. A provider that connects while somebody types sends that before
 * what was typed offline: such updates wait for the step 2 that they build on. After it, nothing may be missing.
 */
import { CLOSE } from '../../shared/wire/sync.ts'
import type { Connection } from './connection.ts'
import type { Offer } from './offer.ts'

export type Early = {
  /** This one builds on something that is not here. */
  putOff(offer: Offer): void
  /** Those whose step 2 has come, to be tried again before all else. */
  back(): Offer[]
}

/** Early updates are in the step 2 that follows them, too: there is no reason for many. */
const LIMIT = 1000

export const createEarly = (): Early => {
  const waiting = new Map<Connection, Offer[]>()
  return {
    putOff(offer) {
      const early = waiting.get(offer.by) ?? []
      if (!offer.early) offer.by.close(CLOSE.malformed, 'builds on something that is not here')
      else if (early.length === LIMIT) offer.by.close(CLOSE.tooMany, 'too many updates before step 2')
      else waiting.set(offer.by, [...early, { ...offer, early: false }])
    },
    back() {
      const ready: Offer[] = []
      for (const [by, early] of waiting) {
        if (by.standing === 'open' && !by.caughtUp) continue
        waiting.delete(by)
        if (by.standing !== 'closed' && by.caughtUp) ready.push(...early)
      }
      return ready
    },
  }
}
