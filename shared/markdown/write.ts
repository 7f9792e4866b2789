/**
 * A brief as one Markdown file that reads well on a Git host, compiles with `pandoc --citeproc`, and restores the
 * brief with every tie. A pure function: the same brief gives the same bytes everywhere.
 */
import type { About } from '../brief/about.ts'
import { citationIds } from '../brief/order.ts'
import type { ReadBrief } from '../brief/read.ts'
import { wellFormed } from '../text/well-formed.ts'
import { writeBlocks } from './blocks.ts'
import { NO_RECORD, noteText } from './cites.ts'
import { writeFrontMatter } from './front-matter.ts'
import { canonicalJson, commentJson } from './json.ts'
import { type MarkdownOptions, withDefaults } from './options.ts'
import { type Portable, portable } from './portable.ts'
import { fromMarkdown } from './read.ts'
import { splitFrontMatter } from './read-front-matter.ts'
import { remainderLines } from './remainder.ts'
import { newReport } from './report.ts'
import { writeSources } from './sources.ts'
import { tieLines, writeTies } from './ties.ts'

/** The notes that the page names, in its order. */
const writeNotes = (
  brief: Portable,
  noted: ReadonlySet<string>,
  options: Required<MarkdownOptions>,
): string =>
  [...new Set(citationIds(brief.body))]
    .filter((id) => noted.has(id))
    .map((id) => {
      const record = brief.citations.get(id)
      return `\n[^${id}]: ${record ? noteText(record, brief, options) : NO_RECORD}\n`
    })
    .join('')

/** Fields that front matter does not give back as they are: how they read there, and what they are. */
const aboutLines = (about: About, front: string): string[] => {
  const shown: Record<string, unknown> = splitFrontMatter(front, newReport()).about
  return Object.entries(about)
    .filter(([field, value]) => canonicalJson(value) !== canonicalJson(shown[field]))
    .map(([field, value]) => `about ${field} ${commentJson([shown[field] ?? null, value])}`)
}

export const toMarkdown = (brief: ReadBrief, options: MarkdownOptions = {}): string => {
  const chosen = withDefaults(options)
  const file = portable(brief, chosen.audience)
  const front = writeFrontMatter(file)
  const { page, noted } = writeBlocks({ brief: file, options: chosen, sources: writeSources(file, chosen) })
  const text = wellFormed(`${front}${page ? `\n${page}` : ''}${writeNotes(file, noted, chosen)}`)
  if (chosen.evidence === 'none') return text
  const ties = tieLines(file, chosen.audience)
  // The page is read back as it will be: what it does not say of itself, the ties say.
  const read = fromMarkdown(text + writeTies(ties)).contents.body
  return text + writeTies([...aboutLines(file.about, front), ...remainderLines(file.body, read), ...ties])
}
