/** Captures that a brief is to hold: stored and granted first, then named in the document; taken back when that fails. */
import type { Person } from '../../shared/brief/document.ts'
import type { CaptureRef } from '../../shared/brief/source.ts'
import type { CaptureInfo } from '../../shared/wire/inputs.ts'
import { captureRefOf, type Ingested } from '../ingest/ingest.ts'
import { isLarge, storePieces } from '../storage/capture-bytes.ts'
import { indexPieces } from '../storage/capture-search.ts'
import {
  captureInfoOf,
  captureText,
  grantCaptures,
  releaseCapture,
  storeCapture,
} from '../storage/captures.ts'
import { indexedPiecesInTurns } from '../storage/search-text.ts'
import type { Desk } from './documents.ts'

export type Kept = { ref: CaptureRef; text: string; info: CaptureInfo }

/**
 * Stores the capture and grants it; if the document then cannot be written, takes both back. `write` is given it as it
 * stands in the store.
 */
export const holding = async <T>(
  desk: Desk,
  briefId: string,
  by: Person,
  ingested: Ingested,
  write: (kept: Kept) => Promise<T>,
): Promise<T> => {
  const { capture } = ingested
  const { db } = desk
  if (isLarge(capture.bytes)) await storePieces(db, capture.hash, capture.bytes)
  const words = await indexedPiecesInTurns(capture.text)
  const { isNew, added } = await db.transaction().execute(async (trx) => ({
    isNew: await storeCapture(trx, { ...capture, words }),
    added: await grantCaptures(trx, briefId, by.id, [capture.hash]),
  }))
  try {
    if (words.length > 1) await indexPieces(db, capture.hash, words)
    // What was just written need not be read again: of a long text that takes a while.
    return await write(isNew ? keptAsRead(ingested) : await keptBefore(desk, ingested))
  } catch (error) {
    if (added) await db.transaction().execute((trx) => releaseCapture(trx, briefId, capture.hash))
    throw error
  }
}

const keptAsRead = (ingested: Ingested): Kept => {
  const { hash, mediaType, encoding, extractor, text, blocks, pages, bytes } = ingested.capture
  const ref = captureRefOf(ingested)
  const { filename, takenAt, length } = ref
  const size = bytes instanceof Uint8Array ? bytes.length : bytes.size
  const info = { hash, mediaType, filename, takenAt, extractor, length, encoding, bytes: size, blocks }
  return { ref, text, info: { ...info, ...(pages.length > 0 && { pages }) } }
}

/** The same bytes came before: their first reading counts. */
const keptBefore = async (desk: Desk, ingested: Ingested): Promise<Kept> => {
  const { hash } = ingested.capture
  const stored = await captureInfoOf(desk.db, hash)
  const text = await captureText(desk.db, hash)
  if (!stored || text === null) throw new Error(`Capture ${hash} was stored and is not there.`)
  const { filename, takenAt } = ingested
  const ref = {
    ...captureRefOf(ingested),
    mediaType: stored.mediaType,
    extractor: stored.extractor,
    length: stored.length,
  }
  return { ref, text, info: { ...stored, filename, takenAt } }
}

/** The same for several: all of them, or none. */
export const holdingAll = <T>(
  desk: Desk,
  briefId: string,
  by: Person,
  [first, ...others]: readonly Ingested[],
  write: (kept: Kept[]) => Promise<T>,
): Promise<T> =>
  first
    ? holding(desk, briefId, by, first, (kept) =>
        holdingAll(desk, briefId, by, others, (more) => write([kept, ...more])),
      )
    : write([])
