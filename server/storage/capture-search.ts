/** Full-text search over captures (SQLite FTS5): an index that follows from their texts and can be made anew. */
import { type Kysely, sql } from 'kysely'
import { cslItem, type CslItem } from '../../shared/cite/csl.ts'
import { wellFormed } from '../../shared/text/well-formed.ts'
import type { Database } from './database.ts'
import {
  type IndexedText,
  indexedPiecesInTurns,
  matchQuery,
  seekerOf,
  type SoughtWord,
  soughtWords,
  wordsOfText,
} from './search-text.ts'

export type CaptureSearchTables = {
  /** A capture that is in the index as a whole; its row there has this id. */
  searched_captures: { id: number | undefined; hash: string }
  /** A further piece of a long one; its row there has this id, negative. */
  searched_pieces: { id: number | undefined; hash: string }
}

/**
 * Puts a capture into the index, unless it is there, within the transaction that stores it. `words`: worked out before; a long
 * text's (more than one piece) are put in by `indexPieces` when the transaction is over.
 */
export const indexCapture = async (
  trx: Kysely<Database>,
  hash: string,
  words: readonly IndexedText[],
): Promise<void> => {
  if (words.length === 1) await addWhole(trx, hash, words[0]!)
}

/**
 * Puts a long capture into the index, piece by piece; whoever else waits for the store is let in between. The row that says
 * that it is in as a whole comes last: after a kill it is begun anew (`catchUpSearch`).
 */
export const indexPieces = async (
  db: Kysely<Database>,
  hash: string,
  [first, ...further]: readonly IndexedText[],
): Promise<void> => {
  const put = (add: (trx: Kysely<Database>) => Promise<unknown>) =>
    db.transaction().execute(async (trx) => {
      // Erased or taken back in the meantime: its words come into no index.
      const there = await trx
        .selectFrom('captures')
        .select('hash')
        .where('hash', '=', hash)
        .executeTakeFirst()
      if (there) await add(trx)
      return there !== undefined
    })
  const isDone = async () =>
    (await db.selectFrom('searched_captures').select('id').where('hash', '=', hash).executeTakeFirst()) !==
    undefined
  if (!first || (await isDone())) return
  for (const piece of further) {
    if (!(await put((trx) => addFurther(trx, hash, piece)))) return
    await new Promise(setImmediate)
  }
  await put((trx) => addWhole(trx, hash, first))
}

