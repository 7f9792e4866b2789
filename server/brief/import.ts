/** Makes a brief of a Markdown file, with every tie that the file holds and the importer may have. */
import { type About, TITLE_LIMIT } from '../../shared/brief/about.ts'
import { type Person, roots } from '../../shared/brief/document.ts'
import { fillBrief } from '../../shared/brief/fill.ts'
import { HOUSE_STYLE, OWN_STYLE } from '../../shared/cite/styles.ts'
import { fromMarkdown } from '../../shared/markdown/read.ts'
import { Refusal } from '../../shared/wire/refusal.ts'
import { readableCaptures } from '../storage/captures.ts'
import { createBrief, seedEmptyBody } from './create.ts'
import type { Desk } from './documents.ts'
import { styleFaultAside } from './write-aside.ts'

export type Import = {
  markdown: string
  owner: Person
  /** Goes before the title that the file has; `fallback` comes after it. */
  title?: string | undefined
  fallback?: string | undefined
  /** A CSL style that came beside the file: it counts where the file chooses no other one. */
  style?: string | undefined
}

export const importMarkdown = async (
  desk: Desk,
  { markdown, owner, title, fallback, style }: Import,
): Promise<{ id: string; report: string[] }> => {
  if (!/[\p{L}\p{N}]/u.test(markdown))
    throw new Refusal('empty-text', 'There is no text in it. Nothing was imported; choose another file.')
  const { contents: read, report } = fromMarkdown(markdown)
  const { about, fault } = await withOwnStyle(read.about, style)
  const contents = { ...read, about }
  if (fault) report.push(fault)
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

/** `fault`: the sentence for a style that cannot be used. What the file itself says of it is kept all the same. */
const withOwnStyle = async (
  about: About,
  beside: string | undefined,
): Promise<{ about: About; fault: string | null }> => {
  const takesBeside = about.ownStyle === null && [HOUSE_STYLE, OWN_STYLE].includes(about.style)
  const own = takesBeside ? beside : about.style === OWN_STYLE ? about.ownStyle : null
  if (own === null || own === undefined) return { about, fault: null }
  const fault = await styleFaultAside(own, about.lang)
  if (fault) return { about, fault: styleNotUsed(fault) }
  return { about: { ...about, style: OWN_STYLE, ownStyle: own }, fault: null }
}

export const styleNotUsed = (why: string) =>
  `The citation style that came along is not used; the brief cites in the house style. ${why}`
