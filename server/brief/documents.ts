/** What the making and changing of briefs asks of the rooms: durable edits and reads of documents by name. */
import type { Kysely, Transaction } from 'kysely'
import type * as Y from 'yjs'
import type { Readers, Unpackers } from '../ingest/ingest.ts'
import type { Database } from '../storage/database.ts'

export type Documents = {
  /** Makes a document that begins with `seed`, in the given transaction. */
  create(name: string, seed: (doc: Y.Doc) => void, within?: Transaction<Database>): Promise<void>
  /** Edits as the server; resolves when the edit is durable. Colleagues see it. */
  transact<T>(name: string, edit: (doc: Y.Doc) => T): Promise<T>
  /** A scratch copy of what is durable. */
  read(name: string): Promise<Y.Doc>
}

/** The store and the documents: what every function of this folder works on. */
export type Desk = { db: Kysely<Database>; rooms: Documents }

/** And where what is brought in is read. */
export type ReadingDesk = Desk & { readers: Readers }

/** And where archives are opened; `incoming` is the folder for what lies there meanwhile. */
export type UnpackingDesk = Desk & { readers: Readers & Unpackers; incoming: string }

export const discussionOf = (briefId: string): string => `${briefId}.discussion`
