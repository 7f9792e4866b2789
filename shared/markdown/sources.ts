/** The generated list of the sources that the brief cites. An import takes it for what it is and leaves it out. */
import type { Run } from '../cite/reference.ts'
import { formatReference } from '../cite/reference.ts'
import { escapeAddress, escapeProse } from './escape.ts'
import { sortedBy } from './json.ts'
import type { MarkdownOptions } from './options.ts'
import type { Portable } from './portable.ts'

export const SOURCES_HEADING = 'Sources'

/** A line an item, ready made. */
export type SourceList = { ordered: boolean; lines: string[] }

const writeRun = (run: Run): string => {
  if (run.href)
    return run.text === run.href && !/[\\|]/.test(run.href)
      ? `<${run.href}>`
      : `[${escapeProse(run.text)}](${escapeAddress(run.href)})`
  const text = run.text.replace(/\s+/gu, ' ')
  const words = text.trim()
  if (!run.italic || !words) return escapeProse(text)
  return text.replace(words, () => `*${escapeProse(words)}*`)
}

/** Null when nothing is cited. Sorted by key, so that a new source is a new line and moves no other. */
export const writeSources = (brief: Portable, options: Required<MarkdownOptions>): SourceList | null => {
  const cited = brief.order.sources.flatMap((id, i) => {
    const source = brief.sources.get(id)
    return source ? [{ source, key: brief.keys.get(id)!, number: i + 1 }] : []
  })
  if (cited.length === 0) return null
  const ordered = options.citations === 'plain'
  const lines = (ordered ? cited : sortedBy(cited, ({ key }) => key)).map(({ source, key, number }) => {
    // A number whose source is gone leaves a gap in the count; the list's own counting would close it.
    const name = ordered ? `**${number}** ` : `**${key}** `
    return `<span id="ref-${key}"></span>${name}${formatReference(source.item).map(writeRun).join('')}`
  })
  return { ordered, lines }
}
