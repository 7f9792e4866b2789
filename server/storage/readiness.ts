/** Whether the store can be read and written: a row is written again as it stands, as far as the disk. */
import { type Kysely, sql } from 'kysely'
import type { Database } from './database.ts'

/** Watchers ask often, and several at once. */
const FRESH_MS = 1000
const answers = new WeakMap<Kysely<Database>, { at: number; ready: Promise<boolean> }>()

export const canWriteStore = (db: Kysely<Database>): Promise<boolean> => {
  const last = answers.get(db)
  if (last && Date.now() - last.at < FRESH_MS) return last.ready
  const ready = tryWrite(db)
  answers.set(db, { at: Date.now(), ready })
  return ready
}

const tryWrite = async (db: Kysely<Database>): Promise<boolean> => {
  try {
    await db.transaction().execute(async (trx) => {
      await sql`update migrations set at = at where number = 1`.execute(trx)
    })
    return true
  } catch {
    return false
  }
}
