/**
 * Whether an update brings nothing, found without a Y.Doc. Who comes back repeats all deletions of the document in
 * their step 2, and hundreds who come back at once send the very same bytes.
 */
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { reading } from './frames.ts'

export type Known = {
  /** It was found to bring nothing before. What a document has it never loses. */
  has(update: Uint8Array): boolean
  add(update: Uint8Array): void
  /** It has deletions only, and the document of these bytes knows all of them. `false` means: look closer. */
  isIn(whole: Uint8Array, update: Uint8Array): boolean
  clear(): void
}

/** Enough for those who were there at the last few moments before all came back. */
const KEPT = 8
/** Shorter ones are examined as fast as they are compared. */
const WORTH = 64

type Range = { clock: number; len: number }
type Deletions = Map<number, Range[]>

export const createKnown = (): Known => {
  let kept: Uint8Array[] = []
  let of: { whole: Uint8Array; deletions: Deletions } | null = null

  const has = (update: Uint8Array) => kept.some((each) => sameBytes(each, update))
  const add = (update: Uint8Array) => {
    if (update.byteLength < WORTH || has(update)) return
    // A copy: the frame that it came in may be a part of much more.
    kept = [...kept.slice(1 - KEPT), update.slice()]
  }
  const deletionsIn = (whole: Uint8Array): Deletions => {
    if (of?.whole !== whole) of = { whole, deletions: Y.decodeUpdate(whole).ds.clients }
    return of.deletions
  }

  return {
    has,
    add,
    isIn(whole, update) {
      if (has(update)) return true
      const asked = deletionsOnly(update)
      if (!asked) return false
      if (asked.size > 0) {
        const there = deletionsIn(whole)
        for (const [client, ranges] of asked)
          for (const range of ranges) if (!covers(there.get(client), range)) return false
      }
      add(update)
      return true
    },
    clear() {
      kept = []
      of = null
    },
  }
}

/** The deletions of an update without structs; null if it is something else. */
const deletionsOnly = (update: Uint8Array): Deletions | null => {
  if (update[0] !== 0) return null
  try {
    return reading(() => {
      const decoder = decoding.createDecoder(update)
      decoding.readVarUint(decoder)
      const deletions: Deletions = new Map()
      for (let clients = decoding.readVarUint(decoder); clients > 0; clients--) {
        const client = decoding.readVarUint(decoder)
        const ranges = deletions.get(client) ?? []
        for (let count = decoding.readVarUint(decoder); count > 0; count--)
          ranges.push({ clock: decoding.readVarUint(decoder), len: decoding.readVarUint(decoder) })
        deletions.set(client, ranges)
      }
      return decoding.hasContent(decoder) ? null : deletions
    })
  } catch {
    return null
  }
}

/** Whether one of these ranges, which are in order and do not touch, contains the range. */
const covers = (ranges: readonly Range[] | undefined, { clock, len }: Range): boolean => {
  if (!ranges) return false
  let [low, high] = [0, ranges.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (ranges[middle]!.clock <= clock) low = middle
    else high = middle - 1
  }
  const found = ranges[low]
  return found !== undefined && found.clock <= clock && clock + len <= found.clock + found.len
}

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.byteLength === b.byteLength && Buffer.compare(a, b) === 0