const addWhole = async (trx: Kysely<Database>, hash: string, words: IndexedText): Promise<void> => {
  const added = await trx
    .insertInto('searched_captures')
    .values({ id: undefined, hash })
    .onConflict((c) => c.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (added?.id) await addWords(trx, added.id, words)
}

const addFurther = async (trx: Kysely<Database>, hash: string, words: IndexedText): Promise<void> => {
  const { id } = await trx
    .insertInto('searched_pieces')
    .values({ id: undefined, hash })
    .returning('id')
    .executeTakeFirstOrThrow()
  await addWords(trx, -id!, words)
}

const addWords = (db: Kysely<Database>, row: number, { plain, latin }: IndexedText) =>
  sql`insert into capture_words (rowid, plain, latin) values (${row}, ${plain}, ${latin})`.execute(db)

/** Puts every capture into the index that is not there: after an update of the program, or a kill. Returns how many. */
export const catchUpSearch = async (
  db: Kysely<Database>,
  isStopped: () => boolean = () => false,
): Promise<number> => {
  for (let done = 0; ; done++) {
    if (isStopped()) return done
    const next = await db
      .selectFrom('captures')
      .leftJoin('searched_captures', 'searched_captures.hash', 'captures.hash')
      .select(['captures.hash', 'captures.text'])
      .where('searched_captures.hash', 'is', null)
      .limit(1)
      .executeTakeFirst()
    if (!next) return done
    const pieces = await indexedPiecesInTurns(next.text)
    // Of one whose pieces were cut short by a kill.
    await db.deleteFrom('searched_pieces').where('hash', '=', next.hash).execute()
    await indexPieces(db, next.hash, pieces)
    // Other work goes on between two texts.
    await new Promise(setImmediate)
  }
}

/**
 * Empties the index and fills it anew from the captures. Until it is full, a search finds what is in it again. Returns
 * how many captures it holds.
 */
export const rebuildSearch = async (db: Kysely<Database>): Promise<number> => {
  await db.transaction().execute(async (trx) => {
    // First: without this, each row that goes would look for its words.
    await sql`insert into capture_words (capture_words) values ('delete-all')`.execute(trx)
    await trx.deleteFrom('searched_captures').execute()
    await trx.deleteFrom('searched_pieces').execute()
  })
  await catchUpSearch(db)
  const { held } = await db
    .selectFrom('searched_captures')
    .select((eb) => eb.fn.countAll<number>().as('held'))
    .executeTakeFirstOrThrow()
  return held
}

/** A place in a capture's text where words were found; UTF-16 offsets, and the text around. */
export type Passage = { start: number; end: number; before: string; words: string; after: string }
/** Where a capture can be read: a source of a brief that one may read and that holds it. */
export type Place = { brief: string; title: string; source: string; item: CslItem }
export type Found = { hash: string; passages: Passage[]; places: Place[] }

/** Characters shown on each side of what was found. */
const AROUND = 80
/** Passages shown of one capture; the reader's own search shows the rest. */
const PASSAGES = 3
/** Places looked at to find those: a text that is full of a word shows its first ones. */
const MOST_PLACES = 500
/** Characters looked through for passages: the server answers others meanwhile. */
const LOOKED_THROUGH = 400_000

/** Captures with all of the words that the person may read through a brief, the best first. */
export const searchCaptures = async (
  db: Kysely<Database>,
  personId: string,
  typed: string,
  limit: number,
): Promise<Found[]> => {
  const words = soughtWords(typed)
  if (words.length === 0) return []
  const hashes = await matching(db, personId, words, limit)
  const found: Found[] = []
  const which = seekerOf(words)
  for (const hash of hashes) {
    const capture = await db.selectFrom('captures').select('text').where('hash', '=', hash).executeTakeFirst()
    if (!capture) continue
    const places = await placesHolding(db, personId, hash)
    if (places.length > 0)
      found.push({ hash, passages: passagesOf(capture.text, words.length, which), places })
    // Looking through long texts takes a while: others have their turn between two.
    await new Promise(setImmediate)
  }
  return found
}

/** The rows of the index that match, with the capture of each. */
const rowsOf = (words: readonly SoughtWord[]) => sql`
  select coalesce(s.hash, p.hash) as hash, capture_words.rowid as place, bm25(capture_words, 2.0, 1.0) as score
  from capture_words left join searched_captures s on s.id = capture_words.rowid
    left join searched_pieces p on p.id = -capture_words.rowid
  where capture_words match ${matchQuery(words)}`

/** Those with all words in one piece first; behind them long ones that have them far apart. */
const matching = async (
  db: Kysely<Database>,
  personId: string,
  words: readonly SoughtWord[],
  limit: number,
): Promise<string[]> => {
  const readable = sql`exists (select 1 from brief_captures b join members m on m.brief = b.brief
    where b.hash = found.hash and m.person = ${personId})`
  const close = await sql<{ hash: string }>`
    with found as materialized (${rowsOf(words)})
    select hash from found where ${readable} group by hash order by min(score), min(abs(place)) limit ${limit}`.execute(
    db,
  )
  const hashes = close.rows.map(({ hash }) => hash)
  if (words.length < 2 || hashes.length === limit) return hashes
  const each = words.map((word, i) => sql`${sql.raw(`w${i}`)} as materialized (${rowsOf([word])})`)
  const all = words.map(
    (_, i) => sql`select hash from ${sql.raw(`w${i}`)} where hash in (select hash from searched_pieces)`,
  )
  const apart = await sql<{ hash: string }>`
    with ${sql.join(each)}, found as (${sql.join(all, sql` intersect `)})
    select hash from found where ${readable} order by hash`.execute(db)
  return [...new Set([...hashes, ...apart.rows.map(({ hash }) => hash)])].slice(0, limit)
}

const placesHolding = async (db: Kysely<Database>, personId: string, hash: string): Promise<Place[]> => {
  const rows = await db
    .selectFrom('brief_captures')
    .innerJoin('members', 'members.brief', 'brief_captures.brief')
    .innerJoin('briefs', 'briefs.id', 'brief_captures.brief')
    .innerJoin('library_captures', (join) =>
      join
        .onRef('library_captures.brief', '=', 'brief_captures.brief')
        .onRef('library_captures.hash', '=', 'brief_captures.hash'),
    )
    .innerJoin('library_sources', (join) =>
      join
        .onRef('library_sources.brief', '=', 'library_captures.brief')
        .onRef('library_sources.source', '=', 'library_captures.source'),
    )
    .select(['briefs.id as brief', 'briefs.title', 'library_sources.source', 'library_sources.item'])
    .where('brief_captures.hash', '=', hash)
    .where('members.person', '=', personId)
    .orderBy('briefs.changed', 'desc')
    .execute()
  return rows.map(({ item, ...place }) => ({ ...place, item: cslItem.parse(JSON.parse(item)) }))
}

/**
 * The first places where all of the words stand close together, or where most of them do, in the order of the text.
 * `which` says which of the `count` sought words a word is.
 */
const passagesOf = (text: string, count: number, which: (word: string) => number): Passage[] => {
  type Cluster = { start: number; end: number; words: Set<number> }
  const places: Cluster[] = []
  let whole = 0
  for (const { start, end, word } of wordsOfText(text.slice(0, LOOKED_THROUGH))) {
    const sought = which(word)
    if (sought < 0) continue
    const last = places.at(-1)
    if (last && start - last.end <= AROUND && !last.words.has(sought)) {
      last.end = end
      last.words.add(sought)
    } else if (places.push({ start, end, words: new Set([sought]) }) === MOST_PLACES) break
    if (places.at(-1)!.words.size === count && ++whole === PASSAGES) break
  }
  return places
    .toSorted((a, b) => b.words.size - a.words.size || a.start - b.start)
    .slice(0, PASSAGES)
    .toSorted((a, b) => a.start - b.start)
    .map(({ start, end }) => passage(text, start, end))
}

const passage = (text: string, start: number, end: number): Passage => ({
  start,
  end,
  before: wholeWords(text.slice(Math.max(0, start - AROUND), start), start > AROUND ? 'from' : null),
  words: text.slice(start, end),
  after: wholeWords(text.slice(end, end + AROUND), end + AROUND < text.length ? 'until' : null),
})

/** Cut at a word's edge, never inside a character, on one line. */
const wholeWords = (text: string, cut: 'from' | 'until' | null): string => {
  const whole =
    cut === 'from' ? text.replace(/^\S*\s/, '') : cut === 'until' ? text.replace(/\s\S*$/, '') : text
  return wellFormed(whole.replace(/\s+/g, ' '))
}
