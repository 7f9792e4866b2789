/**
 * The step 2 messages of a document as it stands, made once for all who have the same: after a restart hundreds
 * come back with one state vector, and the very same bytes go to all of them.
 */
import { step2Message } from './frames.ts'
import { scanStateVector } from './scan.ts'

export type Answers = {
  /** The message for a copy with that encoded state vector. Throws Malformed. */
  to(stateVector: Uint8Array): Uint8Array
  /** The document changed. */
  clear(): void
}

/** People who were away differ in what they have; older questions are rarely asked again. */
const KEPT = 32
/** Of one who asks for a part, the question and the answer; the whole document is kept however long. */
const KEPT_BYTES = 4 * 1024 * 1024

/**
 * `since` gives what a copy lacks, as an update; of an empty state vector, everything. `clients`: how many clients the
 * document knows.
 */
export const createAnswers = (
  since: (stateVector: Map<number, number>) => Uint8Array,
  clients: () => number,
): Answers => {
  const made = new Map<string, Uint8Array>()
  let bytes = 0
  return {
    to(stateVector) {
      const question = Buffer.from(stateVector.buffer, stateVector.byteOffset, stateVector.byteLength)
      const key = question.toString('latin1')
      const there = made.get(key)
      if (there) return there
      const message = step2Message(since(scanStateVector(stateVector, clients())))
      bytes += key.length + (stateVector.byteLength > 1 ? message.byteLength : 0)
      if (made.size >= KEPT || bytes > KEPT_BYTES) {
        made.clear()
        bytes = 0
      }
      made.set(key, message)
      return message
    },
    clear() {
      made.clear()
      bytes = 0
    },
  }
}
