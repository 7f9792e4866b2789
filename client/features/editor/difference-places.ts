/** Where in the quoted words a difference from the source stands: words that are not the source's, and gaps. */
import type { QuotePart } from '../../../shared/check/quotes.ts'

export type DifferencePlace =
  | { is: 'added'; from: number; to: number; loud: boolean }
  /** Words of the source that are left out here. */
  | { is: 'missing'; at: number; words: string; loud: boolean }

/** Offsets into `text`. The parts name words, not white space: they are looked for one after the other. */
export const differencePlaces = (text: string, parts: readonly QuotePart[]): DifferencePlace[] => {
  const places: DifferencePlace[] = []
  let cursor = 0
  for (const { kind, text: words, loud } of parts) {
    if (kind === 'removed') {
      places.push({ is: 'missing', at: cursor, words, loud: loud !== undefined })
      continue
    }
    let from = -1
    for (const word of words.split(/\s+/)) {
      const at = text.indexOf(word, cursor)
      if (at < 0) continue
      if (from < 0) from = at
      cursor = at + word.length
    }
    if (kind === 'added' && from >= 0)
      places.push({ is: 'added', from, to: cursor, loud: loud !== undefined })
  }
  return places
}
