/** What was erased: a tombstone each, which holds nothing of what it stands for. */
import type { Kysely } from 'kysely'

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('erasures')
    .addColumn('brief', 'text', (c) => c.notNull())
    // `capture`, `source` or `excerpt`, and its hash or id.
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('target', 'text', (c) => c.notNull())
    .addColumn('by', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('why', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('erasures_key', ['brief', 'kind', 'target'])
    .execute()
  await db.schema.createIndex('erasures_by_target').on('erasures').column('target').execute()
}
