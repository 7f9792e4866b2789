/**
 * A light client: speaks the protocol in bytes and keeps no document, so that hundreds of them cost the measured machine
 * little. A `deaf` one reads its socket and counts bytes; another one looks into what it is told.
 */
import net from 'node:net'
import { randomBytes } from 'node:crypto'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import type { Peer } from './peers.ts'

export type Heard = {
  update(update: Uint8Array): void
  step2(update: Uint8Array): void
  awareness(bytes: Uint8Array): void
}

export type Client = {
  /** Sends an update, counted as one edit. */
  update(update: Uint8Array): void
  awareness(update: Uint8Array): void
  /** Asks for what a copy with that state vector lacks. */
  ask(stateVector: Uint8Array): void
  /** Bytes that came over the network. */
  received(): number
  close(): void
}

const SYNC = 0
const AWARENESS = 1
const AUTH = 2

/** What the others say after the document's name, where the peer wants it in each message. */
const framing = (peer: Peer, document: string) => {
  const name = encoding.encode((e) => encoding.writeVarString(e, document))
  const frame = (write: (e: encoding.Encoder) => void): Uint8Array =>
    encoding.encode((e) => {
      if (peer.names === 'in-messages') encoding.writeUint8Array(e, name)
      write(e)
    })
  const sync = (step: number, body: Uint8Array) =>
    frame((e) => {
      encoding.writeVarUint(e, SYNC)
      encoding.writeVarUint(e, step)
      encoding.writeVarUint8Array(e, body)
    })
  return {
    sync,
    awareness: (update: Uint8Array) =>
      frame((e) => {
        encoding.writeVarUint(e, AWARENESS)
        encoding.writeVarUint8Array(e, update)
      }),
    /** Hocuspocus lets a socket in once it said who it is. */
    hello:
      peer.names === 'in-messages'
        ? [
            frame((e) => {
              encoding.writeVarUint(e, AUTH)
              encoding.writeVarUint(e, 0)
              encoding.writeVarString(e, 'token')
            }),
          ]
        : [],
    read(data: Uint8Array): { type: number; decoder: decoding.Decoder } {
      const decoder = decoding.createDecoder(data)
      if (peer.names === 'in-messages') decoding.readVarString(decoder)
      return { type: decoding.readVarUint(decoder), decoder }
    },
  }
}

const NOTHING = new Uint8Array([0, 0])
const EMPTY_VECTOR = new Uint8Array([0])

export type Options = {
  heard?: Partial<Heard>
  /** The state vector that it comes with; an empty one asks for everything. */
  stateVector?: Uint8Array
  /** What it answers the server's step 1 with; nothing, unless said. */
  brings?: Uint8Array
  /** Offers compression, as browsers do. */
  compresses?: boolean
}

/** Resolves when the socket has had its first step 2. */
export const connect = (peer: Peer, document: string, options: Options = {}): Promise<Client> =>
  new Promise((resolve, reject) => {
    const { heard, stateVector = EMPTY_VECTOR, brings = NOTHING, compresses = false } = options
    const frames = framing(peer, document)
    const socket = new WebSocket(peer.address(document), { perMessageDeflate: compresses })
    let came = false
    let stream: net.Socket | null = null
    const client: Client = {
      update: (update) => socket.send(frames.sync(2, update)),
      awareness: (update) => socket.send(frames.awareness(update)),
      ask: (vector) => socket.send(frames.sync(0, vector)),
      received: () => stream?.bytesRead ?? 0,
      close: () => socket.terminate(),
    }
    socket.on('upgrade', (response) => {
      stream = response.socket
    })
    socket.on('open', () => {
      for (const frame of frames.hello) socket.send(frame)
      socket.send(frames.sync(0, stateVector))
    })
    socket.on('message', (data: Buffer) => {
      const { type, decoder } = frames.read(data)
      if (type === AWARENESS) return heard?.awareness?.(decoding.readVarUint8Array(decoder))
      // Hocuspocus answers a step 1 in a message type of its own.
      if (type !== SYNC && type !== 4) return
      const step = decoding.readVarUint(decoder)
      const body = decoding.readVarUint8Array(decoder)
      if (step === 0) return socket.send(frames.sync(1, brings))
      if (step === 2) return heard?.update?.(body)
      heard?.step2?.(body)
      if (came) return
      came = true
      resolve(client)
    })
    socket.on('close', (code, reason) => {
      if (!came) reject(new Error(`${peer.name} closed a socket with ${code} ${String(reason)}.`))
    })
    socket.on('error', reject)
  })

/** Only counts. It speaks WebSocket by hand: parsing what 200 of them hear would be most of the work. */
export const connectDeaf = (peer: Peer, document: string): Promise<Client> =>
  new Promise((resolve, reject) => {
    const frames = framing(peer, document)
    const address = new URL(peer.address(document))
    const stream = net.connect(Number(address.port), '127.0.0.1')
    stream.setNoDelay(true)
    const send = (body: Uint8Array) => stream.write(masked(body))
    stream.on('connect', () =>
      stream.write(
        [
          `GET ${address.pathname}${address.search} HTTP/1.1`,
          `Host: ${address.host}`,
          'Connection: Upgrade',
          'Upgrade: websocket',
          'Sec-WebSocket-Version: 13',
          `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
          '',
          '',
        ].join('\r\n'),
      ),
    )
    stream.once('data', (data) => {
      if (!data.toString('latin1').startsWith('HTTP/1.1 101'))
        return reject(new Error(`${peer.name} refused a socket.`))
      for (const frame of frames.hello) send(frame)
      send(frames.sync(0, EMPTY_VECTOR))
      send(frames.sync(1, NOTHING))
      stream.on('data', () => undefined)
      resolve({
        update: (update) => send(frames.sync(2, update)),
        awareness: (update) => send(frames.awareness(update)),
        ask: (vector) => send(frames.sync(0, vector)),
        received: () => stream.bytesRead,
        close: () => stream.destroy(),
      })
    })
    stream.on('error', reject)
  })

/** A final binary frame of a client (RFC 6455 §5.2). */
const masked = (body: Uint8Array): Buffer => {
  const key = randomBytes(4)
  const long = body.length > 125
  if (body.length > 0xffff) throw new Error('Deaf clients send short frames.')
  const frame = Buffer.alloc(2 + (long ? 2 : 0) + 4 + body.length)
  frame[0] = 0x82
  frame[1] = 0x80 | (long ? 126 : body.length)
  if (long) frame.writeUInt16BE(body.length, 2)
  const at = long ? 4 : 2
  key.copy(frame, at)
  for (let i = 0; i < body.length; i++) frame[at + 4 + i] = body[i]! ^ key[i & 3]!
  return frame
}
