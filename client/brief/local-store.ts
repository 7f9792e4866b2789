/**
 * What this device keeps of briefs: IndexedDB, a database for each person, document and epoch. It says when
 * something is stored, and not before. Several tabs share a database; no tab takes away what another put there.
 */
import * as Y from 'yjs'

/** One document of one person on this device. */
export type LocalKey = { person: string; document: string }

/**
 * Text that the server did not take (`refused`: for the role; `no-room`: the brief is full; `not-understood`), that a document which began anew no longer holds, or that a merge took:
 * this person's own (`changed-meanwhile`), or a colleague's that came into what this person had deleted (`came-late`).
 */
export type Recovered = {
  id: string
  at: string
  because: 'refused' | 'no-room' | 'not-understood' | 'began-anew' | 'changed-meanwhile' | 'came-late'
  texts: string[]
}

export type LocalCopy = {
  readonly epoch: number
  /** `unsent`: marks of those who wrote something that the server has not, as far as it is known. */
  load(): Promise<{ updates: Uint8Array[]; unsent: string[] }>
  /** Resolves when all of them are stored. `unsent`: the writer's mark, if the server has not all of it. */
  append(updates: readonly Uint8Array[], unsent: string | null): Promise<void>
  /** Puts what is stored together into one update. */
  compact(): Promise<void>
  /** Puts `state` in the place of all that is stored. */
  replace(state: Uint8Array, unsent: string | null): Promise<void>
  /** The server has all that stood here under these marks. */
  sent(marks: readonly string[]): Promise<void>
  close(): void
}

export type LocalStore = {
  /** The copy of the newest epoch, if there is one. */
  find(key: LocalKey): Promise<LocalCopy | null>
  open(key: LocalKey, epoch: number): Promise<LocalCopy>
  /** Forgets the copies of other epochs: what they held may have been erased. Resolves when none is open any more. */
  forgetOthers(key: LocalKey, epoch: number): Promise<void>
  recovered(key: LocalKey): Promise<Recovered[]>
  keepRecovered(key: LocalKey, recovered: Recovered): Promise<void>
  forgetRecovered(key: LocalKey, id: string): Promise<void>
}

const UPDATES = 'updates'
const FACTS = 'facts'
const RECOVERED = 'recovered'

/** The mark of a window that wrote what the server has not: another window's being sent says nothing of it. */
export const unsentMark = (client: number): string => `unsent ${client}`
/** All marks; an older version had one for all windows. */
const unsentMarks = () => IDBKeyRange.bound('unsent', 'unsent~')

const partOf = ({ person, document }: LocalKey) => `vouch ${person} ${document}`

/** Names of all databases that hold something of this person. */
export const databasesOf = async (person: string): Promise<string[]> =>
  (await indexedDB.databases())
    .map((database) => database.name ?? '')
    .filter((name) => name.startsWith(`vouch ${person} `))

export const deviceStore: LocalStore & {
  /** Documents of a person with something that the server has not, or with recovered text that is not put away. */
  unsent(person: string): Promise<string[]>
} = {
  async unsent(person) {
    const documents = new Set<string>()
    for (const name of await databasesOf(person)) {
      const [, document, part] = /^(\S+) (\d+|recovered)$/.exec(name.slice(`vouch ${person} `.length)) ?? []
      if (!document) continue
      const isCopy = part !== RECOVERED
      const db = await openDatabase(name, isCopy ? createCopy : createRecovered)
      const store = isCopy ? FACTS : RECOVERED
      const read = db.transaction(store).objectStore(store)
      const unsent = await answerOf(isCopy ? read.count(unsentMarks()) : read.count())
      db.close()
      if (unsent > 0) documents.add(document)
    }
    return [...documents]
  },

  async find(key) {
    const prefix = `${partOf(key)} `
    const names = (await indexedDB.databases()).map((database) => database.name ?? '')
    const epochs = names
      .filter((name) => name.startsWith(prefix))
      .map((name) => Number(name.slice(prefix.length)))
    const newest = Math.max(...epochs.filter(Number.isSafeInteger))
    return Number.isFinite(newest) ? this.open(key, newest) : null
  },

  async open(key, epoch) {
    const db = await openDatabase(`${partOf(key)} ${epoch}`, createCopy)
    return localCopy(db, epoch)
  },

  async forgetOthers(key, epoch) {
    const prefix = `${partOf(key)} `
    const names = (await indexedDB.databases()).map((database) => database.name ?? '')
    const others = names.filter(
      (name) => name.startsWith(prefix) && /^\d+$/.test(name.slice(prefix.length)) && name !== prefix + epoch,
    )
    await Promise.all(others.map((name) => answerOf(indexedDB.deleteDatabase(name))))
  },

  async recovered(key) {
    const db = await openRecovered(key)
    const read = db.transaction(RECOVERED).objectStore(RECOVERED)
    const all = (await answerOf(read.getAll())) as Recovered[]
    db.close()
    return all
  },

  async keepRecovered(key, recovered) {
    const db = await openRecovered(key)
    await stored(db, [RECOVERED], (store) => store(RECOVERED).put(recovered))
    db.close()
  },

  async forgetRecovered(key, id) {
    const db = await openRecovered(key)
    await stored(db, [RECOVERED], (store) => store(RECOVERED).delete(id))
    db.close()
  },
}

