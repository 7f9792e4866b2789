/**
 * The index of sources across briefs: what the library lists without opening every brief. It follows from the
 * documents and can be made anew; whoever asks sees the rows of their own briefs and no others.
 */
import { type Kysely, sql } from 'kysely'
import type { Role } from '../../shared/brief/role.ts'
import { cslItem, type CslItem } from '../../shared/cite/csl.ts'
import type { Database } from './database.ts'
import { indexedText, soughtWords } from './search-text.ts'
import { gradesOf } from './work-events.ts'

export type LibraryTables = {
  library_sources: {
    brief: string
    source: string
    /** shared/cite/work.ts; a work that nothing names outside is known by its saved copy, or stands alone. */
    work: string
    /** JSON of a CSL item. */
    item: string
    origin: string | null
    captures: number
    excerpts: number
    /** Citations in the body that name the source. */
    cited: number
    added: string
    /** What it is found by: title, people, outlet, in its own and in Latin letters. */
    words: string
  }
  /** The saved copies that a source names. */
  library_captures: { brief: string; source: string; hash: string }
}

export type IndexedSource = {
  source: string
  work: string
  item: CslItem
  origin: string | null
  /** Hashes. */
  captures: string[]
  excerpts: number
  cited: number
  added: string
}

/** Replaces a brief's rows by these; writes only what is different. */
export const indexSources = async (
  db: Kysely<Database>,
  brief: string,
  sources: readonly IndexedSource[],
): Promise<void> => {
  const rows = new Map(sources.map((each) => [each.source, rowOf(brief, each)]))
  const there = await db.selectFrom('library_sources').selectAll().where('brief', '=', brief).execute()
  for (const row of there) {
    const now = rows.get(row.source)
    if (now && JSON.stringify(now) === JSON.stringify(inOrderOf(now, row))) rows.delete(row.source)
    else if (!now)
      await db
        .deleteFrom('library_sources')
        .where('brief', '=', brief)
        .where('source', '=', row.source)
        .execute()
  }
  for (const row of rows.values())
    await db
      .insertInto('library_sources')
      .values(row)
      .onConflict((c) => c.columns(['brief', 'source']).doUpdateSet(row))
      .execute()
  // A source's copies only ever become more.
  for (const { source, captures } of sources)
    if (rows.has(source))
      for (const hash of captures)
        await db
          .insertInto('library_captures')
          .values({ brief, source, hash })
          .onConflict((c) => c.doNothing())
          .execute()
}

/** Forgets what was listed of a brief. */
export const unlistSources = async (db: Kysely<Database>, brief: string): Promise<void> => {
  await db.deleteFrom('library_sources').where('brief', '=', brief).execute()
}

type Row = LibraryTables['library_sources']

/** The same keys in the same order, so that two rows can be compared as text. */
const inOrderOf = (as: Row, row: Row) =>
  Object.fromEntries(Object.keys(as).map((key) => [key, row[key as keyof Row]]))

const rowOf = (brief: string, { item, captures, ...rest }: IndexedSource): Row => ({
  brief,
  ...rest,
  captures: captures.length,
  item: JSON.stringify(item),
  words: wordsOf(item),
})

const wordsOf = (item: CslItem): string => {
  const people = [item.author, item.editor, item.translator].flatMap((names) =>
    Array.isArray(names) ? names : [],
  )
  const said = [
    item.title,
    item['title-short'],
    item['original-title'],
    item['translated-title'],
    item['container-title'],
    item.publisher,
    item.DOI,
    ...people.flatMap((name: Record<string, unknown>) => [name.literal, name.given, name.family]),
    item.issued?.['date-parts']?.[0]?.[0],
  ]
  const { plain, latin } = indexedText(said.filter((each) => each !== undefined).join(' '))
  // A space before each word: a typed word is looked for at a word's beginning.
  return ` ${plain} ${latin}`
}

export type LibraryWork = {
  work: string
  item: CslItem
  origin: string | null
  briefs: number
  /** Citations in all of the person's briefs. */
  cited: number
  excerpts: number
  captures: number
  added: string
  grade: string | null
}

