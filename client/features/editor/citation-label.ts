/** A citation in words: what a screen reader says in place of the raised number. */
import type { CitationRecord, Cite } from '../../../shared/brief/citation.ts'
import { shortName } from '../../brief/work-name.ts'
import type { Evidence } from '../../brief/evidence.ts'
import { say } from '../../words/en/editor.ts'

const citeLabel = (cite: Cite, number: number | undefined, { sources }: Evidence): string => {
  const source = sources.get(cite.source)
  const parts = [
    source ? shortName(source.item) : say.sourceMissing,
    cite.locator ? `${cite.label ?? ''} ${cite.locator}`.trim() : '',
    source?.removed ? say.takenOutOfTheSources : '',
  ]
  return [number === undefined ? '' : String(number), ...parts].filter((part) => part !== '').join(', ')
}

/** "Citation 3, WHO 2021, page 4"; several cites are told apart by a semicolon. */
export const citationLabel = (
  record: CitationRecord | undefined,
  numbers: readonly number[],
  evidence: Evidence,
): string => {
  if (!record) return say.citationWithoutEvidence
  if (record.cites.length === 0) return say.citationWithoutASource
  return say.citationOf(record.cites.map((cite, i) => citeLabel(cite, numbers[i], evidence)).join('; '))
}
