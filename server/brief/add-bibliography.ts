/** Brings the works of a bibliography into a brief, in one change; a work that is there gains what it lacked. */
import { readFile } from 'node:fs/promises'
import type { Person } from '../../shared/brief/document.ts'
import { addSource, changeSource, citationKey, readSources } from '../../shared/brief/source.ts'
import type { CslItem } from '../../shared/cite/csl.ts'
import { namesOfWork } from '../../shared/cite/same-work.ts'
import { type BibliographyResult, TEXT_LIMIT } from '../../shared/wire/inputs.ts'
import { Refusal } from '../../shared/wire/refusal.ts'
import { readBibliography } from '../ingest/bibliography.ts'
import type { BibliographyFormat } from '../../shared/cite/bibliography-format.ts'
import { decode } from '../ingest/decode.ts'
import type { Brought } from '../ingest/ingest.ts'
import type { Desk } from './documents.ts'

export type NewBibliography = { briefId: string; by: Person; references: Brought; format: BibliographyFormat }

/** A key that stands in Markdown as it is. */
const USABLE_KEY = /^[a-z][a-z0-9_]{0,63}$/i

export const addBibliography = async (
  desk: Desk,
  { briefId, by, references, format }: NewBibliography,
): Promise<BibliographyResult> => {
  const { entries, problems } = await readBibliography(await textOf(references), format)
  const counts = await desk.rooms.transact(briefId, (doc) => {
    const present = [...readSources(doc).values()]
    const keys = new Set(present.map(({ key }) => key))
    const known = new Map<string, { id: string; item: CslItem }>()
    const know = (id: string, item: CslItem) => {
      for (const name of namesOfWork(item)) if (!known.has(name)) known.set(name, { id, item })
    }
    for (const { id, item, removed } of present) if (!removed) know(id, item)
    let added = 0
    let merged = 0
    doc.transact(() => {
      for (const { item, key: theirs } of entries) {
        const twin = namesOfWork(item)
          .map((name) => known.get(name))
          .find((each) => each !== undefined)
        if (twin) {
          const missing = Object.entries(item).filter(([field]) => twin.item[field] === undefined)
          if (missing.length > 0) changeSource(doc, twin.id, { item: Object.fromEntries(missing) })
          know(twin.id, { ...item, ...twin.item })
          merged++
          continue
        }
        const key = theirs && USABLE_KEY.test(theirs) && !keys.has(theirs) ? theirs : citationKey(item, keys)
        keys.add(key)
        const addedBy = { id: by.id, name: by.name }
        know(addSource(doc, { item, key, addedBy, addedAt: new Date().toISOString() }), item)
        added++
      }
    })
    return { added, merged }
  })
  return { ...counts, problems }
}

const textOf = async (brought: Brought): Promise<string> => {
  if (('file' in brought ? brought.file.size : brought.bytes.length) > TEXT_LIMIT)
    throw new Refusal('too-large')
  const bytes = 'file' in brought ? await readFile(brought.file.path) : brought.bytes
  return decode(bytes, 'text/plain').text
}
