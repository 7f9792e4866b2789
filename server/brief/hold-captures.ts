/** Captures that a brief is to hold: stored and granted first, then named in the document; taken back when that fails. */
import type { Person } from '../../shared/brief/document.ts'
import type { CaptureRef } from '../../shared/brief/source.ts'
import type { CaptureInfo } from '../../shared/wire/inputs.ts'
import { captureRefOf, type Ingested } from '../ingest/ingest.ts'
import { isLarge, storePieces } from '../storage/capture-bytes.ts'
import {
  captureInfoOf,
  captureText,
  grantCaptures,
  releaseCapture,
  storeCapture,
} from '../storage/captures.ts'
import { indexedTextInTurns } from '../storage/search-text.ts'
import type { Desk } from './documents.ts'

/** Stores the capture and grants it; if the document then cannot be written, takes both back. */
export const holding = async <T>(
  desk: Desk,
  briefId: string,
  by: Person,
  { capture }: Ingested,
  write: () => Promise<T>,
): Promise<T> => {
  if (isLarge(capture.bytes)) await storePieces(desk.db, capture.hash, capture.bytes)
  const words = await indexedTextInTurns(capture.text)
  const added = await desk.db.transaction().execute(async (trx) => {
    await storeCapture(trx, { ...capture, words })
    return grantCaptures(trx, briefId, by.id, [capture.hash])
  })
  try {
    return await write()
  } catch (error) {
    if (added) await desk.db.transaction().execute((trx) => releaseCapture(trx, briefId, capture.hash))
    throw error
  }
}

export type Kept = { ref: CaptureRef; text: string; info: CaptureInfo }

/** As it stands in the store: where the same bytes came before, their first reading counts. */
export const keptCapture = async (desk: Desk, ingested: Ingested): Promise<Kept> => {
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
  write: () => Promise<T>,
): Promise<T> =>
  first ? holding(desk, briefId, by, first, () => holdingAll(desk, briefId, by, others, write)) : write()
