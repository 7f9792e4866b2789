/**
 * Pages without the lines that run through a document: the title above, the number below. Only what clearly repeats
 * goes: a line that is left out cannot be quoted.
 */
import { type Line, textOf } from './pdf-lines.ts'

/** Looked at above and below; a running title has hardly more. */
const LINES = 2
/** Of the page's height: where they stand. */
const MARGIN = 0.12
/** Pages that it stands on at least, and which share of all: left and right pages differ. */
const PAGES = 3
const SHARE = 0.4

export const withoutRunningLines = (pages: Line[][]): Line[][] => {
  const seen = new Map<string, number>()
  const edges = pages.map(edgesOf)
  for (const edge of edges)
    for (const key of new Set(edge.map(keyOf))) seen.set(key, (seen.get(key) ?? 0) + 1)
  const most = Math.max(PAGES, pages.length * SHARE)
  const isNumbered = [...seen].some(([key, count]) => count >= most && key.includes('#'))
  // The first page of a chapter has its number alone, or below.
  const runs = (line: Line) =>
    (seen.get(keyOf(line)) ?? 0) >= most || (isNumbered && /^(?:\d{1,4}|[ivxlc]{1,7})$/i.test(textOf(line)))
  return pages.map((lines, i) => {
    const running = new Set(edges[i]!.filter(runs))
    return running.size === 0 ? lines : lines.filter((line) => !running.has(line))
  })
}

const edgesOf = (lines: Line[]): Line[] => {
  const down = lines.toSorted((a, b) => b.y - a.y)
  return [...new Set([...down.slice(0, LINES), ...down.slice(-LINES)])].filter(
    ({ y, page }) => y > page * (1 - MARGIN) || y < page * MARGIN,
  )
}

/** The same words at the same height, whatever the number. */
const keyOf = (line: Line): string =>
  `${Math.round(line.y / 3)} ${textOf(line).replace(/\d+|\b[ivxlc]+\b/gi, '#')}`
