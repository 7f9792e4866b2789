/** Versions of briefs that were published: what was frozen, the page that readers see, and who may find it from when. */
import type { Kysely } from 'kysely'

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('publications')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('brief', 'text', (c) => c.notNull().references('briefs.id').onDelete('cascade'))
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('token', 'text', (c) => c.notNull().unique())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('style', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('by', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('openly', 'integer', (c) => c.notNull())
    .addColumn('embargo', 'text')
    .addColumn('ended', 'text')
    // JSON: shared/export/frozen.ts.
    .addColumn('frozen', 'text', (c) => c.notNull())
    // JSON: source id → hashes of the copies that the brief had of it.
    .addColumn('captures', 'text', (c) => c.notNull())
    .addColumn('page', 'text', (c) => c.notNull())
    .addUniqueConstraint('publications_by_number', ['brief', 'number'])
    .execute()
}
