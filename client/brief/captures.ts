/**
 * The text of saved copies by hash. A saved copy never changes, so it is fetched once, kept on the device, and
 * read from there ever after, on a train too.
 */
import { api } from '../api.ts'
import { captureInfo, type CaptureInfo } from '../../shared/wire/inputs.ts'
import { deviceShelf } from './capture-shelf.ts'

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
  get(hash: string): Promise<Capture>
  /** Puts the copies on the device, one after the other, to be read there later. Says nothing of what failed. */
  keep(hashes: readonly string[]): Promise<void>
  /** Takes erased copies from the device: from the shelf, from memory, and from what the browser keeps by address. */
  forget(hashes: readonly string[]): Promise<void>
}

export const createCaptures = (fetch: Fetch, shelf: Shelf): Captures => {
  const under = new Map<string, Promise<Capture>>()

  const load = async (hash: string): Promise<Capture> => {
    // A device that will not keep anything (private window, full disk) still reads from the server.
    const kept = readKept(hash, await shelf.get(hash).catch(() => null))
    if (kept) return kept
    const [info, text] = await Promise.all([fetch.info(hash), fetch.text(hash)])
    const capture = { info, text }
    await shelf.set(hash, capture).catch(() => null)
    return capture
  }

  return {
    get(hash) {
      const running = under.get(hash)
      if (running) return running
      const started = load(hash)
      under.set(hash, started)
      // What failed is asked for again the next time.
      started.catch(() => under.delete(hash))
      return started
    },
    async keep(hashes) {
      for (const hash of hashes) await load(hash).catch(() => null)
    },
    async forget(hashes) {
      for (const hash of hashes) {
        under.delete(hash)
        const kept = await shelf.get(hash).catch(() => null)
        if (kept === null || kept === undefined) continue
        await fetch.renew(hash).catch(() => null)
        await shelf.delete(hash).catch(() => null)
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

/** The copies of this device. */
export const captures = createCaptures(
  { info: api.captureInfo, text: api.captureText, renew: api.renewCapture },
  deviceShelf,
)
