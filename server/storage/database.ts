/**
 * Opens the store: SQLite in a file of the data folder, brought up to date in one transaction. Says in one
 * sentence why it cannot.
 */
import fs from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { Kysely, type SqliteDatabase, SqliteDialect, sql } from 'kysely'
import type { BriefTables } from './briefs.ts'
import type { CapturePieceTables } from './capture-bytes.ts'
import type { CaptureSearchTables } from './capture-search.ts'
import type { CaptureTables } from './captures.ts'
import type { ErasureTables } from './erasures.ts'
import type { ExportReasonTables } from './export-reasons.ts'
import type { LibraryTables } from './library.ts'
import type { LinkTables } from './links.ts'
import { type Migration, migrations } from './migrations.ts'
import type { PeopleTables } from './people.ts'
import type { SessionTables } from './sessions.ts'
import type { NoticeTables } from './notices.ts'
import type { PublicationTables } from './publications.ts'
import { withRememberedStatements } from './remembered-statements.ts'
import { diskFull, isDiskFull } from './cannot-write.ts'
import type { SourceCheckTables } from './source-checks.ts'
import { StartMistake } from './start-mistake.ts'
import type { DocumentTables } from './updates.ts'
import type { WorkEventTables } from './work-events.ts'
import type { WorkspaceTables } from './workspace.ts'

type MigrationTables = { migrations: { number: number; name: string; at: string } }

export type Database = MigrationTables &
  PeopleTables &
  SessionTables &
  BriefTables &
  LinkTables &
  CaptureTables &
  CapturePieceTables &
  DocumentTables &
  LibraryTables &
  CaptureSearchTables &
  WorkspaceTables &
  ErasureTables &
  ExportReasonTables &
  WorkEventTables &
  NoticeTables &
  PublicationTables &
  SourceCheckTables

export const DATABASE_FILE = 'vouch.sqlite'

export type OpenOptions = {
  /** Reads beside a running server; never creates, migrates or writes. */
  readonly?: boolean
  /** Bytes that the file may take; null or left out: as many as the disk has. */
  limit?: number | null
  /** Another list than today's: for tests of what an older or newer program left behind. */
  migrations?: readonly Migration[]
}

/** Creates the folder if need be, and makes sure that files can be written in it. */
export const prepareFolder = (dir: string): void => {
  try {
    fs.mkdirSync(dir, { recursive: true, mode: 0o700 })
    const probe = path.join(dir, `.writable-${process.pid}`)
    fs.writeFileSync(probe, '')
    fs.unlinkSync(probe)
  } catch (error) {
    if (isDiskFull(error)) throw diskFull(dir, error)
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error'
    throw new StartMistake(
      `The data folder ${dir} cannot be written (${code}). Nothing was changed; give this user the right to write there, or set DATA_DIR to another folder.`,
    )
  }
}

/** A folder for what is passing through, without what an earlier run left in it. Returns its path. */
export const emptyFolder = (dir: string): string => {
  fs.rmSync(dir, { recursive: true, force: true })
  fs.mkdirSync(dir, { recursive: true, mode: 0o700 })
  return dir
}

const connect = (file: string, readonly: boolean): Sqlite.Database => {
  const sqlite = new Sqlite(file, { readonly, fileMustExist: readonly })
  // Drafts are for those who may read them, not for everybody with an account on the machine.
  if (!readonly && file !== ':memory:') fs.chmodSync(file, 0o600)
  sqlite.pragma('busy_timeout = 5000')
  sqlite.pragma('foreign_keys = ON')
  if (!readonly) {
    sqlite.pragma('journal_mode = WAL')
    // "Saved" means that it outlives a power cut: WAL alone with NORMAL would lose the last commits.
    sqlite.pragma('synchronous = FULL')
  }
  return sqlite
}

/**
 * On a full disk SQLite has rolled back by itself. The query builder's own rollback would then fail, and its failure
 * would stand in the place of the reason.
 */
