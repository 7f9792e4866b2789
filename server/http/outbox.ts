/**
 * What goes out on the sync sockets. A frame of a server carries no mask, so the very same bytes go to everybody:
 * a message is framed once, and all that one turn of the event loop has for a socket leaves in one write.
 * The kernel's write is most of what a delivery costs.
 */
import type { Duplex } from 'node:stream'
import { constants, deflateRaw } from 'node:zlib'

export type Outbox = {
  /** Leaves at the end of this turn of the event loop. The bytes must not change any more. */
  send(message: Uint8Array): void
  /** Bytes that were sent here and that the kernel has not taken. */
  waiting(): number
  /** Writes at once what can be: a close frame comes after it. Nothing may be sent then. */
  finish(): void
}

export type Post = {
  /** `deflates`: the other end takes compressed messages (permessage-deflate, RFC 7692). */
  outbox(stream: Duplex, deflates: boolean): Outbox
}

/** Longer messages are framed once for as long as they live, and compressed: the first load of a long brief. */
export const LARGE = 16 * 1024
/** Up to this, copying frames together costs less than a write of several buffers. */
const JOINED = 16 * 1024

/** A frame that is being made, or is there. */
type Frame = { bytes: Buffer | null; whenThere: (() => void)[] }
type Box = { flush(): void }

/** One for all sockets of a server. */
export const createPost = (): Post => {
  /** Frames of this turn. */
  const small = new Map<Uint8Array, Frame>()
  const large = new WeakMap<Uint8Array, Frame>()
  const deflated = new WeakMap<Uint8Array, Frame>()
  let boxes: Box[] = []

  /** A crowd is sent the same message one after the other. */
  let lastMessage: Uint8Array | null = null
  let lastFrame: Frame | null = null

  const frameOf = (message: Uint8Array, deflates: boolean): Frame => {
    if (message === lastMessage && message.byteLength < LARGE) return lastFrame!
    const frame = frameIn(message, deflates)
    lastMessage = message
    lastFrame = frame
    return frame
  }

  const frameIn = (message: Uint8Array, deflates: boolean): Frame => {
    const isLarge = message.byteLength >= LARGE
    const frames = !isLarge ? small : deflates ? deflated : large
    const there = frames.get(message)
    if (there) return there
    const frame: Frame = { bytes: null, whenThere: [] }
    frames.set(message, frame)
    if (isLarge && deflates) deflate(message, frame)
    else frame.bytes = framed(message)
    return frame
  }

  const deliver = () => {
    const all = boxes
    boxes = []
    for (const box of all) box.flush()
    small.clear()
    lastMessage = lastFrame = null
  }

  return {
    outbox(stream, deflates) {
      /** What waits for the end of the turn, or for a frame that is being made; nearly always one. */
      let first: Frame | null = null
      let more: Frame[] = []
      let bytes = 0
      let finished = false

      const flush = () => {
        if (!first || stream.destroyed) return
        if (more.length === 0 && first.bytes) {
          stream.write(first.bytes)
          first = null
          bytes = 0
        } else flushSeveral([first, ...more])
      }
      const flushSeveral = (frames: Frame[]) => {
        const stop = frames.findIndex((frame) => frame.bytes === null)
        const ready = stop === -1 ? frames : frames.slice(0, stop)
        more = stop === -1 ? [] : frames.slice(stop)
        first = more.shift() ?? null
        first?.whenThere.push(flush)
        const size = ready.reduce((sum, frame) => sum + frame.bytes!.byteLength, 0)
        bytes = Math.max(0, bytes - size)
        if (ready.length > 0)
          write(
            stream,
            ready.map((frame) => frame.bytes!),
            size,
          )
      }
      const box = { flush }

      return {
        send(message) {
          if (finished) return
          const frame = frameOf(message, deflates)
          bytes += frame.bytes?.byteLength ?? 0
          if (first) {
            more.push(frame)
            return
          }
          first = frame
          // After the promises that this turn settles: what they send goes along.
          if (boxes.length === 0) process.nextTick(deliver)
          boxes.push(box)
        },
        waiting: () => bytes + stream.writableLength,
        finish() {
          flush()
          finished = true
          first = null
          more = []
        },
      }
    },
  }
}

const write = (stream: Duplex, frames: readonly Buffer[], size: number): void => {
  if (frames.length === 1) stream.write(frames[0])
  else if (size <= JOINED) stream.write(Buffer.concat(frames, size))
  else {
    stream.cork()
    for (const frame of frames) stream.write(frame)
    stream.uncork()
  }
}

const deflate = (message: Uint8Array, frame: Frame): void => {
  // RFC 7692, 7.2.1: a sync flush, without the four bytes that it ends with. The highest level takes six times as long as
  // this one, for a five-hundredth less of a long brief; whoever opens it first waits for that.
  deflateRaw(message, { level: 6, finishFlush: constants.Z_SYNC_FLUSH }, (error, bytes) => {
    frame.bytes = error ? framed(message) : framed(bytes.subarray(0, -4), true)
    for (const tell of frame.whenThere.splice(0)) tell()
  })
}

const FIN_BINARY = 0x82
const RSV1 = 0x40

/** RFC 6455, 5.2: one unmasked binary frame. */
const framed = (payload: Uint8Array, compressed = false): Buffer => {
  const { byteLength } = payload
  const head = byteLength < 126 ? 2 : byteLength < 65536 ? 4 : 10
  const frame = Buffer.allocUnsafe(head + byteLength)
  frame[0] = compressed ? FIN_BINARY | RSV1 : FIN_BINARY
  if (head === 2) frame[1] = byteLength
  else if (head === 4) {
    frame[1] = 126
    frame.writeUInt16BE(byteLength, 2)
  } else {
    frame[1] = 127
    frame.writeBigUInt64BE(BigInt(byteLength), 2)
  }
  frame.set(payload, head)
  return frame
}
