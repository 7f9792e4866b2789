/**
 * Makes a brief of a Word file: headings, paragraphs and their marks, lists, tables, figures, footnotes, and a source and a citation for
 * each field of a reference manager. The file is read in a process of its own, as every file from outside; what of it was not understood
 * is in the report.
 */
import { createHash } from 'node:crypto'
import type { Person } from '../../shared/brief/document.ts'
import { fillBrief } from '../../shared/brief/fill.ts'
import { contentsOfWord } from '../../shared/word/contents.ts'
import { Refusal } from '../../shared/wire/refusal.ts'
import { cleanPicture } from '../ingest/clean-picture.ts'
import type { Arrived, WordReaders } from '../ingest/ingest.ts'
import { addPicture } from './add-picture.ts'
import { createBrief } from './create.ts'
import type { Desk } from './documents.ts'

type Import = { content: Uint8Array | Arrived; owner: Person; fallback?: string | undefined }

export const importWord = async (
  desk: Desk & { readers: WordReaders },
  { content, owner, fallback }: Import,
): Promise<{ id: string; report: string[] }> => {
  const { document, pictures } = await desk.readers.readWord(content, {})
  const cleaned = pictures.map(clean)
  const { contents, report } = contentsOfWord(document, {
    pictures: cleaned.map((each) => each && { sha256: each.sha256, width: each.width, height: each.height }),
    fallback,
  })
  if (!/[\p{L}\p{N}]/u.test(JSON.stringify(contents.body.content)) || !hasWords(document.blocks))
    throw new Refusal('empty-text', 'There is no text in it. Nothing was imported; choose another file.')
  const id = await createBrief(desk, {
    title: contents.about.title,
    owner,
    captures: [],
    seed: (doc) => fillBrief(doc, contents),
  })
  for (const each of cleaned)
    if (each) await addPicture(desk, { briefId: id, by: owner }, { bytes: each.given })
  return { id, report }
}

const hasWords = (blocks: unknown): boolean => /"(?:text|alt|picture)":/.test(JSON.stringify(blocks))

type Cleaned = { given: Uint8Array; sha256: string; width: number; height: number }

/** Null for what is no picture that a page can show. */
const clean = (given: Uint8Array | null): Cleaned | null => {
  if (!given) return null
  try {
    const { bytes, width, height } = cleanPicture(given)
    return { given, sha256: createHash('sha256').update(bytes).digest('hex'), width, height }
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}
