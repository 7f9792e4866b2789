/**
 * Lets many documents share one commit. A commit costs the disk milliseconds however much is in it, so what rooms
 * hand over in one turn of the event loop, and during the commit before, goes into the next together.
 */
import type { Kysely } from 'kysely'
import type { Database } from './database.ts'
import type { DocumentTables } from './updates.ts'

type Row = DocumentTables['document_updates']
/** `before` runs in the same transaction as the rows. */
type Append = { rows: Row[]; before: ((trx: Kysely<Database>) => Promise<void>) | null }
type Waiting = Append & { done: () => void; failed: (error: unknown) => void }

/** Rows of one insert; SQLite takes 32,766 values in one statement, and a row has four. */
const ROWS_AT_ONCE = 1000

/** Resolves when the rows are durable, all of them; rejects when none of them is. */
export const sharedWrite = (db: Kysely<Database>): ((append: Append) => Promise<void>) => {
  let waiting: Waiting[] = []
  let writing = false

  const writeAll = async () => {
    while (waiting.length > 0) await writeTogether(waiting.splice(0))
    writing = false
  }

  const writeTogether = async (appends: Waiting[]) => {
    try {
      await write(db, appends)
      for (const append of appends) append.done()
    } catch (error) {
      const [only] = appends
      if (appends.length === 1) return only!.failed(error)
      // One document's trouble is not the others'.
      for (const append of appends) await writeTogether([append])
    }
  }

  return (append) =>
    new Promise((done, failed) => {
      waiting.push({ ...append, done, failed })
      if (writing) return
      writing = true
      setImmediate(() => void writeAll())
    })
}

const write = async (db: Kysely<Database>, appends: Append[]): Promise<void> => {
  const rows = appends.flatMap((append) => append.rows)
  const befores = appends.flatMap((append) => append.before ?? [])
  // One statement is a transaction of its own.
  if (rows.length <= ROWS_AT_ONCE && befores.length === 0) return insert(db, rows)
  await db.transaction().execute(async (trx) => {
    for (const before of befores) await before(trx)
    for (let at = 0; at < rows.length; at += ROWS_AT_ONCE)
      await insert(trx, rows.slice(at, at + ROWS_AT_ONCE))
  })
}

const insert = async (trx: Kysely<Database>, rows: Row[]): Promise<void> => {
  await trx.insertInto('document_updates').values(rows).execute()
}
