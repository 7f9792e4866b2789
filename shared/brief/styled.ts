/**
 * A brief's citations and references as its CSL style writes them. Every writer of files and the page use this one function:
 *
 *     const data = await loadStyle(brief.about)   // shared/cite/styles.ts; null: the house style, nothing to call
 *     const styled = data && styleBrief(brief, data)
 *     styled.clusters.get(citationId)              // Run[]: in the text; with `notes` the text of the note
 *     styled.bibliography                          // { source, label, runs }[] in the style's order
 *
 * Sources and citations are named by the ids that `brief` has: a portable brief (shared/markdown/portable.ts) gives its own.
 */
import { openStyler, type StyleData, type Styled, type Styler, type ToStyle } from '../cite/styler.ts'
import type { CitationRecord } from './citation.ts'
import type { Footnotes } from './footnotes.ts'
import { citationIds, type Order } from './order.ts'
import type { ReadBrief } from './read.ts'

type Citing = { citations: ReadonlyMap<string, CitationRecord>; footnotes: Footnotes; order: Order }

/** What the styler is asked for: a citation within a footnote stands in the note of that footnote. */
export const toStyle = ({ citations, footnotes, order }: Citing, notes: boolean): ToStyle[] => {
  const noteOf = new Map<string, number>()
  if (notes) {
    for (const [at, { is, id }] of order.notes.entries()) {
      const within =
        is === 'citation' ? [id] : citationIds({ type: 'doc', content: [...(footnotes.get(id) ?? [])] })
      for (const each of within) if (!noteOf.has(each)) noteOf.set(each, at + 1)
    }
  }
  return order.placed.map((id) => ({ id, note: noteOf.get(id) ?? 0, cites: citations.get(id)!.cites }))
}

/** With a styler that is kept, for what changes and is asked again. */
export const styleWith = (styler: Styler, brief: ReadBrief): Styled =>
  styler.style(toStyle(brief, styler.notes), new Map([...brief.sources].map(([id, { item }]) => [id, item])))

/** Null for the house style, and for a style that does not work. */
export const tryStyle = (brief: ReadBrief, data: StyleData | null): Styled | null => {
  try {
    return data && styleBrief(brief, data)
  } catch {
    return null
  }
}

/** Throws for a style that `styleFault` refuses. */
export const styleBrief = (brief: ReadBrief, data: StyleData): Styled => styleWith(openStyler(data), brief)
