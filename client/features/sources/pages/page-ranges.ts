/** The pages of a saved copy as stretches of its text. */
import type { Capture } from '../../../brief/captures.ts'
import type { Excerpt } from '../../../../shared/brief/excerpt.ts'
import type { Range } from './page-places.ts'

export type Page = Range & {
  /** From 1, as the file counts. */
  number: number
  /** What is printed on it. */
  label: string
  words: string
}

export const pagesOf = ({ text, info }: Capture): Page[] => {
  const pages = info.pages ?? []
  return pages.map(({ page, label, start }, index) => {
    const end = pages[index + 1]?.start ?? text.length
    return { number: page, label: label ?? String(page), start, end, words: text.slice(start, end) }
  })
}

/** The number of the page that an offset lies on; null where there are no pages. */
export const pageAt = (pages: readonly Page[], offset: number): number | null =>
  pages.findLast((page) => page.start <= offset && page.end > offset)?.number ?? null

/** Where the excerpts of one saved copy stand in its text. */
export const textRangesOf = (excerpts: readonly Excerpt[], hash: string): Range[] =>
  excerpts.flatMap((each) =>
    each.kind === 'anchored' && each.capture === hash
      ? [{ start: each.selector[0].start, end: each.selector[0].end }]
      : [],
  )
