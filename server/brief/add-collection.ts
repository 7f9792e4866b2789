/**
 * Brings the works of a collection into a brief, one after the other, each with its files as saved copies and with what was
 * marked in them as excerpts. Each work comes whole or not at all; one that cannot come is told, and the others come.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { type Person, roots } from '../../shared/brief/document.ts'
import { addCapture, readSource } from '../../shared/brief/source.ts'
import type { CollectionResult } from '../../shared/wire/inputs.ts'
import { Refusal } from '../../shared/wire/refusal.ts'
import type { CollectedEntry, CollectedFile } from '../ingest/collection.ts'
import { type Brought, ingest, type Ingested, type Watch } from '../ingest/ingest.ts'
import { isLarge } from '../storage/capture-bytes.ts'
import { merged } from './add-source.ts'
import type { UnpackingDesk } from './documents.ts'
import { holdingAll } from './hold-captures.ts'
import { type KnownWorks, knownWorks } from './known-works.ts'
import { addMarked, markedIn } from './marked-excerpts.ts'
import { tellOfCapture } from './notices.ts'

type Desk = UnpackingDesk & Parameters<typeof tellOfCapture>[0]
type To = { briefId: string; by: Person }
type Work = CollectionResult['works'][number]

export const addCollection = async (
  desk: Desk,
  { collection, ...to }: To & { collection: Brought },
  watch: Watch,
): Promise<CollectionResult> => {
  const into = await mkdtemp(path.join(desk.incoming, 'collection-'))
  try {
    const content = 'file' in collection ? collection.file : collection.bytes
    const { entries, problems } = await desk.readers.unpack(content, into, watch)
    const result: CollectionResult = { works: [], problems }
    const scratch = await desk.rooms.read(to.briefId)
    const known = knownWorks(scratch, to.by)
    scratch.destroy()
    for (const [done, entry] of entries.entries()) {
      watch.signal?.throwIfAborted()
      watch.told?.(done, entries.length)
      try {
        result.works.push(await addWork(desk, to, entry, known, watch))
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        problems.push({ entry: entry.item.title ?? '', why: error.message })
        // The brief is full, or the disk: the others would hear the same.
        if (done + 1 < entries.length)
          problems.push({ entry: `${entries.length - done - 1} more`, why: 'They were not tried.' })
        break
      }
    }
    return result
  } finally {
    await rm(into, { recursive: true, force: true })
  }
}

const addWork = async (
  desk: Desk,
  to: To,
  entry: CollectedEntry,
  known: KnownWorks,
  watch: Watch,
): Promise<Work> => {
  const problems = [...entry.problems]
  const copies: Ingested[] = []
  for (const file of entry.files) {
    const read = await readCopy(desk, file, watch)
    if (typeof read === 'string') problems.push(read)
    else if (!copies.some(({ capture }) => capture.hash === read.capture.hash)) copies.push(read)
  }
  const item = entry.bare && copies[0] ? merged(entry.item, copies[0]) : entry.item
  const { marked, left } = markedIn(copies, entry.highlights)
  problems.push(...left)
  const { briefId, by } = to
  const work = await holdingAll(desk, briefId, by, copies, (kept) =>
    desk.rooms.transact(briefId, (doc) =>
      doc.transact(() => {
        const { source, isNew } = known.bring(doc, {
          item,
          key: entry.key,
          hashes: copies.map(({ capture }) => capture.hash),
        })
        const before = new Set(
          readSource(source, roots(doc).sources.get(source))?.captures.map((c) => c.hash),
        )
        for (const { ref } of kept) addCapture(doc, source, ref)
        const map = roots(doc).sources.get(source)
        if (entry.note && map && !readSource(source, map)?.note) map.set('note', entry.note)
        const excerpts = addMarked(doc, { source, by, marked, kept, isNew })
        const fresh = kept.filter(({ ref }) => !before.has(ref.hash))
        return { source, isNew, excerpts, fresh: fresh.map(({ ref }) => ref.hash) }
      }),
    ),
  )
  if (!work.isNew)
    for (const hash of work.fresh) await tellOfCapture(desk, { ...to, sourceId: work.source, hash })
  return {
    source: work.source,
    title: (item.title ?? item.URL ?? '').slice(0, 300),
    added: work.isNew,
    copies: work.fresh.length,
    excerpts: work.excerpts,
    problems,
  }
}

/** A sentence where it cannot be read. */
const readCopy = async (
  { readers }: Desk,
  { file, filename, mediaType, at }: CollectedFile,
  { signal, waiting }: Watch,
): Promise<Ingested | string> => {
  try {
    const content = isLarge(file) ? { file } : { bytes: await readFile(file.path) }
    const now = new Date()
    const saved = at === null || at > now.toISOString() ? now : new Date(at)
    return await ingest({ ...content, filename, mediaType, marks: true }, readers, { signal, waiting }, saved)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    // The work is added all the same.
    return `“${filename}” did not come with it. ${error.message.replace(/\s*Nothing was added;?/, '').replace(/^./, (first) => first.toUpperCase())}`
  }
}
