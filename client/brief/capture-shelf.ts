/**
 * The shelf in IndexedDB where saved copies of sources are kept on this device. IndexedDB and not Cache Storage,
 * which is missing on a plain http address in the office network.
 */
import type { Shelf } from './captures.ts'

const NAME = 'vouch-saved-copies'
const STORE = 'captures'

const asked = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('The device did not answer.')))
  })

let opened: Promise<IDBDatabase> | null = null

const open = (): Promise<IDBDatabase> => {
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(NAME, 1)
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore(STORE))
    request.addEventListener('success', () => {
      // Another tab with a newer version must not wait for this one.
      request.result.addEventListener('versionchange', () => request.result.close())
      resolve(request.result)
    })
    request.addEventListener('error', () => reject(request.error ?? new Error('The device keeps nothing.')))
  }).catch((error: unknown) => {
    opened = null
    throw error
  })
  return opened
}

const store = async (mode: IDBTransactionMode) => (await open()).transaction(STORE, mode).objectStore(STORE)

export const deviceShelf: Shelf = {
  get: async (hash) => asked((await store('readonly')).get(hash)),
  set: async (hash, capture) => asked((await store('readwrite')).put(capture, hash)),
  delete: async (hash) => asked((await store('readwrite')).delete(hash)),
}
