/** Words of long captures in pieces, each a row of the index: one row for ten megabytes holds up everybody. */
import { type Kysely, sql } from 'kysely'

export const up = async (db: Kysely<unknown>): Promise<void> => {
  // In the index their rows are negative: those of searched_captures are not.
  await db.schema
    .createTable('searched_pieces')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('hash', 'text', (c) => c.notNull().references('captures.hash').onDelete('cascade'))
    .execute()
  await db.schema.createIndex('searched_pieces_by_hash').on('searched_pieces').column('hash').execute()
  await sql`create trigger searched_pieces_gone after delete on searched_pieces begin
    delete from capture_words where rowid = -old.id; end`.execute(db)
}
