/** Who writes under which client id in a document: nobody writes under somebody else's. */
import type { Kysely } from 'kysely'

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('document_writers')
    .addColumn('document', 'text', (c) => c.notNull().references('documents.name').onDelete('cascade'))
    // 53 bits.
    .addColumn('client', 'bigint', (c) => c.notNull())
    // Empty: the server itself. It is no reference: what a person wrote stays theirs when they are gone.
    .addColumn('person', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('document_writers_key', ['document', 'client'])
    .execute()
}
