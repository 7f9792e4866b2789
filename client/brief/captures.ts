/**
 * The text of saved copies by hash. A saved copy never changes, so it is fetched once, kept on the device, and
 * read from there ever after, on a train too.
 */
import { api } from '../api.ts'
import { captureInfo, type CaptureInfo } from '../../shared/wire/inputs.ts'
import { shelfOf } from './capture-shelf.ts'
import { createStore, type Store } from './store.ts'

export type Capture = { info: CaptureInfo; text: string }

/** Where copies are kept; a test gives a Map's methods. */
export type Shelf = {
  get(hash: string): Promise<unknown>
  set(hash: string, capture: Capture): Promise<unknown>
  delete(hash: string): Promise<unknown>
}

type Fetch = {
  info(hash: string): Promise<CaptureInfo>
  text(hash: string): Promise<string>
  /** Asks past the browser's own cache, which then keeps the answer that the copy is gone. */
  renew(hash: string): Promise<void>
}

export type Captures = {
  /** Reads a copy; puts it nowhere. */
  get(hash: string): Promise<Capture>
  /** Puts the copies on the device, one after the other, to be read there later. Says nothing of what failed. */
  keep(hashes: readonly string[]): Promise<void>
  /** Takes erased copies from the device: from the shelf, from memory, and from what the browser keeps by address. */
  forget(hashes: readonly string[]): Promise<void>
  /** Takes copies off the device that must not lie there. */
  letGo(hashes: readonly string[]): Promise<void>
  /** Hashes that are known to lie on the device, whole. */
  readonly held: Store<ReadonlySet<string>>
}

export const createCaptures = (fetch: Fetch, shelf: Shelf): Captures => {
  const under = new Map<string, Promise<Capture>>()
  const held = createStore<ReadonlySet<string>>(new Set())

  const isHeld = (hash: string, is: boolean) => {
    if (held.get().has(hash) === is) return
    held.set(new Set(is ? [...held.get(), hash] : [...held.get()].filter((each) => each !== hash)))
  }

  const load = async (hash: string): Promise<Capture> => {
    // A device that will not keep anything (private window, full disk) still reads from the server.
    const kept = readKept(hash, await shelf.get(hash).catch(() => null))
    isHeld(hash, kept !== null)
    if (kept) return kept
    const [info, text] = await Promise.all([fetch.info(hash), fetch.text(hash)])
    return { info, text }
  }

  const get = (hash: string): Promise<Capture> => {
    const running = under.get(hash)
    if (running) return running
    const started = load(hash)
    under.set(hash, started)
    // What failed is asked for again the next time.
    started.catch(() => under.delete(hash))
    return started
  }

  const keepOne = async (hash: string) => {
    const capture = await get(hash)
    if (held.get().has(hash)) return
    await shelf.set(hash, capture)
    isHeld(hash, true)
  }

  return {
    get,
    held,
    async keep(hashes) {
      for (const hash of hashes) await keepOne(hash).catch(() => null)
    },
    async letGo(hashes) {
      for (const hash of hashes) {
        await shelf.delete(hash).catch(() => null)
        isHeld(hash, false)
      }
    },
    async forget(hashes) {
      for (const hash of hashes) {
        under.delete(hash)
        const kept = await shelf.get(hash).catch(() => null)
        if (kept === null || kept === undefined) continue
        await fetch.renew(hash).catch(() => null)
        await shelf.delete(hash).catch(() => null)
        isHeld(hash, false)
      }
    },
  }
}

/** What lies on the device may have been written by an older version: it counts only if it is whole. */
const readKept = (hash: string, kept: unknown): Capture | null => {
  if (typeof kept !== 'object' || kept === null || !('text' in kept) || !('info' in kept)) return null
  const info = captureInfo.safeParse(kept.info)
  if (!info.success || typeof kept.text !== 'string') return null
  return info.data.hash === hash && info.data.length === kept.text.length
    ? { info: info.data, text: kept.text }
    : null
}

const ofPersons = new Map<string, Captures>()

/** The copies of this device that are this person's: what somebody else read here is not read from there. */
export const capturesOf = (person: string): Captures => {
  const known = ofPersons.get(person)
  if (known) return known
  const made = createCaptures(
    { info: api.captureInfo, text: api.captureText, renew: api.renewCapture },
    shelfOf(person),
  )
  ofPersons.set(person, made)
  return made
}
