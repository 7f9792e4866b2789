/**
 * The log of updates: per document the newest compacted state and the one before it, and the updates after the
 * older one, a row each. So a damaged state alone loses nothing.
 */
import { type Kysely, sql, type Transaction } from 'kysely'
import { parseDocumentName } from '../../shared/brief/document.ts'
import { SCHEMA_VERSION } from '../../shared/editor/schema-version.ts'
import type { Database } from './database.ts'
import { documentReader, type StoredDocument, sumOf } from './read-document.ts'
import { sharedWrite } from './shared-write.ts'

export type DocumentTables = {
  documents: { name: string; brief: string; epoch: number; schema: number; created: string }
  document_states: { document: string; through: number; bytes: Uint8Array; crc: number }
  document_updates: { document: string; seq: number; bytes: Uint8Array; crc: number }
  /** `person` is empty for the server itself. */
  document_writers: { document: string; client: number; person: string }
  damaged_rows: {
    document: string
    epoch: number
    kind: 'state' | 'update'
    seq: number
    bytes: Uint8Array
    crc: number
    at: string
  }
}

const FIRST_EPOCH = 1

type Claim = { client: number; person: string }

type Loaded = {
  epoch: number
  schema: number
  updates: Uint8Array[]
  ledger: Claim[]
  damage?: string
  mended?: string
}

type Log = {
  load(): Promise<Loaded | null>
  append(updates: readonly Uint8Array[], claims?: readonly Claim[]): Promise<void>
  compact(state: Uint8Array): Promise<void>
}

export type Documents = {
  log(name: string): Log
  sizeOf(name: string): Promise<number>
  /** All that can be read of a document, damaged or not; null: there is none. */
  read(name: string): Promise<StoredDocument | null>
  /** Begins a document anew with this state. What is stored of it now is put aside, or erased with what was before. */
  beginAnew(name: string, state: Uint8Array, before?: 'put-aside' | 'erased'): Promise<void>
  create(
    name: string,
    state: Uint8Array,
    within?: Transaction<Database>,
    claims?: readonly Claim[],
  ): Promise<void>
}

export const documents = (db: Kysely<Database>): Documents => {
  const write = sharedWrite(db)
  const read = documentReader(db)
  return {
    log: (name) => logOf(db, name, read, write),
    read,
    beginAnew: (name, state, before = 'put-aside') =>
      db.transaction().execute(async (trx) => {
        if (before === 'put-aside') await putAside(trx, name)
        else await trx.deleteFrom('damaged_rows').where('document', '=', name).execute()
        await beginAnew(trx, name, state)
      }),
    async sizeOf(name) {
      const row = await db
        .selectFrom('document_states')
        .select(sql<number>`length(bytes)`.as('size'))
        .where('document', '=', name)
        .orderBy('through', 'desc')
        .executeTakeFirst()
      return row?.size ?? 0
    },
    create: (name, state, within, claims = []) =>
      within
        ? create(within, name, state, claims)
        : db.transaction().execute((trx) => create(trx, name, state, claims)),
  }
}

const create = async (
  trx: Transaction<Database>,
  name: string,
  state: Uint8Array,
  claims: readonly Claim[],
): Promise<void> => {
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
  for (const claim of claims)
    await trx
      .insertInto('document_writers')
      .values({ document: name, ...claim })
      .execute()
}

