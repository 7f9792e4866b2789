/**
 * A y-websocket provider that knows what is durable: it counts the frames it sends as the server counts them,
 * and hears how many of those are stored. Plain TypeScript; runs wherever there is a WebSocket.
 */
import type { Awareness } from 'y-protocols/awareness'
import { createDecoder, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import { SCHEMA_VERSION } from '../../shared/editor/schema-version.ts'
import {
  CLOSE,
  MESSAGE,
  readDurable,
  readRefused,
  readStanding,
  type Standing,
  SYNC,
} from '../../shared/wire/sync.ts'
import type { Wire } from './lost-words.ts'

export type BriefProvider = {
  /** The origin of changes that came from the server. */
  readonly origin: unknown
  state(): ProviderState
  connect(): void
  /** Tries at once what it would try later: the network is back. */
  retryNow(): void
  /** The network is gone: an open socket is most likely dead, and would say nothing of it for half a minute. */
  tryAnew(): void
  close(): void
}

export type ProviderState = {
  /** The socket is open, and both sides have what the other had when it opened. */
  synced: boolean
  /** Counted frames that were sent on this socket and are not durable yet. */
  unsettled: boolean
  tried: boolean
  /** The server cannot load or write: it ended for that, or is open and says so. */
  failing: boolean
  /** What the server says of the document. */
  standing: Standing
  /** Known once a socket has opened. */
  epoch: number | null
}

export type ProviderOptions = {
  /** `wss://HOST/sync` */
  url: string
  name: string
  doc: Y.Doc
  awareness: Awareness
  /** The epoch of the copy on this device; null: there is none yet. */
  epoch: number | null
  token?: string | undefined
  WebSocket?: typeof WebSocket | undefined
  /** Is told what passes. */
  wire: Wire
  onState(): void
  /** A frame was refused for good; the copy holds something that the server will never take. */
  onRefused(because: string): void
  /** The server closed with a code that is final. */
  onClosed(code: number): void
  /** Something outside the document changed. */
  onTopic(topic: string): void
}

/** Longest wait between two tries; people notice half a minute. */
const LONGEST_WAIT = 15_000

export const createBriefProvider = (options: ProviderOptions): BriefProvider => {
  const { onState, wire } = options
  const state: ProviderState = {
    synced: false,
    unsettled: false,
    tried: false,
    failing: false,
    standing: 'writing',
    epoch: options.epoch,
  }
  let sent = 0
  let durable = 0
  /** It answered the server's step 1, so nothing written offline is still only here. */
  let answered = false

  const read = () => {
    // A socket that is closing takes frames without a word and sends them nowhere.
    const isOpen = provider.wsconnected && provider.ws?.readyState === Base.OPEN
    state.synced = isOpen && provider.synced && answered
    state.unsettled = durable < sent
    if (state.synced) state.failing = state.standing !== 'writing'
  }
  const look = () => {
    read()
    onState()
  }

  const Base = options.WebSocket ?? WebSocket
  const CountingSocket = class extends Base {
    override send(data: Parameters<WebSocket['send']>[0]): void {
      super.send(data)
      if (!(data instanceof Uint8Array) || data[0] !== MESSAGE.sync || data[1] === SYNC.step1) return
      sent++
      wire.sends(bodyOf(data))
      if (data[1] === SYNC.step2) answered = true
      look()
    }
  }

  const provider = new WebsocketProvider(options.url, options.name, options.doc, {
    connect: false,
    awareness: options.awareness,
    params: paramsOf(options),
    WebSocketPolyfill: CountingSocket,
    // It would go around the server, which alone knows who may write.
    disableBc: true,
  })

  const hear = provider.messageHandlers[MESSAGE.sync]!
  provider.messageHandlers[MESSAGE.sync] = (encoder, decoder, ...rest) => {
    wire.hears(decoder.arr[decoder.pos]!, bodyOf(decoder.arr))
    try {
      hear(encoder, decoder, ...rest)
    } finally {
      wire.heard()
    }
  }
  provider.messageHandlers[MESSAGE.durable] = (_, decoder) => {
    const { epoch, frames } = readDurable(decoder)
    durable = frames
    wire.durable(frames)
    if (state.epoch !== epoch) {
      state.epoch = epoch
      provider.params = { ...provider.params, epoch: String(epoch) }
    }
    look()
  }
  provider.messageHandlers[MESSAGE.refused] = (_, decoder) => options.onRefused(readRefused(decoder).code)
  provider.messageHandlers[MESSAGE.standing] = (_, decoder) => {
    state.standing = readStanding(decoder)
    look()
  }
  provider.messageHandlers[MESSAGE.changed] = (_, decoder) => options.onTopic(readVarString(decoder))

  provider.on('status', ({ status }) => {
    if (status === 'connecting') {
      sent = 0
      durable = 0
      answered = false
      state.standing = 'writing'
      wire.opened()
    }
    look()
  })
  provider.on('sync', look)
  provider.on('connection-close', (event) => {
    state.tried = true
    state.failing = event?.code === CLOSE.cannotServe
    // The provider waits the step of its series or this, whichever is less: a random part of the step, so that a
    // restarted server does not meet everybody at once.
    const step = Math.min(2 ** (provider.wsUnsuccessfulReconnects + 1) * 100, LONGEST_WAIT)
    provider.maxBackoffTime = step * (0.3 + 0.7 * Math.random())
    look()
  })
  provider.on('closed', ({ code }) => options.onClosed(code))

  return {
    origin: provider,
    state() {
      read()
      return state
    },
    connect: () => provider.connect(),
    retryNow() {
      if (provider.shouldConnect) provider.connect()
    },
    tryAnew() {
      if (!provider.shouldConnect) return
      provider.disconnect()
      // A server on this very machine is still there without a network, and answers.
      provider.connect()
    },
    close: () => provider.destroy(),
  }
}

/** What a sync message carries, behind its two types. */
const bodyOf = (message: Uint8Array): Uint8Array => {
  const decoder = createDecoder(message)
  readVarUint(decoder)
  readVarUint(decoder)
  return readVarUint8Array(decoder)
}

const paramsOf = ({ epoch, token }: ProviderOptions): Record<string, string> => ({
  schema: String(SCHEMA_VERSION),
  ...(epoch === null ? {} : { epoch: String(epoch) }),
  ...(token === undefined ? {} : { token }),
})
