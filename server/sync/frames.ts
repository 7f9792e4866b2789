/**
 * The frames of the sync socket as pure functions over bytes. What a client sends:
 *
 *     frame  = sync | varUint 1 · varBytes awareness | varUint 3
 *     sync   = varUint 0 · ( varUint 0 · varBytes stateVector | varUint 1 · varBytes update      step 1, step 2
 *                          | varUint 2 · varBytes update )                                       update
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { MESSAGE, SYNC } from '../../shared/wire/sync.ts'
import { Malformed } from './malformed.ts'

export type Frame =
  | { is: 'step1'; stateVector: Uint8Array }
  | { is: 'step2' | 'update'; update: Uint8Array }
  | { is: 'awareness'; update: Uint8Array }
  | { is: 'query' }

/** Throws {@link Malformed}. */
export const readFrame = (bytes: Uint8Array): Frame => {
  const decoder = decoding.createDecoder(bytes)
  const frame = reading(() => readBody(decoder))
  if (decoding.hasContent(decoder)) throw new Malformed('bytes after the end of the frame')
  return frame
}

/** Runs a decoder over hostile bytes: whatever it throws means that they are malformed. */
export const reading = <T>(read: () => T): T => {
  try {
    return read()
  } catch (error) {
    if (error instanceof Malformed) throw error
    throw new Malformed('cannot be decoded')
  }
}

const readBody = (decoder: decoding.Decoder): Frame => {
  const type = decoding.readVarUint(decoder)
  if (type === MESSAGE.queryAwareness) return { is: 'query' }
  if (type === MESSAGE.awareness) return { is: 'awareness', update: readBytes(decoder) }
  if (type !== MESSAGE.sync) throw new Malformed('unknown message type')
  const step = decoding.readVarUint(decoder)
  if (step === SYNC.step1) return { is: 'step1', stateVector: readBytes(decoder) }
  if (step === SYNC.step2) return { is: 'step2', update: readBytes(decoder) }
  if (step === SYNC.update) return { is: 'update', update: readBytes(decoder) }
  throw new Malformed('unknown sync message')
}

const skipBytes = (decoder: decoding.Decoder): void => {
  const length = decoding.readVarUint(decoder)
  if (length > decoder.arr.length - decoder.pos) throw new Malformed('shorter than it says')
  decoder.pos += length
}

const readBytes = (decoder: decoding.Decoder): Uint8Array => {
  const length = decoding.readVarUint(decoder)
  if (length > decoder.arr.length - decoder.pos) throw new Malformed('shorter than it says')
  return decoding.readUint8Array(decoder, length)
}

const syncMessage = (step: number, body: Uint8Array): Uint8Array =>
  encoding.encode((e) => {
    encoding.writeVarUint(e, MESSAGE.sync)
    encoding.writeVarUint(e, step)
    encoding.writeVarUint8Array(e, body)
  })

export const step1Message = (stateVector: Uint8Array): Uint8Array => syncMessage(SYNC.step1, stateVector)
export const step2Message = (update: Uint8Array): Uint8Array => syncMessage(SYNC.step2, update)
export const updateMessage = (update: Uint8Array): Uint8Array => syncMessage(SYNC.update, update)

export type AwarenessEntry = { client: number; clock: number; state: string }

/** `state` is JSON; `null` says that the client went. */
export const awarenessMessage = (entries: readonly AwarenessEntry[]): Uint8Array =>
  encoding.encode((e) => {
    encoding.writeVarUint(e, MESSAGE.awareness)
    const body = encoding.encode((b) => {
      encoding.writeVarUint(b, entries.length)
      for (const entry of entries) {
        encoding.writeVarUint(b, entry.client)
        encoding.writeVarUint(b, entry.clock)
        encoding.writeVarString(b, entry.state)
      }
    })
    encoding.writeVarUint8Array(e, body)
  })

/** Hundreds of people with a caret each; what is longer was made to be looked at for seconds. */
const AWARENESS_LIMIT = 1024 * 1024

/**
 * The entries of an awareness update of the clients that `wants` picks, one after the other; nothing is kept of the
 * others. States are JSON that nobody looked at yet. Throws {@link Malformed}.
 */
export function* readAwareness(
  update: Uint8Array,
  wants: (client: number) => boolean,
): Generator<AwarenessEntry> {
  if (update.byteLength > AWARENESS_LIMIT) throw new Malformed('presence that is too long')
  const decoder = decoding.createDecoder(update)
  let left = reading(() => decoding.readVarUint(decoder))
  const next = (): AwarenessEntry | null => {
    for (; left > 0; left--) {
      const client = decoding.readVarUint(decoder)
      const clock = decoding.readVarUint(decoder)
      if (!wants(client)) skipBytes(decoder)
      else {
        left--
        return { client, clock, state: decoding.readVarString(decoder) }
      }
    }
    return null
  }
  for (let entry = reading(next); entry; entry = reading(next)) yield entry
  if (decoding.hasContent(decoder)) throw new Malformed('bytes after the end of the presence')
}

/** Nothing, in a form that every provider takes for a sign of life. */
export const HEARTBEAT: Uint8Array = awarenessMessage([])
