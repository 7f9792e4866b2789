/**
 * Any y-websocket client that inserts and deletes paragraphs without a rest, counts its frames, and knows which of
 * its acts the server acknowledged. A paragraph holds one word, and no word comes twice.
 */
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { MESSAGE, readDurable, readStanding, type Standing, SYNC } from '../../shared/wire/sync.ts'
import type { Random } from './random.ts'

/** `frame`: the one that carries it on this socket; null: only the coming step 2 does. */
export type Act = { is: 'inserted' | 'deleted'; word: string; frame: number | 'next' | null }

/** Notes which acts a frame carries: an update the one just done, a step 2 everything that waits. */
export const carry = (waiting: readonly Act[], frame: number, step: number): void => {
  for (const act of waiting)
    if (act.frame === 'next' || (act.frame === null && step === SYNC.step2)) act.frame = frame
}

/** Splits acts by whether the first `frames` frames carried them. */
export const settle = (waiting: readonly Act[], frames: number): { durable: Act[]; waiting: Act[] } => {
  const isDurable = ({ frame }: Act) => typeof frame === 'number' && frame <= frames
  return { durable: waiting.filter(isDurable), waiting: waiting.filter((act) => !isDurable(act)) }
}

export type RestlessWriter = ReturnType<typeof restlessWriter>

export const paragraphOf = (word: string): Y.XmlElement => {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(word)])
  return paragraph
}

/** What a paragraph is known by: its first word. Empty for anything else. */
export const wordIn = (node: unknown): string =>
  node instanceof Y.XmlElement && node.length > 0 ? String(node.get(0)).split(' ')[0]! : ''

/** The words of a document, in order. */
export const wordsOf = (doc: Y.Doc): string[] =>
  doc
    .getXmlFragment('body')
    .toArray()
    .map(wordIn)
    .filter((word) => word !== '')

/** `rest`: at most so many milliseconds between two acts. */
export const restlessWriter = (options: {
  name: string
  port: number
  brief: string
  token: string
  chance: Random
  rest?: number
}) => {
  const { name, port, brief, token, chance, rest = 20 } = options
  const doc = new Y.Doc()
  const body = doc.getXmlFragment('body')
  const durable: Act[] = []
  let waiting: Act[] = []
  let sent = 0
  let standing: Standing = 'writing'
  class Counting extends WebSocket {
    constructor(...args: ConstructorParameters<typeof WebSocket>) {
      super(...args)
      standing = 'writing'
      // What the last socket did not see acknowledged is in this one's step 2.
      sent = 0
      for (const act of waiting) act.frame = null
    }
    override send(data: Uint8Array): void {
      super.send(data)
      if (data[0] !== MESSAGE.sync || data[1] === SYNC.step1) return
      carry(waiting, ++sent, data[1]!)
    }
  }
  const provider = new WebsocketProvider(`ws://127.0.0.1:${port}/sync`, brief, doc, {
    disableBc: true,
    params: { token },
    maxBackoffTime: 300,
    WebSocketPolyfill: Counting as unknown as typeof globalThis.WebSocket,
  })
  provider.messageHandlers[MESSAGE.durable] = (_, decoder) => {
    const { frames } = readDurable(decoder)
    const settled = settle(waiting, frames)
    durable.push(...settled.durable)
    waiting = settled.waiting
  }

  provider.messageHandlers[MESSAGE.standing] = (_, decoder) => {
    standing = readStanding(decoder)
  }
  let lastClose = 'never closed'
  provider.on('connection-close', (event) => {
    lastClose = `closed with ${event?.code} ${event?.reason}`
  })

  let count = 0
  const act = () => {
    const deletes = body.length > 5 && chance.next() < 0.4
    const at = chance.below(body.length + (deletes ? 0 : 1))
    const word = deletes ? wordIn(body.get(at)) : `${name}${count++}`
    if (word === '') return
    // Noted before it is done, for doing it sends it.
    waiting.push({ is: deletes ? 'deleted' : 'inserted', word, frame: 'next' })
    if (deletes) body.delete(at)
    else body.insert(at, [paragraphOf(word)])
    // Nobody took it: it was done while there was no socket.
    if (waiting.at(-1)?.frame === 'next') waiting.at(-1)!.frame = null
  }
  let typing: ReturnType<typeof setTimeout>
  const type = () => {
    act()
    typing = setTimeout(type, chance.below(rest))
  }
  return {
    doc,
    start: type,
    stop: () => clearTimeout(typing),
    /** Every act so far, and those that were acknowledged. */
    acts: () => [...durable, ...waiting],
    durable: () => [...durable],
    isSaved: () => provider.synced && waiting.length === 0,
    words: () => wordsOf(doc),
    /** How the document stands, as the server said last on this socket. */
    standing: () => standing,
    /** For whoever waits in vain. */
    state: () =>
      `${name}: ${lastClose}, ${provider.wsconnected ? 'open' : 'not open'}, ${provider.synced ? 'synced' : 'not synced'}, ${sent} frames sent, ${waiting.length} acts wait`,
    leave() {
      clearTimeout(typing)
      provider.destroy()
      doc.destroy()
    },
  }
}

/** Acknowledged acts that these words do not show: what was lost. */
export const lostActs = (writers: readonly RestlessWriter[], words: ReadonlySet<string>): Act[] => {
  const acts = writers.flatMap((writer) => writer.acts())
  // A deletion that was not acknowledged may have arrived all the same.
  const maybeDeleted = new Set(acts.filter((act) => act.is === 'deleted').map((act) => act.word))
  return writers
    .flatMap((writer) => writer.durable())
    .filter(({ is, word }) =>
      is === 'deleted' ? words.has(word) : !words.has(word) && !maybeDeleted.has(word),
    )
}
