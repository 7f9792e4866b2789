/** A citation in words: what a screen reader says in place of the raised number. */
import type { CitationRecord, Cite } from '../../../shared/brief/citation.ts'
import { shortName } from '../../../shared/cite/short-name.ts'
import type { Evidence } from '../../brief/evidence.ts'

const citeLabel = (cite: Cite, number: number | undefined, { sources }: Evidence): string => {
  const source = sources.get(cite.source)
  const parts = [
    source ? shortName(source.item) : 'source missing',
    cite.locator ? `${cite.label ?? ''} ${cite.locator}`.trim() : '',
    source?.removed ? 'taken out of the sources' : '',
  ]
  return [number === undefined ? '' : String(number), ...parts].filter((part) => part !== '').join(', ')
}

/** "Citation 3, WHO 2021, page 4"; several cites are told apart by a semicolon. */
export const citationLabel = (
  record: CitationRecord | undefined,
  numbers: readonly number[],
  evidence: Evidence,
): string => {
  if (!record) return 'Citation without evidence'
  if (record.cites.length === 0) return 'Citation without a source'
  return `Citation ${record.cites.map((cite, i) => citeLabel(cite, numbers[i], evidence)).join('; ')}`
}
