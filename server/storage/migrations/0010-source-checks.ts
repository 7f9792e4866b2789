/** When the addresses of sources are looked at again, for whom, and what came of it last. */
import type { Kysely } from 'kysely'

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('source_checks')
    .addColumn('brief', 'text', (c) => c.notNull().references('briefs.id').onDelete('cascade'))
    .addColumn('source', 'text', (c) => c.notNull())
    .addColumn('every', 'text')
    .addColumn('until', 'text')
    .addColumn('set_by', 'text', (c) => c.references('people.id').onDelete('set null'))
    .addColumn('asked_by', 'text', (c) => c.references('people.id').onDelete('set null'))
    .addColumn('due', 'text')
    .addColumn('checked', 'text')
    .addColumn('outcome', 'text')
    .addColumn('why', 'text')
    .addPrimaryKeyConstraint('source_checks_key', ['brief', 'source'])
    .execute()
  await db.schema.createIndex('source_checks_by_due').on('source_checks').column('due').execute()
}