const createCopy = (fresh: IDBDatabase) => {
  fresh.createObjectStore(UPDATES, { autoIncrement: true })
  fresh.createObjectStore(FACTS)
}

const openRecovered = (key: LocalKey) =>
  // Beside the epochs: its name ends in no number, so it is never taken for one.
  openDatabase(`${partOf(key)} ${RECOVERED}`, createRecovered)

const createRecovered = (fresh: IDBDatabase) => {
  fresh.createObjectStore(RECOVERED, { keyPath: 'id' })
}

const localCopy = (db: IDBDatabase, epoch: number): LocalCopy => ({
  epoch,
  async load() {
    const reading = db.transaction([UPDATES, FACTS])
    const [updates, unsent] = await Promise.all([
      answerOf(reading.objectStore(UPDATES).getAll() as IDBRequest<Uint8Array[]>),
      answerOf(reading.objectStore(FACTS).getAllKeys(unsentMarks()) as IDBRequest<string[]>),
    ])
    return { updates, unsent }
  },
  append: (updates, unsent) =>
    stored(db, [UPDATES, FACTS], (store) => {
      if (unsent) store(FACTS).put(true, unsent)
      for (const update of updates) store(UPDATES).add(update)
    }),
  compact: () =>
    stored(db, [UPDATES], (store) => {
      // Read in the same transaction that deletes: what another tab wrote meanwhile is among it, or comes after.
      const all: IDBRequest<Uint8Array[]> = store(UPDATES).getAll()
      all.onsuccess = () => {
        store(UPDATES).clear()
        store(UPDATES).add(together(all.result))
      }
    }),
  replace: (state, unsent) =>
    stored(db, [UPDATES, FACTS], (store) => {
      if (unsent) store(FACTS).put(true, unsent)
      store(UPDATES).clear()
      store(UPDATES).add(state)
    }),
  sent: (marks) =>
    stored(db, [FACTS], (store) => {
      for (const mark of marks) store(FACTS).delete(mark)
    }),
  close: () => db.close(),
})

/** One update that holds all of them, also what waits for something that is not among them. */
export const together = (updates: readonly Uint8Array[]): Uint8Array => {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  const whole = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return whole
}

export const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('The device did not answer.')))
  })

export const openDatabase = (name: string, create: (fresh: IDBDatabase) => void): Promise<IDBDatabase> => {
  const request = indexedDB.open(name, 1)
  request.onupgradeneeded = () => create(request.result)
  return answerOf(request).then((db) => {
    // Somebody who deletes it, or a newer version in another tab, must not wait for this one.
    db.onversionchange = () => db.close()
    return db
  })
}

/** Writes in one transaction. Resolves when the device has stored it, power cut or not. */
export const stored = (
  db: IDBDatabase,
  names: string[],
  write: (store: (name: string) => IDBObjectStore) => unknown,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const transaction = db.transaction(names, 'readwrite', { durability: 'strict' })
    const failed = () => reject(transaction.error ?? new Error('The device did not store it.'))
    transaction.addEventListener('complete', () => resolve())
    transaction.addEventListener('error', failed)
    transaction.addEventListener('abort', failed)
    write((name) => transaction.objectStore(name))
  })