const logOf = (
  db: Kysely<Database>,
  name: string,
  read: ReturnType<typeof documentReader>,
  write: ReturnType<typeof sharedWrite>,
): Log => {
  /** Number of the last row that this log loaded or appended. */
  let last = 0
  /** The rows still say an older schema than this program's, which what is appended now may use. */
  let older = false
  let brokenStates: number[] = []

  /** From the moment on that this program has it open, programs that know less are kept out. */
  const raise = async () => {
    if (!older) return
    try {
      await write({ rows: [], writers: [], raiseSchema: { document: name, to: SCHEMA_VERSION } })
      older = false
    } catch {
      // Nothing can be written, so nothing newer gets in either; the first rows that can be bring it along.
    }
  }

  return {
    async load() {
      const stored = await read(name)
      if (!stored) return null
      const { epoch, updates, ledger, through, missing } = stored
      if (stored.schema > SCHEMA_VERSION)
        throw new Error(`Document ${name} was written by a newer version of Vouch (schema ${stored.schema}).`)
      older = stored.schema < SCHEMA_VERSION
      last = through
      brokenStates = stored.brokenStates
      await raise()
      const loaded: Loaded = { epoch, schema: SCHEMA_VERSION, updates, ledger }
      if (missing > 0)
        loaded.damage = `${missing} of its changes, from number ${through + 1} on, cannot be read. It is read-only; "npx vouch repair ${parseDocumentName(name)?.brief}" says what can be saved.`
      else if (brokenStates.length > 0)
        loaded.mended =
          'A stored state was damaged; it was made anew from the one before it. Nothing is missing.'
      return loaded
    },

    async append(updates, claims = []) {
      const rows = updates.map((bytes, index) => {
        const seq = last + 1 + index
        return { document: name, seq, bytes, crc: sumOf(name, seq, bytes) }
      })
      if (rows.length === 0) return
      await write({
        rows,
        writers: claims.map((claim) => ({ document: name, ...claim })),
        raiseSchema: older ? { document: name, to: SCHEMA_VERSION } : null,
      })
      older = false
      last += rows.length
    },

    async compact(state) {
      const through = last
      await db.transaction().execute(async (trx) => {
        if (brokenStates.length > 0)
          await trx
            .deleteFrom('document_states')
            .where('document', '=', name)
            .where('through', 'in', brokenStates)
            .execute()
        await putState(trx, name, through, state)
      })
      brokenStates = []
    },
  }
}

/** Keeps the state before this one, and the updates between them. */
const putState = async (trx: Transaction<Database>, name: string, through: number, state: Uint8Array) => {
  const before = await trx
    .selectFrom('document_states')
    .select('through')
    .where('document', '=', name)
    .orderBy('through', 'desc')
    .executeTakeFirst()
  // An older room that is just closing must not put its older state over a newer one.
  if (!before || before.through >= through) return
  await trx
    .insertInto('document_states')
    .values({ document: name, through, bytes: state, crc: sumOf(name, through, state) })
    .execute()
  await trx
    .deleteFrom('document_states')
    .where('document', '=', name)
    .where('through', '<', before.through)
    .execute()
  await trx
    .deleteFrom('document_updates')
    .where('document', '=', name)
    .where('seq', '<=', before.through)
    .execute()
}

const epochOf = async (trx: Transaction<Database>, name: string): Promise<number> => {
  const { epoch } = await trx
    .selectFrom('documents')
    .select('epoch')
    .where('name', '=', name)
    .executeTakeFirstOrThrow()
  return epoch
}

const putAside = async (trx: Transaction<Database>, name: string): Promise<void> => {
  const epoch = await epochOf(trx, name)
  const at = new Date().toISOString()
  await sql`insert into damaged_rows (document, epoch, kind, seq, bytes, crc, at)
    select document, ${epoch}, 'state', through, bytes, crc, ${at} from document_states where document = ${name}
    union all
    select document, ${epoch}, 'update', seq, bytes, crc, ${at} from document_updates where document = ${name}`.execute(
    trx,
  )
}

const beginAnew = async (trx: Transaction<Database>, name: string, state: Uint8Array): Promise<void> => {
  const epoch = await epochOf(trx, name)
  await trx.deleteFrom('document_states').where('document', '=', name).execute()
  await trx.deleteFrom('document_updates').where('document', '=', name).execute()
  await trx
    .insertInto('document_states')
    .values({ document: name, through: 0, bytes: state, crc: sumOf(name, 0, state) })
    .execute()
  await trx
    .updateTable('documents')
    .set({ epoch: epoch + 1, schema: SCHEMA_VERSION })
    .where('name', '=', name)
    .execute()
}
