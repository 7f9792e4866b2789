/** Documents: what a brief says and what is said about it, each a compacted state and the updates after it. */
import type { Kysely } from 'kysely'

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('documents')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('brief', 'text', (c) => c.notNull().references('briefs.id').onDelete('cascade'))
    .addColumn('epoch', 'integer', (c) => c.notNull())
    .addColumn('schema', 'integer', (c) => c.notNull())
    .addColumn('created', 'text', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('documents_by_brief').on('documents').column('brief').execute()

  await db.schema
    .createTable('document_states')
    .addColumn('document', 'text', (c) => c.primaryKey().references('documents.name').onDelete('cascade'))
    // Number of the last update that the state contains.
    .addColumn('through', 'bigint', (c) => c.notNull())
    .addColumn('bytes', 'blob', (c) => c.notNull())
    .addColumn('crc', 'bigint', (c) => c.notNull())
    .execute()

  await db.schema
    .createTable('document_updates')
    .addColumn('document', 'text', (c) => c.notNull().references('documents.name').onDelete('cascade'))
    // Counted without gaps in each document: a row that went missing is noticed, and so is a second writer.
    .addColumn('seq', 'bigint', (c) => c.notNull())
    .addColumn('bytes', 'blob', (c) => c.notNull())
    .addColumn('crc', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('document_updates_key', ['document', 'seq'])
    .execute()
}
