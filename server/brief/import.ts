/** Makes a brief of a Markdown file, with every tie that the file holds and the importer may have. */
import { TITLE_LIMIT } from '../../shared/brief/about.ts'
import { type Person, roots } from '../../shared/brief/document.ts'
import { fillBrief } from '../../shared/brief/fill.ts'
import { fromMarkdown } from '../../shared/markdown/read.ts'
import { Refusal } from '../../shared/wire/refusal.ts'
import { readableCaptures } from '../storage/captures.ts'
import { createBrief, seedEmptyBody } from './create.ts'
import type { Desk } from './documents.ts'

export type Import = {
  markdown: string
  owner: Person
  /** Goes before the title that the file has; `fallback` comes after it. */
  title?: string | undefined
  fallback?: string | undefined
}

export const importMarkdown = async (
  desk: Desk,
  { markdown, owner, title, fallback }: Import,
): Promise<{ id: string; report: string[] }> => {
  if (!/[\p{L}\p{N}]/u.test(markdown))
    throw new Refusal('empty-text', 'There is no text in it. Nothing was imported; choose another file.')
  const { contents, report } = fromMarkdown(markdown)
  const wanted = title ?? (contents.about.title || fallback || 'Imported brief')
  const cut = wanted.slice(0, TITLE_LIMIT)
  if (cut !== wanted) report.push(`The title is longer than ${TITLE_LIMIT} characters and was cut.`)
  const hashes = new Set([...contents.sources.values()].flatMap((each) => each.captures.map((c) => c.hash)))
  const id = await createBrief(desk, {
    title: cut,
    owner,
    // The file names them; who may read them already may read them here, and nobody else.
    captures: await readableCaptures(desk.db, owner.id, [...hashes]),
    seed: (doc) => {
      fillBrief(doc, contents)
      if (roots(doc).body.length === 0) seedEmptyBody(doc)
    },
  })
  return { id, report }
}
