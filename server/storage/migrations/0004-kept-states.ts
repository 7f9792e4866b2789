/**
 * Keeps the state before the newest one with the updates between them, so that a damaged state loses nothing; and
 * what a repair puts aside.
 */
import { type Kysely, sql } from 'kysely'

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`alter table document_states rename to document_states_before`.execute(db)
  await db.schema
    .createTable('document_states')
    .addColumn('document', 'text', (c) => c.notNull().references('documents.name').onDelete('cascade'))
    // Number of the last update that the state contains.
    .addColumn('through', 'bigint', (c) => c.notNull())
    .addColumn('bytes', 'blob', (c) => c.notNull())
    .addColumn('crc', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('document_states_key', ['document', 'through'])
    .execute()
  await sql`insert into document_states select document, through, bytes, crc from document_states_before`.execute(
    db,
  )
  await db.schema.dropTable('document_states_before').execute()

  await db.schema
    .createTable('damaged_rows')
    .addColumn('document', 'text', (c) => c.notNull().references('documents.name').onDelete('cascade'))
    // The epoch that ended with the repair.
    .addColumn('epoch', 'integer', (c) => c.notNull())
    // `state` or `update`, and its number.
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('seq', 'bigint', (c) => c.notNull())
    .addColumn('bytes', 'blob', (c) => c.notNull())
    .addColumn('crc', 'bigint', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('damaged_rows_by_document').on('damaged_rows').column('document').execute()
}