const forgivingRollback = (sqlite: Sqlite.Database, database: SqliteDatabase): SqliteDatabase => ({
  prepare: (query) =>
    database.prepare(query === 'rollback' && !sqlite.inTransaction ? 'select 1 where 0' : query),
  close: () => database.close(),
})

/** What is there already stays, if it is more. */
const limitTo = (sqlite: Sqlite.Database, bytes: number) => {
  const pageSize = Number(sqlite.pragma('page_size', { simple: true }))
  sqlite.pragma(`max_page_count = ${Math.floor(bytes / pageSize)}`)
}

const connections = new WeakMap<Kysely<Database>, Sqlite.Database>()

/**
 * The connection beneath, for what is too frequent for a query builder. To be used within `db.connection()` only:
 * otherwise it would run in the middle of somebody else's transaction.
 */
export const sqliteOf = (db: Kysely<Database>): Sqlite.Database => {
  const sqlite = connections.get(db)
  if (!sqlite) throw new Error('This is no store that openDatabase opened.')
  return sqlite
}

/** `file` is the path of the database file, or `:memory:`. Throws {@link StartMistake}. */
export const openDatabase = async (file: string, options: OpenOptions = {}): Promise<Kysely<Database>> => {
  const readonly = options.readonly ?? false
  let sqlite: Sqlite.Database
  try {
    sqlite = connect(file, readonly)
  } catch (error) {
    throw cannotOpen(file, error)
  }
  const db = new Kysely<Database>({
    dialect: new SqliteDialect({ database: forgivingRollback(sqlite, withRememberedStatements(sqlite)) }),
  })
  connections.set(db, sqlite)
  if (options.limit) limitTo(sqlite, options.limit)
  try {
    await bringUpToDate(db, options.migrations ?? migrations, readonly)
  } catch (error) {
    await db.destroy()
    throw error instanceof StartMistake ? error : cannotOpen(file, error)
  }
  return db
}

const bringUpToDate = async (
  db: Kysely<Database>,
  steps: readonly Migration[],
  readonly: boolean,
): Promise<void> => {
  const reached = await versionOf(db)
  if (reached > steps.length)
    throw new StartMistake(
      `The data folder was written by a newer version of Vouch (data version ${reached}, this program knows ${steps.length}). Nothing was changed; start the newer program.`,
    )
  if (reached === steps.length) return
  if (readonly)
    throw new StartMistake(
      'The data folder is of an older version of Vouch. Start the server once; it brings it up to date.',
    )
  await db.transaction().execute(async (trx) => {
    await trx.schema
      .createTable('migrations')
      .ifNotExists()
      .addColumn('number', 'integer', (c) => c.primaryKey())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('at', 'text', (c) => c.notNull())
      .execute()
    for (const [index, step] of steps.entries()) {
      if (index < reached) continue
      await step.up(trx as unknown as Kysely<unknown>)
      await trx
        .insertInto('migrations')
        .values({ number: index + 1, name: step.name, at: new Date().toISOString() })
        .execute()
    }
  })
}

const versionOf = async (db: Kysely<Database>): Promise<number> => {
  const { rows } = await sql<{
    name: string
  }>`select name from sqlite_master where name = 'migrations'`.execute(db)
  if (rows.length === 0) return 0
  const last = await db
    .selectFrom('migrations')
    .select((eb) => eb.fn.max<number | null>('number').as('number'))
    .executeTakeFirst()
  return last?.number ?? 0
}

const cannotOpen = (file: string, error: unknown): StartMistake => {
  const code = (error as { code?: string }).code ?? ''
  if (isDiskFull(error)) return diskFull(path.dirname(file), error)
  const because =
    code === 'SQLITE_NOTADB' || code === 'SQLITE_CORRUPT'
      ? 'is damaged or no database'
      : `cannot be opened (${code || (error as Error).message})`
  return new StartMistake(
    `The store ${file} ${because}. Nothing was changed; restore it from a backup, or set DATA_DIR to another folder.`,
  )
}
