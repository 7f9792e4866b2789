/**
 * The log of updates: per document a compacted state, and the updates after it, a row each. What is damaged is
 * said to be damaged; it is never read as an empty document.
 */
import { crc32 } from 'node:zlib'
import { type Kysely, sql, type Transaction } from 'kysely'
import { parseDocumentName } from '../../shared/brief/document.ts'
import { SCHEMA_VERSION } from '../../shared/editor/schema.ts'
import type { Database } from './database.ts'
import { sharedWrite } from './shared-write.ts'

export type DocumentTables = {
  documents: { name: string; brief: string; epoch: number; schema: number; created: string }
  document_states: { document: string; through: number; bytes: Uint8Array; crc: number }
  document_updates: { document: string; seq: number; bytes: Uint8Array; crc: number }
}

/** A row is missing or is not what was written. */
export class DamagedDocument extends Error {
  constructor(name: string, what: string) {
    super(`Document ${name} is damaged: ${what}.`)
    this.name = 'DamagedDocument'
  }
}

const FIRST_EPOCH = 1

/** Name and number are in the sum, so that whole rows which changed places are found too. */
const sumOf = (name: string, seq: number, bytes: Uint8Array): number => crc32(bytes, crc32(`${name} ${seq}`))

type Log = {
  load(): Promise<{ epoch: number; schema: number; updates: Uint8Array[] } | null>
  append(updates: readonly Uint8Array[]): Promise<void>
  compact(state: Uint8Array): Promise<void>
}

export type Documents = {
  log(name: string): Log
  sizeOf(name: string): Promise<number>
  create(name: string, state: Uint8Array, within?: Transaction<Database>): Promise<void>
}

export const documents = (db: Kysely<Database>): Documents => {
  const write = sharedWrite(db)
  return {
    log: (name) => logOf(db, name, write),
    async sizeOf(name) {
      const row = await db
        .selectFrom('document_states')
        .select(sql<number>`length(bytes)`.as('size'))
        .where('document', '=', name)
        .executeTakeFirst()
      return row?.size ?? 0
    },
    create: (name, state, within) =>
      within ? create(within, name, state) : db.transaction().execute((trx) => create(trx, name, state)),
  }
}

const create = async (trx: Transaction<Database>, name: string, state: Uint8Array): Promise<void> => {
  const parsed = parseDocumentName(name)
  if (!parsed) throw new Error(`${name} cannot be the name of a document.`)
  const there = await trx.selectFrom('documents').select('name').where('name', '=', name).executeTakeFirst()
  if (there) throw new Error(`Document ${name} exists already; it is not created a second time.`)
  await trx
    .insertInto('documents')
    .values({
      name,
      brief: parsed.brief,
      epoch: FIRST_EPOCH,
      schema: SCHEMA_VERSION,
      created: new Date().toISOString(),
    })
    .execute()
  await trx
    .insertInto('document_states')
    .values({ document: name, through: 0, bytes: state, crc: sumOf(name, 0, state) })
    .execute()
}

const logOf = (db: Kysely<Database>, name: string, write: ReturnType<typeof sharedWrite>): Log => {
  /** Number of the last row that this log loaded or appended. */
  let last = 0
  /** The rows still say an older schema than this program's, which what is appended now may use. */
  let older = false

  return {
    async load() {
      const rows = await db.transaction().execute((trx) => readRows(trx, name))
      if (!rows) return null
      const { head, state, updates } = rows
      older = head.schema < SCHEMA_VERSION
      if (head.schema > SCHEMA_VERSION)
        throw new Error(`Document ${name} was written by a newer version of Vouch (schema ${head.schema}).`)
      if (!state) throw new DamagedDocument(name, 'its state is missing')
      last = Number(state.through)
      const intact = (row: { bytes: Uint8Array; crc: number }, seq: number) => {
        if (Number(row.crc) !== sumOf(name, seq, row.bytes))
          throw new DamagedDocument(name, `row ${seq} is not as it was written`)
        return row.bytes
      }
      const loaded = [intact(state, last)]
      for (const row of updates) {
        if (Number(row.seq) !== last + 1) throw new DamagedDocument(name, `row ${last + 1} is missing`)
        loaded.push(intact(row, ++last))
      }
      return { epoch: head.epoch, schema: SCHEMA_VERSION, updates: loaded }
    },

    async append(updates) {
      const rows = updates.map((bytes, index) => {
        const seq = last + 1 + index
        return { document: name, seq, bytes, crc: sumOf(name, seq, bytes) }
      })
      if (rows.length === 0) return
      await write({ rows, raiseSchema: older ? { document: name, to: SCHEMA_VERSION } : null })
      older = false
      last += rows.length
    },

    async compact(state) {
      const through = last
      await db.transaction().execute(async (trx) => {
        const replaced = await trx
          .updateTable('document_states')
          .set({ through, bytes: state, crc: sumOf(name, through, state) })
          .where('document', '=', name)
          // An older room that is just closing must not put its older state over a newer one.
          .where('through', '<', through)
          .executeTakeFirst()
        if (replaced.numUpdatedRows === 0n) return
        await trx
          .deleteFrom('document_updates')
          .where('document', '=', name)
          .where('seq', '<=', through)
          .execute()
      })
    },
  }
}

/** All rows of a document as of one moment; null: there is none. */
const readRows = async (trx: Transaction<Database>, name: string) => {
  const head = await trx.selectFrom('documents').selectAll().where('name', '=', name).executeTakeFirst()
  if (!head) return null
  const state = await trx
    .selectFrom('document_states')
    .selectAll()
    .where('document', '=', name)
    .executeTakeFirst()
  const updates = await trx
    .selectFrom('document_updates')
    .select(['seq', 'bytes', 'crc'])
    .where('document', '=', name)
    .orderBy('seq')
    .execute()
  return { head, state, updates }
}
