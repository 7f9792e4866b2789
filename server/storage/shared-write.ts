/**
 * Lets many documents share one commit. A commit costs the disk milliseconds however much is in it, so what rooms
 * hand over in one turn of the event loop goes into one transaction, and where many documents are written at once,
 * commits come a little apart. The rows take the shortest way there is, as prepared statements: they are written at
 * every keystroke.
 */
import type { Kysely } from 'kysely'
import { createCrowd } from './crowd.ts'
import { type Database, sqliteOf } from './database.ts'

export type Row = { document: string; seq: number; bytes: Uint8Array; crc: number }
export type WriterRow = { document: string; client: number; person: string }
/** `raiseSchema`: the document may contain what the program's schema allows from these rows on. */
export type Append = {
  rows: Row[]
  writers: WriterRow[]
  raiseSchema: { document: string; to: number } | null
}
type Waiting = Append & { done: () => void; failed: (error: unknown) => void }

/** Resolves when the rows are durable, all of them; rejects when none of them is. */
export const sharedWrite = (db: Kysely<Database>): ((append: Append) => Promise<void>) => {
  let waiting: Waiting[] = []
  let writing = false
  let write: ((appends: readonly Append[]) => void) | null = null
  const crowd = createCrowd()

  const writeAll = async () => {
    // Nothing else is in the middle of a transaction as long as the connection is ours.
    while (waiting.length > 0) {
      const ms = crowd.wait()
      if (ms >= 1) await new Promise((resolve) => setTimeout(resolve, ms))
      await db.connection().execute(async () => {
        crowd.wrote(waiting)
        writeTogether(waiting.splice(0))
      })
    }
    writing = false
  }

  const writeTogether = (appends: Waiting[]) => {
    try {
      write ??= prepared(db)
      write(appends)
      for (const append of appends) append.done()
    } catch (error) {
      const [only] = appends
      if (appends.length === 1) return only!.failed(error)
      // One document's trouble is not the others'.
      for (const append of appends) writeTogether([append])
    }
  }

  return (append) =>
    new Promise((done, failed) => {
      waiting.push({ ...append, done, failed })
      if (writing) return
      writing = true
      setImmediate(() => {
        writeAll().catch((error: unknown) => {
          writing = false
          for (const each of waiting.splice(0)) each.failed(error)
        })
      })
    })
}

const prepared = (db: Kysely<Database>): ((appends: readonly Append[]) => void) => {
  const sqlite = sqliteOf(db)
  const insert = sqlite.prepare(
    'insert into document_updates (document, seq, bytes, crc) values (?, ?, ?, ?)',
  )
  const raise = sqlite.prepare('update documents set schema = ? where name = ?')
  const writer = sqlite.prepare(
    'insert into document_writers (document, client, person) values (?, ?, ?) on conflict do nothing',
  )
  const all = (appends: readonly Append[]) => {
    for (const { rows, writers, raiseSchema } of appends) {
      if (raiseSchema) raise.run(raiseSchema.to, raiseSchema.document)
      for (const { document, seq, bytes, crc } of rows) insert.run(document, seq, bytes, crc)
      for (const { document, client, person } of writers) writer.run(document, client, person)
    }
  }
  const inTransaction = sqlite.transaction(all)
  return (appends) => {
    const [only] = appends
    // One statement is a transaction of its own.
    const isOne = appends.length === 1 && only!.rows.length === 1
    if (isOne && only!.writers.length === 0 && !only!.raiseSchema) all(appends)
    else inTransaction(appends)
  }
}
