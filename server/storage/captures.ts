/**
 * Captures, by the SHA-256 of their bytes, immutable; and which brief holds which. Who may read a brief may read
 * the captures it holds: an id in a document grants nothing.
 */
import type { Kysely } from 'kysely'
import { z } from 'zod'
import {
  type CaptureInfo,
  type PageStart,
  pageStart,
  textBlock,
  type TextBlock,
} from '../../shared/wire/inputs.ts'
import { type Bytes, isLarge, sizeInStore } from './capture-bytes.ts'
import { indexCapture } from './capture-search.ts'
import type { Database } from './database.ts'
import type { IndexedText } from './search-text.ts'

export type CaptureTables = {
  captures: {
    hash: string
    media_type: string
    encoding: string
    extractor: string
    text: string
    /** JSON of TextBlock[]. */
    blocks: string
    /** JSON of PageStart[]. */
    pages: string
    /** Empty when they are large: then they stand in capture_pieces. */
    bytes: Uint8Array
    created: string
  }
  brief_captures: { brief: string; hash: string; by: string | null; at: string }
}

export type NewCapture = {
  hash: string
  mediaType: string
  encoding: string
  extractor: string
  text: string
  blocks: TextBlock[]
  pages: PageStart[]
  bytes: Bytes
}
/** With what it is searched by (`indexedPiecesInTurns`): of a long text too much to work out within a transaction. */
export type SearchableCapture = NewCapture & { words: readonly IndexedText[] }

const blocksShape = z.array(textBlock)
const pagesShape = z.array(pageStart)

/**
 * Stores a capture unless its bytes are here already: the first reading of them stands. Grants nothing. The pieces of
 * a large one were stored before (`storePieces`); those of
 * the words of a long one go into the index after (`indexPieces`). Says whether it was new.
 */
export const storeCapture = async (db: Kysely<Database>, capture: SearchableCapture): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('captures')
    .values({
      hash: capture.hash,
      media_type: capture.mediaType,
      encoding: capture.encoding,
      extractor: capture.extractor,
      text: capture.text,
      blocks: JSON.stringify(capture.blocks),
      pages: JSON.stringify(capture.pages),
      bytes: isLarge(capture.bytes) ? new Uint8Array() : wholeBytes(capture.bytes),
      created: new Date().toISOString(),
    })
    .onConflict((c) => c.doNothing())
    .executeTakeFirst()
  await indexCapture(db, capture.hash, capture.words)
  return Number(numInsertedOrUpdatedRows ?? 0n) > 0
}

const wholeBytes = (bytes: Bytes): Uint8Array => {
  if (!(bytes instanceof Uint8Array))
    throw new Error('The bytes of a small capture are read before it is stored.')
  return bytes
}

/** Lets a brief's members read captures that are here. Returns how many the brief did not hold before. */
export const grantCaptures = async (
  db: Kysely<Database>,
  briefId: string,
  personId: string | null,
  hashes: readonly string[],
): Promise<number> => {
  let added = 0
  for (const hash of hashes) {
    const result = await db
      .insertInto('brief_captures')
      .values({ brief: briefId, hash, by: personId, at: new Date().toISOString() })
      .onConflict((c) => c.doNothing())
      .executeTakeFirst()
    added += Number(result.numInsertedOrUpdatedRows ?? 0n)
  }
  return added
}

/** Takes a grant back and forgets captures that no brief holds any more. */
export const releaseCapture = async (db: Kysely<Database>, briefId: string, hash: string): Promise<void> => {
  await db.deleteFrom('brief_captures').where('brief', '=', briefId).where('hash', '=', hash).execute()
  await forgetUnheld(db)
}

export const forgetUnheld = async (db: Kysely<Database>): Promise<void> => {
  await db
    .deleteFrom('captures')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('brief_captures').select('brief').whereRef('brief_captures.hash', '=', 'captures.hash'),
        ),
      ),
    )
    .execute()
}

export const capturesHeld = async (db: Kysely<Database>, briefId: string): Promise<string[]> => {
  const rows = await db.selectFrom('brief_captures').select('hash').where('brief', '=', briefId).execute()
  return rows.map((row) => row.hash)
}

/** Of these captures, the ones that a person may read in one brief or another. */
export const readableCaptures = async (
  db: Kysely<Database>,
  personId: string,
  hashes: readonly string[],
): Promise<string[]> => {
  const found: string[] = []
  for (const hash of hashes) if (await mayReadCapture(db, personId, hash)) found.push(hash)
  return found
}

export const mayReadCapture = async (
  db: Kysely<Database>,
  personId: string,
  hash: string,
): Promise<boolean> => {
  const row = await db
    .selectFrom('brief_captures')
    .innerJoin('members', 'members.brief', 'brief_captures.brief')
    .select('brief_captures.hash')
    .where('brief_captures.hash', '=', hash)
    .where('members.person', '=', personId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Of these captures, the ones that a brief holds. */
export const heldOf = async (
  db: Kysely<Database>,
  briefId: string,
  hashes: readonly string[],
): Promise<Set<string>> => {
  const held = await capturesHeld(db, briefId)
  return new Set(hashes.filter((hash) => held.includes(hash)))
}

export const holdsCapture = async (db: Kysely<Database>, briefId: string, hash: string): Promise<boolean> => {
  const row = await db
    .selectFrom('brief_captures')
    .select('hash')
    .where('brief', '=', briefId)
    .where('hash', '=', hash)
    .executeTakeFirst()
  return row !== undefined
}

/** What a capture is, without its text and bytes. */
export const captureInfoOf = async (db: Kysely<Database>, hash: string): Promise<CaptureInfo | null> => {
  const row = await db
    .selectFrom('captures')
    .select(['hash', 'media_type', 'encoding', 'extractor', 'blocks', 'pages', 'created', 'text'])
    .select(sizeInStore.as('size'))
    .where('hash', '=', hash)
    .executeTakeFirst()
  if (!row) return null
  return {
    hash: row.hash,
    mediaType: row.media_type,
    filename: null,
    takenAt: row.created,
    extractor: row.extractor,
    length: row.text.length,
    encoding: row.encoding,
    bytes: row.size,
    blocks: blocksShape.parse(JSON.parse(row.blocks)),
    ...(row.pages !== '[]' && { pages: pagesShape.parse(JSON.parse(row.pages)) }),
  }
}

export const captureText = async (db: Kysely<Database>, hash: string): Promise<string | null> => {
  const row = await db.selectFrom('captures').select('text').where('hash', '=', hash).executeTakeFirst()
  return row?.text ?? null
}
