/** Captures with pages, and the bytes of large ones in pieces, each written by itself. */
import { type Kysely, sql } from 'kysely'

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .alterTable('captures')
    .addColumn('pages', 'text', (c) => c.notNull().defaultTo('[]'))
    .execute()
  // No reference to captures: the pieces are there before the capture is.
  await db.schema
    .createTable('capture_pieces')
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('piece', 'blob', (c) => c.notNull())
    .addPrimaryKeyConstraint('capture_pieces_key', ['hash', 'number'])
    .execute()
  await sql`create trigger captures_gone after delete on captures begin
    delete from capture_pieces where hash = old.hash; end`.execute(db)
}
