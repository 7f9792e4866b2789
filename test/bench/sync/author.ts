/** A person who types: one letter an edit, into a paragraph of its own; and who tells when each letter was sent. */
import * as Y from 'yjs'
import { type Client, connect } from './client.ts'
import type { Peer } from './peers.ts'

export type Author = {
  readonly client: number
  /** Sends the next letter. */
  type(): void
  /** When the letter with this clock was sent, in milliseconds. */
  sentAt(clock: number): number | undefined
  /** Clock after the last letter. */
  clock(): number
  close(): void
}

/** A whole line of letters, then a new paragraph's worth goes on in the same one: what is measured is the relay. */
export const openAuthor = async (peer: Peer, document: string): Promise<Author> => {
  const doc = new Y.Doc()
  const socket: Client = await connect(peer, document, {
    heard: { step2: (update) => Y.applyUpdate(doc, update) },
  })
  const send = (run: () => void): void => {
    const before = Y.encodeStateVector(doc)
    doc.transact(run)
    socket.update(Y.encodeStateAsUpdate(doc, before))
  }
  const words = new Y.XmlText()
  send(() => {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [words])
    const body = doc.getXmlFragment('body')
    body.insert(body.length, [paragraph])
    words.insert(0, 'A')
  })
  const sent = new Map<number, number>()
  const clock = () => Y.getState(doc.store, doc.clientID)
  return {
    client: doc.clientID,
    type() {
      // What is sent is only the letter: an update of a transaction, as an editor sends it.
      let update: Uint8Array | null = null
      doc.once('update', (made: Uint8Array) => {
        update = made
      })
      words.insert(words.length, 'abcdefghijklmnopqrstuvwxyz'[clock() % 26]!)
      sent.set(clock() - 1, performance.now())
      if (update) socket.update(update)
    },
    sentAt: (at) => sent.get(at),
    clock,
    close() {
      socket.close()
      doc.destroy()
    },
  }
}
