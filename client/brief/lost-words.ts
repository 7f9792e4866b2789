/**
 * Finds words that end up deleted by a merge although nobody who deleted had seen them: a person's own that the server
 * did not have when a colleague's deletion came, and a colleague's that come into what this person has deleted.
 *
 * What moved is found again after a moment and is not told. Nobody can have moved words that they had not seen; what can
 * still stand elsewhere are older words that this person had just moved.
 */
import type * as Y from 'yjs'
import { roots } from '../../shared/brief/document.ts'
import { SYNC } from '../../shared/wire/sync.ts'
import { holdsWords, isShort, lettersIn, standing, standsIn, textOf } from './body-letters.ts'
import { type Cut, cutWords, isThere } from './cut-words.ts'
import { durableReach } from './durable-reach.ts'
import { addLateWords, type LateWords, textsOf } from './late-words.ts'

/** What passes over the socket; each call comes before what it tells of is done. */
export type Wire = {
  opened(): void
  /** A counted frame goes out, with this update. */
  sends(update: Uint8Array): void
  durable(frames: number): void
  /** The server's state vector (`step1`) or an update. */
  hears(step: number, bytes: Uint8Array): void
  /** It is done with what it heard. */
  heard(): void
}

/** A piece for each paragraph. */
export type LostWords = { mine: string[]; theirs: string[] }

/** Milliseconds without a change that takes words. */
const SETTLED_AFTER = 1_000

export const watchLostWords = (doc: Y.Doc, onLost: (lost: LostWords) => void) => {
  const reach = durableReach(doc)
  let heard: Uint8Array | null = null
  let cuts: Cut[][] = []
  let late: LateWords = []
  let settling: ReturnType<typeof setTimeout> | undefined

  /** Tells at once what it would tell after a moment. */
  const settle = () => {
    clearTimeout(settling)
    if (cuts.length === 0 && late.length === 0) return
    const now = textOf(lettersIn(roots(doc).body, standing))
    const mine = cuts
      .map((block) => block.filter((cut) => !isThere(cut, now)))
      .map((block) => block.map(({ words }) => words).join(' … '))
      .filter(holdsWords)
    const theirs = textsOf(late).filter((text) => holdsWords(text) && (isShort(text) || !standsIn(now, text)))
    cuts = []
    late = []
    if (mine.length > 0 || theirs.length > 0) onLost({ mine, theirs })
  }

  // Before the screen is drawn, and before Yjs lets go of what is deleted.
  const onChange = (transaction: Y.Transaction) => {
    if (!heard || transaction.local) return
    const taken = cutWords(transaction, reach.of)
    const before = late.length
    cuts.push(...taken)
    addLateWords(late, heard, transaction)
    reach.arrived(transaction)
    if (taken.length === 0 && late.length === before) return
    clearTimeout(settling)
    settling = setTimeout(settle, SETTLED_AFTER)
  }
  doc.on('beforeObserverCalls', onChange)

  const wire: Wire = {
    opened: reach.opened,
    sends: reach.sends,
    durable: reach.durable,
    hears(step, bytes) {
      if (step === SYNC.step1) reach.serverHas(bytes)
      else heard = bytes
    },
    heard() {
      heard = null
    },
  }
  return {
    wire,
    settle,
    close() {
      doc.off('beforeObserverCalls', onChange)
      settle()
    },
  }
}
