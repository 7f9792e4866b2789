/** Brings the works of a bibliography into a brief, in one change; a work that is there gains what it lacked. */
import { readFile } from 'node:fs/promises'
import type { Person } from '../../shared/brief/document.ts'
import { type BibliographyResult, TEXT_LIMIT } from '../../shared/wire/inputs.ts'
import { Refusal } from '../../shared/wire/refusal.ts'
import { readBibliography } from '../ingest/bibliography.ts'
import type { BibliographyFormat } from '../../shared/cite/bibliography-format.ts'
import { decode } from '../ingest/decode.ts'
import type { Brought } from '../ingest/ingest.ts'
import type { Desk } from './documents.ts'
import { knownWorks } from './known-works.ts'

export type NewBibliography = { briefId: string; by: Person; references: Brought; format: BibliographyFormat }

export const addBibliography = async (
  desk: Desk,
  { briefId, by, references, format }: NewBibliography,
): Promise<BibliographyResult> => {
  const { entries, problems } = await readBibliography(await textOf(references), format)
  const counts = await desk.rooms.transact(briefId, (doc) => {
    const works = knownWorks(doc, by)
    const brought = doc.transact(() => entries.map((entry) => works.bring(doc, entry)))
    const added = brought.filter(({ isNew }) => isNew).length
    return { added, merged: brought.length - added }
  })
  return { ...counts, problems }
}

const textOf = async (brought: Brought): Promise<string> => {
  if (('file' in brought ? brought.file.size : brought.bytes.length) > TEXT_LIMIT)
    throw new Refusal('too-large')
  const bytes = 'file' in brought ? await readFile(brought.file.path) : brought.bytes
  return decode(bytes, 'text/plain').text
}
