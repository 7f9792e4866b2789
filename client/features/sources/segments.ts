/**
 * A block of text cut at the edges of the excerpts that touch it, so that overlapping ones can each be drawn: a
 * segment names all that cover it.
 */
export type Passage = { id: string; start: number; end: number }
export type Segment = { start: number; end: number; ids: string[] }

/** Segments in order, together exactly start…end, none empty. Offsets are the capture's own. */
export const segments = (start: number, end: number, passages: readonly Passage[]): Segment[] => {
  const touching = passages.filter((p) => p.start < end && p.end > start && p.start < p.end)
  const edges = new Set([start, end])
  for (const p of touching) {
    edges.add(Math.max(start, p.start))
    edges.add(Math.min(end, p.end))
  }
  const cuts = [...edges].sort((a, b) => a - b)
  return cuts.slice(0, -1).map((from, i) => ({
    start: from,
    end: cuts[i + 1]!,
    ids: touching.filter((p) => p.start <= from && p.end > from).map((p) => p.id),
  }))
}
