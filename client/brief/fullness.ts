/**
 * How full a brief is, counted from the document as it stands here, so that it is known offline too. Counting takes as
 * long as opening: it is done once at the start, and later only where the answer may have become another one.
 */
import * as Y from 'yjs'
import { BYTES_LIMIT, FULL, NEARLY_FULL, nodesIn, shareOf } from '../../shared/brief/size.ts'
import { createStore, type Store } from './store.ts'
import { say } from '../words/en/brief.ts'

/** `share`: of what a brief may hold, from 0 to about 1. */
export type Fullness = { is: 'room' } | { is: 'nearly' | 'full'; share: number }

export type FullnessWatch = {
  /** Null before it was counted. */
  readonly fullness: Store<Fullness | null>
  /** The document is here, or the server says that its size matters: counts as soon as there is a moment. */
  look(): void
  close(): void
}

/** Milliseconds without a change before it is counted. */
const REST = 1_500

export const watchFullness = (doc: Y.Doc): FullnessWatch => {
  const fullness = createStore<Fullness | null>(null, (a, b) => JSON.stringify(a) === JSON.stringify(b))
  let counted: number | null = null
  /** What changed since then brought so many bytes at most. */
  let grown = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const count = () => {
    timer = undefined
    grown = 0
    counted = shareOf(Y.encodeStateAsUpdate(doc).byteLength, nodesIn(doc))
    fullness.set(
      counted < NEARLY_FULL
        ? { is: 'room' }
        : // In whole hundredths: one line that changes with each word would not be quiet.
          { is: counted < FULL ? 'nearly' : 'full', share: Math.floor(counted * 100) / 100 },
    )
  }

  const look = () => {
    clearTimeout(timer)
    timer = setTimeout(count, REST)
  }

  const onUpdate = (update: Uint8Array) => {
    grown += update.byteLength
    // Before the first count it is on its way, or nobody asked for it.
    if (counted !== null && counted + grown / BYTES_LIMIT >= NEARLY_FULL) look()
  }
  doc.on('update', onUpdate)

  return {
    fullness,
    look,
    close() {
      clearTimeout(timer)
      doc.off('update', onUpdate)
    },
  }
}

/** What a person reads of it; null: there is room. */
export const fullnessWords = (fullness: Fullness): string | null => {
  if (fullness.is === 'room') return null
  if (fullness.is === 'full') return say.isFull
  return say.isNearlyFull(Math.round(fullness.share * 100))
}
