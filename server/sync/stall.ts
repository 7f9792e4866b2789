/**
 * What becomes of updates while the disk takes nothing: they are held, neither shown nor acknowledged, and tried
 * again until it does. Nobody is sent away for it; readers read on.
 */
import { CLOSE } from '../../shared/wire/sync.ts'
import type { Offer } from './offer.ts'

export type Stall = {
  isOn(): boolean
  /** They could not be stored: these come first when it is tried again. */
  begin(offers: readonly Offer[]): void
  /** One more that came meanwhile. */
  hold(offer: Offer): void
  /** Something was stored. */
  end(): void
  stop(): void
}

export type StallOptions = {
  /** Try these again. */
  retry(offers: Offer[]): void
  /** It began, or it is over. */
  changed(isOn: boolean): void
}

/** The first try comes soon, for a full disk may have been a matter of a moment. */
const FIRST_MS = 500
/** People who made room want to see it. */
const LONGEST_MS = 8_000
/** What one document holds in memory meanwhile; writers beyond it come back later, with all they have. */
const LIMIT = 32 * 1024 * 1024

export const createStall = ({ retry, changed }: StallOptions): Stall => {
  let on = false
  let held: Offer[] = []
  let bytes = 0
  let delay = FIRST_MS
  let timer: ReturnType<typeof setTimeout> | null = null

  const again = () => {
    timer = null
    const offers = held.filter(({ by }) => by.standing !== 'closed')
    held = []
    bytes = 0
    // Whoever sent them went. The next one who writes finds out how the disk is.
    if (offers.length === 0) end()
    else retry(offers)
  }
  const plan = () => {
    if (timer) return
    timer = setTimeout(again, delay)
    timer.unref()
    delay = Math.min(delay * 2, LONGEST_MS)
  }
  const hold = (offer: Offer) => {
    bytes += offer.update.byteLength
    if (bytes > LIMIT) return offer.by.close(CLOSE.cannotServe, 'cannot-write')
    held.push(offer)
  }

  const end = () => {
    if (!on) return
    on = false
    delay = FIRST_MS
    if (timer) clearTimeout(timer)
    timer = null
    if (held.length > 0) again()
    changed(false)
  }

  return {
    isOn: () => on,
    begin(offers) {
      const later = held
      held = []
      bytes = 0
      for (const offer of [...offers, ...later]) hold(offer)
      plan()
      if (on) return
      on = true
      changed(true)
    },
    hold,
    end,
    stop() {
      if (timer) clearTimeout(timer)
      held = []
    },
  }
}
