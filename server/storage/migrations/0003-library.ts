/** The library across briefs: an index of sources, and one of captures' words. Both can be made anew at any time. */
import { type Kysely, sql } from 'kysely'

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('library_sources')
    .addColumn('brief', 'text', (c) => c.notNull().references('briefs.id').onDelete('cascade'))
    .addColumn('source', 'text', (c) => c.notNull())
    .addColumn('work', 'text', (c) => c.notNull())
    .addColumn('item', 'text', (c) => c.notNull())
    .addColumn('origin', 'text')
    .addColumn('captures', 'integer', (c) => c.notNull())
    .addColumn('excerpts', 'integer', (c) => c.notNull())
    .addColumn('cited', 'integer', (c) => c.notNull())
    .addColumn('added', 'text', (c) => c.notNull())
    .addColumn('words', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('library_sources_key', ['brief', 'source'])
    .execute()
  await db.schema.createIndex('library_sources_by_work').on('library_sources').column('work').execute()

  await db.schema
    .createTable('library_captures')
    .addColumn('brief', 'text', (c) => c.notNull())
    .addColumn('source', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('library_captures_key', ['brief', 'source', 'hash'])
    .addForeignKeyConstraint(
      'library_captures_source',
      ['brief', 'source'],
      'library_sources',
      ['brief', 'source'],
      (c) => c.onDelete('cascade'),
    )
    .execute()
  await db.schema.createIndex('library_captures_by_hash').on('library_captures').column('hash').execute()

  // Numbers of their own: SQLite renumbers rows without an integer key when it vacuums.
  await db.schema
    .createTable('searched_captures')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('hash', 'text', (c) => c.notNull().unique().references('captures.hash').onDelete('cascade'))
    .execute()
  // Contentless: the words stand in captures once already.
  await sql`create virtual table capture_words using fts5(
    plain, latin, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0')`.execute(db)
  // What is erased must leave the index's pages, too.
  await sql`insert into capture_words (capture_words, rank) values ('secure-delete', 1)`.execute(db)
  await sql`create trigger searched_captures_gone after delete on searched_captures begin
    delete from capture_words where rowid = old.id; end`.execute(db)

  await db.schema
    .createTable('workspace')
    .addColumn('key', 'text', (c) => c.primaryKey())
    .addColumn('value', 'text', (c) => c.notNull())
    .execute()
}
