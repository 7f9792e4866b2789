/** What a reader of the brief should look at again. Findings follow from the document; nothing of them is stored. */
import { coveredIn } from '../../shared/brief/covers.ts'
import { withFootnotes } from '../../shared/brief/footnotes.ts'
import type { ReadBrief } from '../../shared/brief/read.ts'
import { quotationsOf } from '../../shared/check/quotations.ts'
import { checkStanding } from '../../shared/check/standing.ts'

export type Finding = {
  kind:
    | 'quotation-differs'
    | 'quotation-without-excerpt'
    | 'sentence-changed'
    | 'citation-unplaced'
    | 'citation-without-source'
    | 'source-changed'
    | 'source-not-compared'
  /** One sentence for a person. */
  message: string
  /** Id of the block, citation or excerpt it is about. */
  block?: string
  citation?: string
  excerpt?: string
}

export const findingsOf = (brief: ReadBrief): Finding[] => {
  const whole = { ...brief, body: withFootnotes(brief.body, brief.footnotes) }
  return [
    ...quotationFindings(whole),
    ...changedSentences(whole),
    ...unplaced(brief),
    ...withoutSource(brief),
  ]
}

const quotationFindings = (brief: ReadBrief): Finding[] =>
  quotationsOf(brief).flatMap(({ node, excerpt, words, standing }): Finding[] => {
    const where = { ...(node && { block: node }), ...(excerpt && { excerpt }) }
    const quoted = `“${short(words)}”`
    if (standing.is === 'without-excerpt')
      return [
        { kind: 'quotation-without-excerpt', message: `${quoted} is not tied to an excerpt.`, ...where },
      ]
    if (standing.is !== 'held' || standing.difference.is !== 'differs') return []
    const { loudest } = standing.difference
    const what =
      loudest === 'number'
        ? ': a number is not the same'
        : loudest === 'negation'
          ? ': a negation is not the same'
          : ''
    return [{ kind: 'quotation-differs', message: `${quoted} differs from the source${what}.`, ...where }]
  })

const changedSentences = (brief: ReadBrief): Finding[] =>
  brief.order.placed.flatMap((citation): Finding[] => {
    const check = brief.checks.get(citation)
    const covers = brief.citations.get(citation)?.covers
    if (!check || !covers || checkStanding(check, coveredIn(brief.body, citation, covers)) === 'stands')
      return []
    return [
      { kind: 'sentence-changed', message: `Sentence changed since ${check.by.name} checked it.`, citation },
    ]
  })

const unplaced = (brief: ReadBrief): Finding[] =>
  brief.order.unplaced.map(({ id, sentence }) => ({
    kind: 'citation-unplaced',
    message: sentence
      ? `A citation lost its place; it stood at “${short(sentence)}”.`
      : 'A citation lost its place.',
    citation: id,
  }))

const withoutSource = (brief: ReadBrief): Finding[] =>
  brief.order.placed.flatMap((citation): Finding[] => {
    const cites = brief.citations.get(citation)?.cites ?? []
    const missing = cites.length === 0 || cites.some((cite) => !brief.sources.has(cite.source))
    return missing
      ? [{ kind: 'citation-without-source', message: 'A citation names no source of this brief.', citation }]
      : []
  })

export const short = (words: string) => (words.length > 120 ? `${words.slice(0, 117).trimEnd()}…` : words)
