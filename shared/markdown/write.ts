/**
 * A brief as one Markdown file that reads well on a Git host, compiles with `pandoc --citeproc`, and restores the
 * brief with every tie. A pure function: the same brief gives the same bytes everywhere.
 */
import type { About } from '../brief/about.ts'
import type { ReadBrief } from '../brief/read.ts'
import { wellFormed } from '../text/well-formed.ts'
import { writeBlocks, type WrittenBlocks } from './blocks.ts'
import { NO_RECORD, NO_TEXT, noteText } from './cites.ts'
import { writeFrontMatter } from './front-matter.ts'
import { canonicalJson, commentJson } from './json.ts'
import { type MarkdownOptions, withDefaults } from './options.ts'
import { type Portable, portable } from './portable.ts'
import { fromMarkdown } from './read.ts'
import { splitFrontMatter } from './read-front-matter.ts'
import { bodyAndNotes, remainderLines } from './remainder.ts'
import { newReport } from './report.ts'
import { writeSources } from './sources.ts'
import { tieLines, writeTies } from './ties.ts'

/** The notes that the page names, in its order. */
const writeNotes = (
  brief: Portable,
  { noted, footnote }: WrittenBlocks,
  options: Required<MarkdownOptions>,
): string =>
  Array.from(noted, ([id, is]) => {
    if (is === 'footnote') {
      const text = brief.footnotes.get(id)
      return `\n[^${id}]: ${text ? footnote(text).replace(/\n(?=[^\n])/g, '\n    ') : NO_TEXT}\n`
    }
    const record = brief.citations.get(id)
    return `\n[^${id}]: ${record ? noteText(record, brief, options) : NO_RECORD}\n`
  }).join('')

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
  const written = writeBlocks({ brief: file, options: chosen, sources: writeSources(file, chosen) })
  const text = wellFormed(
    `${front}${written.page ? `\n${written.page}` : ''}${writeNotes(file, written, chosen)}`,
  )
  if (chosen.evidence === 'none') return text
  const ties = tieLines(file, chosen.audience)
  // The page is read back as it will be: what it does not say of itself, the ties say.
  const read = fromMarkdown(text + writeTies(ties)).contents
  const remainder = remainderLines(bodyAndNotes(file), bodyAndNotes(read))
  return text + writeTies([...aboutLines(file.about, front), ...remainder, ...ties])
}
