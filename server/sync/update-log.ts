/** What a room asks of a store. An array will do, and in tests it does. */
import type { Ownership } from './ledger.ts'

export type LoadedDocument = {
  /** Which beginning of the document this is; a copy of another one must not be merged into it. */
  epoch: number
  /** The schema that the document may contain. A client that knows less is kept out. */
  schema: number
  /** The document: its compacted state first, then what came after it, in order. */
  updates: Uint8Array[]
  /** Who writes under which client id, as far as anybody ever did. */
  ledger?: Ownership[]
  /** Some of what was stored cannot be read, and `updates` end before it: what is missing, for the operator. */
  damage?: string
  /** Something stored was damaged, and nothing is missing: for the operator. It is put right by compacting. */
  mended?: string
}

export type UpdateLog = {
  /** The document as far as it is durable and whole; null: there is none. Throws if nothing of it can be read. */
  load(): Promise<LoadedDocument | null>
  /** Resolves when all of them are durable, with the rows of the ledger; throws when none of them is. */
  append(updates: readonly Uint8Array[], claims?: readonly Ownership[]): Promise<void>
  /** Puts `state` in the place of everything that was loaded and appended before the call. */
  compact(state: Uint8Array): Promise<void>
}

/** What can be read of a document of which some changes are missing. */
export type StoredParts = {
  /** The state and the updates after it, up to the first that is missing. */
  updates: Uint8Array[]
  /** Those that came after it. */
  beyond: Uint8Array[]
  /** How many are missing or damaged. */
  missing: number
}

/** `W` is what a store calls a transaction that something else began. */
export type DocumentStore<W = undefined> = {
  log(name: string): UpdateLog
  /** Bytes of the compacted state, about those of the document; 0 if there is none. */
  sizeOf(name: string): Promise<number>
  /** All that can be read of a document, damaged or not; null: there is none. */
  read(name: string): Promise<StoredParts | null>
  /** Begins a document anew, in another epoch, with this state. What was stored is put aside, or erased. */
  beginAnew(name: string, state: Uint8Array, before?: 'put-aside' | 'erased'): Promise<void>
  /** Throws if there is a document of that name. Without `within`, in a transaction of its own. */
  create(name: string, state: Uint8Array, within?: W, claims?: readonly Ownership[]): Promise<void>
}