/** One page of works, the last added first. `before` is the `cursor` of the page before. */
export const worksOf = async (
  db: Kysely<Database>,
  personId: string,
  { typed, before, limit }: { typed: string; before?: string | undefined; limit: number },
): Promise<{ works: LibraryWork[]; total: number; cursor: string | null }> => {
  const words = soughtWords(typed)
  const matching = words.map(({ plain, latin }) => {
    const like = (word: string) => sql`l.words like ${`% ${escaped(word)}%`} escape '\\'`
    return latin ? sql`(${like(plain)} or ${like(latin)})` : like(plain)
  })
  const where = sql.join([sql`m.person = ${personId}`, ...matching], sql` and `)
  const grouped = sql`
    select l.work, max(l.added) as added, count(distinct l.brief) as briefs, sum(l.cited) as cited,
           sum(l.excerpts) as excerpts, max(l.captures) as captures
    from library_sources l join members m on m.brief = l.brief where ${where} group by l.work`
  const { rows: counted } = await sql<{ total: number }>`select count(*) as total from (${grouped})`.execute(
    db,
  )
  const [at, last] = before ? cursorParts(before) : [null, null]
  const { rows } = await sql<Omit<LibraryWork, 'item' | 'origin' | 'grade'>>`
    select * from (${grouped})
    ${at === null ? sql`` : sql`where (added, work) < (${at}, ${last})`}
    order by added desc, work desc limit ${limit + 1}`.execute(db)
  const page = rows.slice(0, limit)
  const grades = await gradesOf(
    db,
    page.map((row) => row.work),
  )
  const described = await newestRows(
    db,
    personId,
    page.map((row) => row.work),
  )
  const works = page.flatMap((row) => {
    const shown = described.get(row.work)
    return shown ? [{ ...row, ...shown, grade: grades.get(row.work) ?? null }] : []
  })
  const end = page.at(-1)
  return {
    works,
    total: counted[0]?.total ?? 0,
    cursor: rows.length > limit && end ? `${end.added} ${end.work}` : null,
  }
}

const escaped = (word: string) => word.replace(/[\\%_]/g, (c) => `\\${c}`)

const cursorParts = (cursor: string): [string, string] => {
  const at = cursor.indexOf(' ')
  return at < 0 ? [cursor, ''] : [cursor.slice(0, at), cursor.slice(at + 1)]
}

/** How the person's briefs describe these works: each as the last of them does. */
const newestRows = async (
  db: Kysely<Database>,
  personId: string,
  works: readonly string[],
): Promise<Map<string, { item: CslItem; origin: string | null }>> => {
  if (works.length === 0) return new Map()
  const { rows } = await sql<{ work: string; item: string; origin: string | null }>`
    select work, item, origin from (
      select l.work, l.item, l.origin, row_number() over (partition by l.work order by l.added desc, l.brief) as place
      from library_sources l join members m on m.brief = l.brief
      where m.person = ${personId} and l.work in (${sql.join(works)}))
    where place = 1`.execute(db)
  return new Map(
    rows.map(({ work, item, origin }) => [work, { item: cslItem.parse(JSON.parse(item)), origin }]),
  )
}

/** Where a work stands in the briefs that the person may read, the last changed brief first. */
export const placesOf = async (
  db: Kysely<Database>,
  personId: string,
  work: string,
): Promise<{ brief: string; title: string; source: string; role: Role }[]> =>
  db
    .selectFrom('library_sources')
    .innerJoin('members', 'members.brief', 'library_sources.brief')
    .innerJoin('briefs', 'briefs.id', 'library_sources.brief')
    .select(['library_sources.brief', 'briefs.title', 'library_sources.source', 'members.role'])
    .where('members.person', '=', personId)
    .where('library_sources.work', '=', work)
    .orderBy('briefs.changed', 'desc')
    .orderBy('library_sources.source')
    .execute()

/** Briefs that have a work, whoever may read them: for the server alone. */
export const briefsWithWork = async (db: Kysely<Database>, work: string): Promise<string[]> => {
  const rows = await db
    .selectFrom('library_sources')
    .select('brief')
    .distinct()
    .where('work', '=', work)
    .execute()
  return rows.map((row) => row.brief)
}

/** Briefs of which nothing is listed: new ones, ones without sources, and all of them after an update of the program. */
export const briefsNotIndexed = async (db: Kysely<Database>): Promise<string[]> => {
  const rows = await db
    .selectFrom('briefs')
    .leftJoin('library_sources', 'library_sources.brief', 'briefs.id')
    .select('briefs.id')
    .where('library_sources.brief', 'is', null)
    .execute()
  return rows.map((row) => row.id)
}
