/** Full-text search over captures (SQLite FTS5): an index that follows from their texts and can be made anew. */
import { type Kysely, sql } from 'kysely'
import { cslItem, type CslItem } from '../../shared/cite/csl.ts'
import { wellFormed } from '../../shared/text/well-formed.ts'
import type { Database } from './database.ts'
import {
  type IndexedText,
  indexedTextInTurns,
  matchQuery,
  seekerOf,
  soughtWords,
  wordsOfText,
} from './search-text.ts'

export type CaptureSearchTables = {
  searched_captures: { id: number | undefined; hash: string }
}

/** Puts a capture into the index, unless it is there. The words are worked out before a transaction begins. */
export const indexCapture = async (
  db: Kysely<Database>,
  hash: string,
  { plain, latin }: IndexedText,
): Promise<void> => {
  const added = await db
    .insertInto('searched_captures')
    .values({ id: undefined, hash })
    .onConflict((c) => c.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!added?.id) return
  await sql`insert into capture_words (rowid, plain, latin) values (${added.id}, ${plain}, ${latin})`.execute(
    db,
  )
}

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
    const words = await indexedTextInTurns(next.text)
    await db.transaction().execute(async (trx) => {
      // Erased in the meantime: its words come into no index.
      const there = await trx
        .selectFrom('captures')
        .select('hash')
        .where('hash', '=', next.hash)
        .executeTakeFirst()
      if (there) await indexCapture(trx, next.hash, words)
    })
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
  const { rows } = await sql<{ hash: string }>`
    select s.hash from capture_words join searched_captures s on s.id = capture_words.rowid
    where capture_words match ${matchQuery(words)}
      and exists (select 1 from brief_captures b join members m on m.brief = b.brief
                  where b.hash = s.hash and m.person = ${personId})
    order by bm25(capture_words, 2.0, 1.0), s.id limit ${limit}`.execute(db)
  const found: Found[] = []
  const which = seekerOf(words)
  for (const { hash } of rows) {
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
