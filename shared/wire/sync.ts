/**
 * The sync socket's own messages and close codes, on top of y-protocols (0 sync, 1 awareness, 3 query).
 *
 *     durable  = varUint 100 · varUint epoch · varUint n        the first n counted frames are durable
 *     refused  = varUint 101 · varUint n · varString code       frame n was refused
 *     changed  = varUint 102 · varString topic                  something outside the document changed
 *     standing = varUint 103 · varString standing               whether the document is being written
 *
 * Counted are messages 0/1 (step 2, empty ones too) and 0/2 (update), from 1, in order of arrival on one
 * socket, refused ones included.
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

export const MESSAGE = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  durable: 100,
  refused: 101,
  changed: 102,
  standing: 103,
} as const
export const SYNC = { step1: 0, step2: 1, update: 2 } as const

export const CLOSE = {
  malformed: 4400,
  notSignedIn: 4401,
  notAllowed: 4403,
  noSuchBrief: 4404,
  otherEpoch: 4409,
  clientTooOld: 4426,
  cannotServe: 4503,
  readsTooSlowly: 4508,
  tooMany: 4529,
  restarting: 1012,
} as const

export type CloseCode = (typeof CLOSE)[keyof typeof CLOSE]

export type FrameRefusal = 'read-only' | 'quota' | 'schema'

export const durableMessage = (epoch: number, frames: number): Uint8Array =>
  encoding.encode((e) => {
    encoding.writeVarUint(e, MESSAGE.durable)
    encoding.writeVarUint(e, epoch)
    encoding.writeVarUint(e, frames)
  })

export const refusedMessage = (frame: number, code: FrameRefusal): Uint8Array =>
  encoding.encode((e) => {
    encoding.writeVarUint(e, MESSAGE.refused)
    encoding.writeVarUint(e, frame)
    encoding.writeVarString(e, code)
  })

export const changedMessage = (topic: 'notices' | 'members' | 'size'): Uint8Array =>
  encoding.encode((e) => {
    encoding.writeVarUint(e, MESSAGE.changed)
    encoding.writeVarString(e, topic)
  })

/**
 * `writing`: as it should be, and what a socket takes for granted until it hears otherwise. `not-writing`: nothing
 * can be stored just now; what was sent is kept, tried again and not acknowledged. `damaged`: some of what was
 * stored cannot be read; the document shows its last good state, and nothing is written until its owner repairs it.
 */
export const STANDINGS = ['writing', 'not-writing', 'damaged'] as const
export type Standing = (typeof STANDINGS)[number]

export const standingMessage = (standing: Standing): Uint8Array =>
  encoding.encode((e) => {
    encoding.writeVarUint(e, MESSAGE.standing)
    encoding.writeVarString(e, standing)
  })

/** Body of message 103, read after its type. A standing that is not known counts as `writing`. */
export const readStanding = (d: decoding.Decoder): Standing => {
  const word = decoding.readVarString(d)
  return STANDINGS.find((each) => each === word) ?? 'writing'
}

/** Body of message 100, read after its type. */
export const readDurable = (d: decoding.Decoder): { epoch: number; frames: number } => ({
  epoch: decoding.readVarUint(d),
  frames: decoding.readVarUint(d),
})

/** Body of message 101, read after its type. */
export const readRefused = (d: decoding.Decoder): { frame: number; code: string } => ({
  frame: decoding.readVarUint(d),
  code: decoding.readVarString(d),
})
