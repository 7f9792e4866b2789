/**
 * Somebody with a copy of a document, on a socket made of two arrays. Speaks the protocol as a y-websocket
 * provider does, and remembers all it was told.
 */
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import { awarenessMessage, step1Message, step2Message, updateMessage } from '../../server/sync/frames.ts'
import type { Rooms } from '../../server/sync/rooms.ts'
import {
  MESSAGE,
  readDurable,
  readRefused,
  readStanding,
  type Standing,
  SYNC,
} from '../../shared/wire/sync.ts'

export type Writer = ReturnType<typeof writer>

type WriterOptions = {
  name?: string
  person?: { id: string; name: string }
  canWrite?: boolean
  schema?: number
  epoch?: number
  doc?: Y.Doc
  /** Answers the server's step 1 by itself, as providers do. */
  answers?: boolean
}

export const writer = (rooms: Pick<Rooms, 'enter'>, options: WriterOptions = {}) => {
  const {
    name = 'abcdefghij',
    person = { id: 'ana', name: 'Ana' },
    canWrite = true,
    answers = true,
  } = options
  const doc = options.doc ?? new Y.Doc()
  const awareness = new Awareness(doc)
  awareness.setLocalState(null)
  const heard = {
    durable: [] as number[],
    refused: [] as { frame: number; code: string }[],
    topics: [] as string[],
    standings: [] as Standing[],
    updates: 0,
    presence: 0,
    /** Message types in order: 100, '0/1' and so on. */
    order: [] as string[],
    closed: null as { code: number; reason: string } | null,
  }
  let sent = 0

  const hear = (frame: Uint8Array) => {
    const decoder = decoding.createDecoder(frame)
    const type = decoding.readVarUint(decoder)
    if (type !== MESSAGE.sync) heard.order.push(String(type))
    if (type === MESSAGE.durable) heard.durable.push(readDurable(decoder).frames)
    if (type === MESSAGE.refused) heard.refused.push(readRefused(decoder))
    if (type === MESSAGE.standing) heard.standings.push(readStanding(decoder))
    if (type === MESSAGE.changed) heard.topics.push(decoding.readVarString(decoder))
    if (type === MESSAGE.awareness) {
      heard.presence++
      applyAwarenessUpdate(awareness, decoding.readVarUint8Array(decoder), 'server')
    }
    if (type !== MESSAGE.sync) return
    const step = decoding.readVarUint(decoder)
    heard.order.push(`0/${step}`)
    const body = decoding.readVarUint8Array(decoder)
    if (step === SYNC.step1) {
      if (answers) send(step2Message(Y.encodeStateAsUpdate(doc, body)))
      return
    }
    heard.updates++
    Y.applyUpdate(doc, body, 'server')
  }

  const visit = rooms.enter(name, {
    person,
    writes: canWrite,
    schema: options.schema,
    epoch: options.epoch,
    wire: {
      send: (frame) => queueMicrotask(() => hear(frame)),
      close: (code, reason) => {
        heard.closed ??= { code, reason }
      },
    },
  })
  const send = (frame: Uint8Array) => {
    if (frame[0] === MESSAGE.sync && frame[1] !== SYNC.step1) sent++
    visit.receive(frame)
  }
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'server') send(updateMessage(update))
  })
  awareness.on('update', ({ added, updated, removed }: Record<string, number[]>) => {
    const clients = [...added!, ...updated!, ...removed!]
    visit.receive(new Uint8Array([MESSAGE.awareness, ...sized(encodeAwarenessUpdate(awareness, clients))]))
  })
  send(step1Message(Y.encodeStateVector(doc)))
  const body = () => doc.getText('body')

  return {
    doc,
    awareness,
    heard,
    send,
    person,
    /** Counted frames it sent. */
    sent: () => sent,
    /** How many of them it was told are durable. */
    durable: () => heard.durable.at(-1) ?? null,
    get text() {
      return body().toString()
    },
    type(words: string, at = body().length) {
      body().insert(at, words)
    },
    erase(at: number, length: number) {
      body().delete(at, length)
    },
    move(caret: unknown) {
      awareness.setLocalState({ cursor: caret })
    },
    /** The states of the others, by name. */
    others: () =>
      Object.fromEntries(
        [...awareness.getStates()]
          .filter(([client]) => client !== doc.clientID)
          .map(([, state]) => [(state.user as { name: string }).name, state]),
      ),
    /** A raw presence message. */
    claim: (client: number, clock: number, state: unknown) =>
      visit.receive(awarenessMessage([{ client, clock, state: JSON.stringify(state) }])),
    leave: () => {
      visit.leave()
      awareness.destroy()
    },
  }
}

const sized = (bytes: Uint8Array): number[] => {
  const length: number[] = []
  let rest = bytes.length
  for (; rest > 127; rest = Math.floor(rest / 128)) length.push((rest % 128) + 128)
  return [...length, rest, ...bytes]
}

/** Waits until a state is reached, with a generous ceiling. */
export const until = async (
  reached: () => boolean,
  what: string | (() => string) = 'it',
  ceiling = 20_000,
): Promise<void> => {
  const end = Date.now() + ceiling
  while (!reached()) {
    if (Date.now() > end)
      throw new Error(`Waited ${ceiling} ms for ${typeof what === 'string' ? what : what()}.`)
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
}

/** Waits until nothing is left to write, and everybody has heard. */
export const quiet = async (rooms: Pick<Rooms, 'settled'>): Promise<void> => {
  for (let turn = 0; turn < 4; turn++) {
    await new Promise((resolve) => setImmediate(resolve))
    await rooms.settled()
  }
}
