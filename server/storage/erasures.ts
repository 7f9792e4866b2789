/** Tombstones of erased evidence, and the emptying of the pages that held it. */
import { type Kysely, sql } from 'kysely'
import { Refusal } from '../../shared/wire/refusal.ts'
import { type Database, sqliteOf } from './database.ts'

type Row = {
  brief: string
  kind: 'capture' | 'source' | 'excerpt'
  target: string
  by: string
  name: string
  at: string
  why: string
}
export type ErasureTables = { erasures: Row }

/** The first tombstone of a thing stays. */
export const noteErasures = async (db: Kysely<Database>, rows: readonly Row[]): Promise<void> => {
  for (const row of rows)
    await db
      .insertInto('erasures')
      .values(row)
      .onConflict((c) => c.doNothing())
      .execute()
}

/** The tombstone of a capture, for who is a member of a brief that held it; null: it was never erased there. */
export const erasedCapture = async (
  db: Kysely<Database>,
  personId: string,
  hash: string,
): Promise<Pick<Row, 'name' | 'at' | 'why'> | null> => {
  const row = await db
    .selectFrom('erasures')
    .innerJoin('members', 'members.brief', 'erasures.brief')
    .select(['erasures.name', 'erasures.at', 'erasures.why'])
    .where('erasures.kind', '=', 'capture')
    .where('erasures.target', '=', hash)
    .where('members.person', '=', personId)
    .executeTakeFirst()
  return row ?? null
}

export const briefsHolding = async (db: Kysely<Database>, hashes: readonly string[]): Promise<string[]> => {
  if (hashes.length === 0) return []
  const rows = await db
    .selectFrom('brief_captures')
    .select('brief')
    .distinct()
    .where('hash', 'in', hashes)
    .execute()
  return rows.map((row) => row.brief)
}

/** Captures leave with their text, their bytes, their words in the search index, and every right to read them. */
export const eraseCaptures = async (db: Kysely<Database>, hashes: readonly string[]): Promise<void> => {
  if (hashes.length === 0) return
  await db.deleteFrom('captures').where('hash', 'in', hashes).execute()
}

/**
 * Writes the database anew without what was deleted, in its free pages and its log. Nobody can write meanwhile,
 * about a second for each hundred megabytes. Throws a Refusal while another program reads the log.
 */
export const emptyFreePages = async (db: Kysely<Database>): Promise<void> => {
  // The index keeps deleted words in its segments until they are merged.
  await sql`insert into capture_words (capture_words) values ('optimize')`.execute(db)
  const isEmpty = await db.connection().execute(async () => {
    const sqlite = sqliteOf(db)
    sqlite.exec('vacuum')
    const [done] = sqlite.pragma('wal_checkpoint(TRUNCATE)') as [{ busy: number }]
    return done.busy === 0
  })
  if (!isEmpty)
    throw new Refusal(
      'cannot-write',
      'It is erased from every brief, but another program still reads the store, whose log may hold the words. Erase it once more when that program is done.',
    )
}
