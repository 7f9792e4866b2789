/** The sentences that rest on words which their source has otherwise by now; and that this could not be found out. */
import type { Resolved } from '../../shared/anchor/resolve.ts'
import type { ReadBrief } from '../../shared/brief/read.ts'
import { type Change, citationsByExcerpt } from '../../shared/check/changes.ts'
import { CannotCarry } from './carrier.ts'
import { type Finding, short } from './findings.ts'
import { loudChanges } from './standings.ts'

export const changeFindings = async (
  desk: Parameters<typeof loudChanges>[0],
  briefId: string,
  brief: ReadBrief,
): Promise<Finding[]> => {
  try {
    const resting = citationsByExcerpt(brief.citations.values())
    return (await loudChanges(desk, briefId, brief)).flatMap((change) => findings(change, resting))
  } catch (error) {
    if (error instanceof CannotCarry) return [{ kind: 'source-not-compared', message: error.message }]
    throw error
  }
}

const findings = ({ excerpt, found }: Change, resting: ReadonlyMap<string, string[]>): Finding[] => {
  const message = `“${short(excerpt.selector[1].exact)}” ${happened(found)} in the newest saved copy of its source.`
  const one = { kind: 'source-changed' as const, message, excerpt: excerpt.id }
  const citations = resting.get(excerpt.id) ?? []
  return citations.length > 0 ? citations.map((citation) => ({ ...one, citation })) : [one]
}

const happened = (found: Resolved): string => {
  if (found.state === 'gone') return 'is gone'
  if (found.state === 'ambiguous') return 'stands in several places'
  if (found.state !== 'changed') return 'stands otherwise'
  if (found.polarity) return 'reads otherwise, with a “not” more or less,'
  return found.numbers ? 'reads otherwise, with another number,' : 'reads otherwise'
}
