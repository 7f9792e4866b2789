/**
 * Marks that say how far something may be passed on: the list of the Traffic Light Protocol (FIRST, TLP 2.0), or words of a
 * house's own, which no program can put in an order.
 */
export const TLP_MARKS = ['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED'] as const

/** From 0, the freest; null for words of one's own. With or without "TLP:" in front. */
const strictness = (mark: string): number | null => {
  const name = `TLP:${mark
    .toUpperCase()
    .replace(/\s+/g, '')
    .replace(/^TLP:?/, '')}`
  const place = TLP_MARKS.findIndex((each) => each === name)
  return place < 0 ? null : place
}

/** Whether something under the mark `shown` shows less care than `asked`. What bears no mark may go anywhere. */
export const isBelow = (shown: string | null, asked: string | null): boolean => {
  const wanted = asked?.trim() ?? ''
  if (wanted === '' || strictness(wanted) === 0) return false
  const has = shown?.trim() ?? ''
  if (has.toLowerCase() === wanted.toLowerCase()) return false
  const [ours, theirs] = [strictness(has), strictness(wanted)]
  return ours === null || theirs === null || ours < theirs
}

/** Whether an embargo holds at `now`, in milliseconds. A day without a time begins at midnight UTC; words that are no time hold on. */
export const isUnderEmbargo = (until: string | null, now: number): boolean => {
  if (until === null || until.trim() === '') return false
  const ends = Date.parse(until)
  return Number.isNaN(ends) || ends > now
}
