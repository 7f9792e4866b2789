/**
 * The original bytes of captures. Large ones are written and read a piece at a time, between which others get their
 * turn: a hundred megabytes in one statement would hold up everybody who writes.
 */
import { createReadStream } from 'node:fs'
import { type Kysely, sql } from 'kysely'
import type { Database } from './database.ts'

export type CapturePieceTables = {
  capture_pieces: { hash: string; number: number; piece: Uint8Array }
}

/** Bytes that are here, or that lie in a file. */
export type Bytes = Uint8Array | { path: string; size: number }

/** What the disk takes in a few milliseconds. Smaller captures stand in their row. */
const PIECE = 1024 * 1024

export const isLarge = (bytes: Bytes): boolean => sizeOf(bytes) > PIECE

const sizeOf = (bytes: Bytes) => (bytes instanceof Uint8Array ? bytes.length : bytes.size)

/** Stores the pieces of a large capture, before its row. Those of one that never got a row are swept at the next start. */
export const storePieces = async (db: Kysely<Database>, hash: string, bytes: Bytes): Promise<void> => {
  let number = 0
  for await (const piece of piecesOf(bytes)) {
    await db
      .insertInto('capture_pieces')
      .values({ hash, number: number++, piece })
      .onConflict((c) => c.doNothing())
      .execute()
    await new Promise(setImmediate)
  }
}

async function* piecesOf(bytes: Bytes): AsyncGenerator<Uint8Array> {
  if (!(bytes instanceof Uint8Array)) {
    // A stream of files gives whole pieces, save the last one.
    yield* createReadStream(bytes.path, { highWaterMark: PIECE }) as AsyncIterable<Uint8Array>
    return
  }
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE)
}

/** Forgets pieces whose capture was never stored: a kill came between. */
export const sweepPieces = async (db: Kysely<Database>): Promise<void> => {
  await db
    .deleteFrom('capture_pieces')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(selectFrom('captures').select('hash').whereRef('captures.hash', '=', 'capture_pieces.hash')),
      ),
    )
    .execute()
}

/** SQL: the size of a capture's bytes, wherever they stand. */
export const sizeInStore = sql<number>`coalesce(
  (select sum(length(piece)) from capture_pieces where capture_pieces.hash = captures.hash), length(bytes))`

export type StoredBytes = { mediaType: string; size: number; pieces: () => AsyncGenerator<Uint8Array> }

/** Null when there is no such capture. */
export const storedBytes = async (db: Kysely<Database>, hash: string): Promise<StoredBytes | null> => {
  const row = await db
    .selectFrom('captures')
    .select(['media_type', sizeInStore.as('size')])
    .where('hash', '=', hash)
    .executeTakeFirst()
  return row ? { mediaType: row.media_type, size: row.size, pieces: () => readPieces(db, hash) } : null
}

async function* readPieces(db: Kysely<Database>, hash: string): AsyncGenerator<Uint8Array> {
  for (let number = 0; ; number++) {
    const row = await db
      .selectFrom('capture_pieces')
      .select('piece')
      .where('hash', '=', hash)
      .where('number', '=', number)
      .executeTakeFirst()
    if (row) yield row.piece
    else if (number > 0) return
    else break
  }
  const whole = await db.selectFrom('captures').select('bytes').where('hash', '=', hash).executeTakeFirst()
  if (whole) yield whole.bytes
}
