/**
 * Keeps an open document on this device: appends what changes, and knows at each moment whether all of it is
 * stored. What fails is tried again, and is never called kept.
 */
import * as Y from 'yjs'
import { type LocalCopy, unsentMark } from './local-store.ts'
import { createStore, type Store } from './store.ts'

export type DeviceCopy = {
  readonly epoch: number
  /** All of the document is stored on this device. */
  readonly kept: Store<boolean>
  /** The device would not store it when that was tried last. */
  readonly failing: Store<boolean>
  /** The server has all of it. */
  sent(): void
  /** Ends; what is still to be stored is stored, or left. */
  close(rest: 'store' | 'leave'): Promise<void>
}

const ROWS_BEFORE_COMPACTING = 300
const BYTES_BEFORE_COMPACTING = 4 * 1024 * 1024
/** Milliseconds after which a device that would not store is asked again. */
export const TRY_AGAIN_AFTER = 5_000
/** Of a sentence that is typed, each letter is sent: noted once is enough. Milliseconds. */
const NOTE_AFTER = 250

/**
 * `stored`: what of the document is there already; with `nothing` it is written as a whole. `rows` is how many
 * rows that took.
 */
export const keepOnDevice = (
  doc: Y.Doc,
  copy: LocalCopy,
  /** Whether something is written here that the server has not. */
  isUnsent: () => boolean,
  stored: { is: 'all'; rows: number; unsent: readonly string[] } | { is: 'nothing'; replace: boolean },
): DeviceCopy => {
  const kept = createStore(stored.is === 'all')
  const failing = createStore(false)
  let waiting: Uint8Array[] = []
  let whole: 'append' | 'replace' | null = stored.is === 'all' ? null : stored.replace ? 'replace' : 'append'
  let rows = stored.is === 'all' ? stored.rows : 0
  let bytes = 0
  let writing: Promise<void> | null = null
  let retry: ReturnType<typeof setTimeout> | undefined
  let noting: ReturnType<typeof setTimeout> | undefined
  const mine = unsentMark(doc.clientID)
  /** Marks that stand there for what is in this document. */
  const marks = new Set(stored.is === 'all' ? stored.unsent : [])
  let closed = false

  const isBehind = () => whole !== null || waiting.length > 0

  const writeOnce = async () => {
    const how = whole
    const updates = how ? [Y.encodeStateAsUpdate(doc)] : waiting
    waiting = []
    whole = null
    const mark = isUnsent() ? mine : null
    if (mark) marks.add(mark)
    try {
      if (how === 'replace') await copy.replace(updates[0]!, mark)
      else await copy.append(updates, mark)
    } catch {
      // A gap must not stay: the next write is the whole document.
      whole = how ?? 'append'
      failing.set(true)
      return false
    }
    failing.set(false)
    rows += updates.length
    for (const update of updates) bytes += update.byteLength
    return true
  }

  const write = async () => {
    while (isBehind()) {
      if (!(await writeOnce())) {
        if (!closed) retry = setTimeout(start, TRY_AGAIN_AFTER)
        return
      }
    }
    kept.set(true)
    if (rows < ROWS_BEFORE_COMPACTING && bytes < BYTES_BEFORE_COMPACTING) return
    rows = 0
    bytes = 0
    await copy.compact().catch(() => undefined)
  }

  const start = () => {
    kept.set(false)
    clearTimeout(retry)
    writing ??= write().finally(() => {
      writing = null
      if (waiting.length > 0 && !whole) start()
    })
  }

  const onUpdate = (update: Uint8Array) => {
    // After a failure only the timer tries again: each letter would find the same full disk.
    if (whole) return kept.set(false)
    waiting.push(update)
    start()
  }
  doc.on('update', onUpdate)
  if (whole) start()

  const note = async () => {
    clearTimeout(noting)
    noting = undefined
    // Written again meanwhile: it is noted when that is sent.
    if (marks.size === 0 || isUnsent()) return
    const noted = [...marks]
    marks.clear()
    await copy.sent(noted).catch(() => undefined)
  }

  return {
    epoch: copy.epoch,
    kept,
    failing,
    sent() {
      if (!closed && marks.size > 0) noting ??= setTimeout(() => void note(), NOTE_AFTER)
    },
    async close(rest) {
      closed = true
      doc.off('update', onUpdate)
      clearTimeout(retry)
      clearTimeout(noting)
      if (rest === 'leave') waiting = []
      await writing
      if (rest === 'store' && isBehind()) await writeOnce()
      if (rest === 'store') await note()
      copy.close()
    },
  }
}
