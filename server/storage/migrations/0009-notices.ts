/** Which events on works a brief has dealt with: taken over, or dismissed. */
import type { Kysely } from 'kysely'

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('settled_notices')
    .addColumn('brief', 'text', (c) => c.notNull().references('briefs.id').onDelete('cascade'))
    .addColumn('event', 'integer', (c) => c.notNull().references('work_events.id').onDelete('cascade'))
    .addColumn('deed', 'text', (c) => c.notNull())
    .addColumn('by', 'text', (c) => c.references('people.id').onDelete('set null'))
    .addColumn('at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('settled_notices_key', ['brief', 'event'])
    .execute()
}
