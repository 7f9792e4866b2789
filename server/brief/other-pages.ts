/**
 * Reads other pages of a PDF that a source has: the same file, as another capture. What rests on the pages that were read
 * before stays with them, as nothing of it has changed.
 */
import { createWriteStream } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { roots } from '../../shared/brief/document.ts'
import { readExcerpts } from '../../shared/brief/excerpt.ts'
import { newId } from '../../shared/brief/id.ts'
import { addCapture, readSource } from '../../shared/brief/source.ts'
import { Refusal } from '../../shared/wire/refusal.ts'
import { ingest, type Watch } from '../ingest/ingest.ts'
import { PDF } from '../ingest/kind.ts'
import type { PageRange } from '../ingest/page-range.ts'
import { isLarge, storedBytes } from '../storage/capture-bytes.ts'
import { holdsCapture } from '../storage/captures.ts'
import type { AddedCapture, CapturingDesk, Where } from './add-capture.ts'
import { sourceOf } from './add-source.ts'
import { holding } from './hold-captures.ts'

export const readOtherPages = async (
  desk: CapturingDesk & { incoming: string },
  { capture, range, ...where }: Where & { capture: string; range: PageRange | null },
  watch: Watch = {},
): Promise<AddedCapture> => {
  const { briefId, by, sourceId } = where
  const source = await sourceOf(desk, briefId, sourceId)
  const ref = source.captures.find(({ hash }) => hash === capture)
  const held = ref && (await holdsCapture(desk.db, briefId, capture))
  const stored = held ? await storedBytes(desk.db, capture) : null
  if (!ref || !stored) throw new Refusal('no-such-capture')
  if (stored.mediaType !== PDF || !range)
    throw new Refusal('invalid', 'Give the pages of a PDF, for example 1-200. Nothing was added.')
  const file = path.join(desk.incoming, newId())
  try {
    await pipeline(
      Readable.from(stored.pieces(), { objectMode: false }),
      createWriteStream(file, { mode: 0o600 }),
    )
    // Its name by its bytes is worked out anew: the pages belong to it.
    const arrived = { path: file, size: stored.size, hash: capture }
    const content = isLarge(arrived) ? { file: arrived } : { bytes: await readFile(file) }
    const brought = { ...content, filename: ref.filename, mediaType: PDF, range }
    const ingested = await ingest(brought, desk.readers, watch)
    return await holding(desk, briefId, by, ingested, async ({ ref: read, info }) => {
      await desk.rooms.transact(briefId, (doc) => {
        if (!readSource(sourceId, roots(doc).sources.get(sourceId))) throw new Refusal('no-such-source')
        addCapture(doc, sourceId, read)
        const kept = { capture: read.hash, by: { id: by.id, name: by.name }, at: new Date().toISOString() }
        for (const each of readExcerpts(doc).values())
          if (each.source === sourceId && each.kind === 'anchored' && each.capture !== read.hash)
            roots(doc).excerpts.get(each.id)?.set('kept', kept)
      })
      return { capture: info, anchors: [] }
    })
  } finally {
    await rm(file, { force: true })
  }
}
