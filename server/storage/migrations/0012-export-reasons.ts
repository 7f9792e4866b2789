/** Why somebody gave a brief to people outside although a mark or an embargo spoke against it. */
import type { Kysely } from 'kysely'

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('export_reasons')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    // No reference: what was said stays when the brief is deleted or the person leaves.
    .addColumn('brief', 'text', (c) => c.notNull())
    .addColumn('by', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('format', 'text', (c) => c.notNull())
    .addColumn('why', 'text', (c) => c.notNull())
    // JSON: the sentences that spoke against it.
    .addColumn('against', 'text', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('export_reasons_by_brief').on('export_reasons').column('brief').execute()
}
