/** Pictures of figures: stored by the SHA-256 of their cleaned bytes, as captures are, and held by the brief. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Person } from '../../shared/brief/document.ts'
import { Refusal } from '../../shared/wire/refusal.ts'
import type { PictureAdded } from '../../shared/wire/inputs.ts'
import { PICTURE_LIMIT } from '../../shared/capture/picture-edge.ts'
import { cleanPicture } from '../ingest/clean-picture.ts'
import type { Brought } from '../ingest/ingest.ts'
import { grantCaptures, mayReadCapture } from '../storage/captures.ts'
import type { Desk } from './documents.ts'
import { holding } from './hold-captures.ts'

type Where = { briefId: string; by: Person }

/** Throws Refusal for what is no picture that a page can show. */
export const addPicture = async (
  desk: Desk,
  { briefId, by }: Where,
  brought: Brought,
): Promise<PictureAdded> => {
  const large = 'file' in brought && brought.file.size > PICTURE_LIMIT
  const given = 'bytes' in brought ? brought.bytes : large ? null : await readFile(brought.file.path)
  const { bytes, mediaType, width, height } = cleanPicture(given ?? new Uint8Array(PICTURE_LIMIT + 1))
  const hash = createHash('sha256').update(bytes).digest('hex')
  const ingested = {
    capture: {
      hash,
      mediaType,
      encoding: 'binary',
      extractor: 'figure 1',
      text: '',
      blocks: [],
      pages: [],
      bytes,
    },
    filename: null,
    takenAt: new Date().toISOString(),
    guess: {},
    textless: true,
    marks: [],
  }
  return holding(desk, briefId, by, ingested, async () => ({ sha256: hash, mediaType, width, height }))
}

/** Lets a brief hold a picture that its person reads in another one: it was copied from there. */
export const holdPicture = async (desk: Desk, { briefId, by }: Where, sha256: string): Promise<void> => {
  if (!(await mayReadCapture(desk.db, by.id, sha256))) throw new Refusal('no-such-capture')
  await grantCaptures(desk.db, briefId, by.id, [sha256])
}
