/**
 * What the header may say about where a person's words are. "Saved" means durable on the server and nothing
 * else; "kept on this device" means stored there.
 */
import type { CloseCode, Standing } from '../../shared/wire/sync.ts'

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
      return 'Opening…'
    case 'saved':
      return 'Saved'
    case 'saving':
      return 'Saving…'
    case 'offline':
      return connection.kept ? 'Offline, kept on this device' : 'Offline'
    case 'retrying':
      return 'Not saved, retrying'
    case 'not-kept':
      return 'Not kept on this device'
    case 'refused':
      return 'Not connected'
  }
}

/** What has to be said beside the header's words; null: nothing. */
export const connectionSentence = (connection: Connection): string | null => {
  switch (connection.is) {
    case 'refused':
      return refusedWords[connection.because]
    case 'not-kept':
      return 'There is no connection, and this device does not keep what you write, most likely for want of room: it is in this window only. Do not close it; make room on the device, or connect again.'
    default:
      return null
  }
}

/** One sentence on a refusal: what is kept, and what to do. */
export const refusedWords: Record<Refused, string> = {
  malformed:
    'The server could not read what this page sent. What you wrote is still here; copy it, then reload the page.',
  'not-signed-in': 'You are not signed in any more. What you wrote stays here; sign in again to send it.',
  'not-allowed':
    'You have no access to this brief any more. What you wrote is still here; copy what you need.',
  'no-such-brief': 'This brief was deleted. What is on this page is still here; copy what you need.',
  'began-anew': 'This brief was restored on the server. It is being opened anew; your own words are kept.',
  'client-too-old': 'This page is older than the server. Reload it; what you wrote is kept.',
}

/** One sentence on a server that does not store this brief: what is kept, and what to do. */
export const standingWords: Record<Exclude<Standing, 'writing'>, string> = {
  'not-writing':
    'The server cannot store anything just now; its disk may be full. What you write stays in this page and is saved by itself as soon as there is room. Leave the page open; whoever runs the server can make room.',
  damaged:
    'Part of what was stored of this brief is damaged. You see its last good state; it can be read and exported, not changed. What you wrote yourself is still here. Its owner can see what is missing with "npx vouch repair".',
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
