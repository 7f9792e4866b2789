/**
 * What the header may say about where a person's words are. "Saved" means durable on the server and nothing
 * else; "kept on this device" means stored there.
 */
import type { CloseCode, Standing } from '../../shared/wire/sync.ts'
import { say } from '../words/en/brief.ts'

export type Connection =
  | { is: 'opening' }
  | { is: 'saved' }
  | { is: 'saving' }
  /** `kept`: all that was written here is stored on this device. */
  | { is: 'offline'; kept: boolean }
  /** The server cannot store, or there is neither a server nor a device that keeps what was written. */
  | { is: 'retrying' }
  /** There is no server, and this device would not store what was written. */
  | { is: 'not-kept' }
  | { is: 'refused'; because: Refused }

/** Why the server lets this copy in no more. It does not change by trying again. */
export type Refused =
  'malformed' | 'not-signed-in' | 'not-allowed' | 'no-such-brief' | 'began-anew' | 'client-too-old'

/** What the connection is told from. */
export type ConnectionFacts = {
  /** The socket is open, and both sides have what the other had when it opened. */
  synced: boolean
  /** Counted frames that were sent on this socket and are not durable yet. */
  unsettled: boolean
  /** A connection was tried and did not last. */
  tried: boolean
  /** The server cannot load or write. */
  failing: boolean
  /** Something was written here since all was saved last. */
  edited: boolean
  /** All that was written here is stored on this device. */
  kept: boolean
  /** The device would not store it when that was tried last. */
  deviceFails: boolean
  refused: Refused | null
}

export const connectionOf = (facts: ConnectionFacts): Connection => {
  if (facts.refused) return { is: 'refused', because: facts.refused }
  if (facts.synced) {
    if (!facts.unsettled && !facts.edited) return { is: 'saved' }
    return { is: facts.failing ? 'retrying' : 'saving' }
  }
  if (!facts.tried) return facts.edited && !facts.kept ? { is: 'saving' } : { is: 'opening' }
  if (facts.edited && !facts.kept && facts.deviceFails) return { is: 'not-kept' }
  if (facts.edited && (facts.failing || !facts.kept)) return { is: 'retrying' }
  return { is: 'offline', kept: facts.kept }
}

export const sameConnection = (a: Connection, b: Connection): boolean =>
  JSON.stringify(a) === JSON.stringify(b)

/** The words of the header. */
export const connectionWords = (connection: Connection): string => {
  switch (connection.is) {
    case 'opening':
      return say.opening
    case 'saved':
      return say.saved
    case 'saving':
      return say.saving
    case 'offline':
      return connection.kept ? say.offlineKeptOnThisDevice : say.offline
    case 'retrying':
      return say.notSavedRetrying
    case 'not-kept':
      return say.notKeptOnThisDevice
    case 'refused':
      return say.notConnected
  }
}

/** What has to be said beside the header's words; null: nothing. */
export const connectionSentence = (connection: Connection): string | null => {
  switch (connection.is) {
    case 'refused':
      return refusedWords[connection.because]
    case 'not-kept':
      return say.offlineNotKept
    default:
      return null
  }
}

/** One sentence on a refusal: what is kept, and what to do. */
export const refusedWords: Record<Refused, string> = {
  malformed: say.serverCouldNotRead,
  'not-signed-in': say.notSignedIn,
  'not-allowed': say.noAccess,
  'no-such-brief': say.briefWasDeleted,
  'began-anew': say.briefWasRestored,
  'client-too-old': say.pageIsOlder,
}

/** One sentence on a server that does not store this brief: what is kept, and what to do. */
export const standingWords: Record<Exclude<Standing, 'writing'>, string> = {
  'not-writing': say.serverCannotStore,
  damaged: say.partDamaged,
}

/** The reason behind a final close code; null for codes after which trying again helps. */
export const refusedBy = (code: number): Refused | null =>
  code >= 4400 && code < 4500 ? (reasons[code as CloseCode] ?? 'malformed') : null

const reasons: Partial<Record<CloseCode, Refused>> = {
  4400: 'malformed',
  4401: 'not-signed-in',
  4403: 'not-allowed',
  4404: 'no-such-brief',
  4409: 'began-anew',
  4426: 'client-too-old',
}
