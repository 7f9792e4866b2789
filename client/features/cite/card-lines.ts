/** What the resting cards of the margin say. A card that says the same as before is the same object, and is not drawn again. */
import type { CitationRecord } from '../../../shared/brief/citation.ts'
import { checkStanding } from '../../../shared/check/standing.ts'
import { locatorText } from '../../../shared/cite/locator.ts'
import { shortName } from '../../brief/work-name.ts'
import type { Reading } from './margin.ts'
import { say } from '../../words/en/cite.ts'
import { written } from '../../words/written.ts'

export type CardLine = {
  id: string
  /** Passages at the same place of one source are one, unless one of them contradicts the sentence. */
  sources: { name: string; number: number | undefined; passages: number; contradicts: boolean }[]
  words: string
  note: { words: string; tone: 'quiet' | 'loud' } | null
}

/** The lines of before, all of them, where none is another. */
export const cardLines = (margin: Reading, before: readonly CardLine[]): readonly CardLine[] => {
  const known = new Map(before.map((line) => [line.id, line]))
  const lines = margin.order.placed.flatMap((id) => {
    const record = margin.citations.get(id)
    if (!record) return []
    const line = lineOf(record, margin)
    const old = known.get(id)
    return [old && JSON.stringify(old) === JSON.stringify(line) ? old : line]
  })
  return lines.length === before.length && lines.every((line, i) => line === before[i]) ? before : lines
}

const lineOf = (record: CitationRecord, margin: Reading): CardLine => {
  const words = margin.covered(record.id, record.covers)
  return { id: record.id, sources: sourcesOf(record, margin), words, note: noteOf(record.id, words, margin) }
}

const sourcesOf = ({ id, cites }: CitationRecord, { sources, order }: Reading): CardLine['sources'] => {
  const lines = new Map<string, CardLine['sources'][number]>()
  cites.forEach((cite, i) => {
    const source = sources.get(cite.source)
    const where = locatorText(cite.label, cite.locator, written)
    const name = [
      source ? shortName(source.item) : say.sourceMissing,
      where,
      source?.removed ? say.takenOut : '',
    ]
      .filter((w) => w !== '')
      .join(', ')
    const contradicts = cite.bearing === 'contradicts'
    const key = `${contradicts} ${cite.source} ${name}`
    const line = lines.get(key)
    if (line) line.passages++
    else lines.set(key, { name, number: order.numbers.get(id)?.[i], passages: 1, contradicts })
  })
  return [...lines.values()]
}

const noteOf = (id: string, words: string, { checks }: Reading): CardLine['note'] => {
  const check = checks.get(id)
  if (!check) return null
  return checkStanding(check, words) === 'stands'
    ? { words: say.checkedBy(check.by.name), tone: 'quiet' }
    : { words: say.changedSinceChecked, tone: 'loud' }
}
