/** When the rows of a log are put together into one state, so that opening stays a matter of milliseconds. */
import type { LoadedDocument, UpdateLog } from './update-log.ts'

const ROWS = 500
/**
 * Or more, for a long document: a row for so many bytes of its state. A state is then written again after a part of
 * it has changed, and 260,000 updates cost a few hundred states and not a share of the whole each time.
 */
const BYTES_A_ROW = 64
/** So many open in a moment, whatever the state. */
const ROWS_LIMIT = 5000
/** Or as many bytes as the state itself has: each byte is then written about twice in its life. */
const BYTES = 1024 * 1024
/** Fewer are not worth a write when nobody is left in the document. */
const ROWS_AT_CLOSE = 50

export type Compaction = {
  appended(changes: readonly Uint8Array[]): void
  /** Compacts if there is reason to; failing to is only a warning, for the rows are still there. */
  ifDue(state: () => Uint8Array, atClose?: boolean): Promise<void>
}

export const createCompaction = (
  log: UpdateLog,
  loaded: LoadedDocument,
  onWarning: (error: unknown) => void,
): Compaction => {
  let stateBytes = loaded.updates[0]?.byteLength ?? 0
  let rows = 0
  let bytes = 0
  const appended = (changes: readonly Uint8Array[]) => {
    rows += changes.length
    for (const change of changes) bytes += change.byteLength
  }
  appended(loaded.updates.slice(1))
  // What is damaged is there once instead of twice.
  let isUrgent = loaded.mended !== undefined

  return {
    appended,
    async ifDue(state, atClose = false) {
      const many = Math.min(ROWS_LIMIT, Math.max(ROWS, stateBytes / BYTES_A_ROW))
      const due = rows >= (atClose ? ROWS_AT_CLOSE : many) || bytes >= Math.max(BYTES, stateBytes)
      if (!due && !isUrgent) return
      isUrgent = false
      const whole = state()
      stateBytes = whole.byteLength
      rows = 0
      bytes = 0
      await log.compact(whole).catch(onWarning)
    },
  }
}
