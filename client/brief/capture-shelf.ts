/**
 * The shelf in IndexedDB where saved copies of sources are kept on this device for one person, beside what waits to be
 * sent. IndexedDB and not Cache Storage, which is missing on a plain http address in the office network.
 */
import type { Capture } from './captures.ts'
import { answerOf, openDatabase, stored } from './local-store.ts'

/** What was brought in without the server; `source` is what its source is called, there already or to be. */
export type Waiting = { id: string; brief: string } & (
  | { source: string; text: string }
  /** An address that the server is to fetch. `refused`: why it could not when it was asked, in a sentence. */
  | { source: string; address: string; refused?: string }
  /** Bytes of a picture, which the text of the brief names by `called`. `at`: since when, in milliseconds of 1970. */
  | { picture: Blob; called: string; at: number }
)

export type DeviceShelf = {
  get(hash: string): Promise<unknown>
  set(hash: string, capture: Capture): Promise<void>
  delete(hash: string): Promise<void>
  /** Both or neither: a copy that nobody sends would be on this device alone for ever. */
  putWaiting(hash: string, capture: Capture, waiting: Waiting): Promise<void>
  waiting(): Promise<Waiting[]>
  /** What waits by itself, or stands here already and waits in another way now. */
  wait(waiting: Waiting): Promise<void>
  sent(id: string): Promise<void>
}

const CAPTURES = 'captures'
const WAITING = 'waiting'

export const shelfOf = (person: string): DeviceShelf => {
  const open = () =>
    openDatabase(`vouch ${person} saved-copies`, (fresh) => {
      fresh.createObjectStore(CAPTURES)
      fresh.createObjectStore(WAITING, { keyPath: 'id' })
    })
  /** Opened for each use: whoever takes all of a person away must not wait for this tab. */
  const used = async <T>(use: (db: IDBDatabase) => Promise<T>): Promise<T> => {
    const db = await open()
    try {
      return await use(db)
    } finally {
      db.close()
    }
  }
  return {
    get: (hash) => used((db) => answerOf(db.transaction(CAPTURES).objectStore(CAPTURES).get(hash))),
    set: (hash, capture) =>
      used((db) => stored(db, [CAPTURES], (store) => store(CAPTURES).put(capture, hash))),
    delete: (hash) => used((db) => stored(db, [CAPTURES], (store) => store(CAPTURES).delete(hash))),
    putWaiting: (hash, capture, waiting) =>
      used((db) =>
        stored(db, [CAPTURES, WAITING], (store) => {
          store(CAPTURES).put(capture, hash)
          store(WAITING).put(waiting)
        }),
      ),
    wait: (waiting) => used((db) => stored(db, [WAITING], (store) => store(WAITING).put(waiting))),
    waiting: () =>
      used((db) => answerOf(db.transaction(WAITING).objectStore(WAITING).getAll() as IDBRequest<Waiting[]>)),
    sent: (id) => used((db) => stored(db, [WAITING], (store) => store(WAITING).delete(id))),
  }
}
