/**
 * From places in the page to places in a saved copy's text, and back. Every stretch of text in the reader stands
 * alone in an element with `data-offset`, the UTF-16 offset of its first character; a DOM text offset counts
 * UTF-16 code units too, so the sum is exact.
 */
const PIECE = '[data-offset]'
const TEXT_NODE = 3

const startOf = (piece: Element) => Number(piece.getAttribute('data-offset'))
const endOf = (piece: Element) => startOf(piece) + (piece.textContent?.length ?? 0)
const isElement = (node: Node): node is Element => node.nodeType === 1

/** The offset of the place between two characters that (node, at) names; null outside `root`. */
export const offsetAt = (root: Element, node: Node, at: number): number | null => {
  if (!root.contains(node)) return null
  const within = (isElement(node) ? node : node.parentElement)?.closest(PIECE)
  if (within && root.contains(within)) {
    // A place in the stretch itself stands before or behind its one text.
    return (
      startOf(within) + (node.nodeType === TEXT_NODE ? at : at > 0 ? (within.textContent?.length ?? 0) : 0)
    )
  }
  const child = node.childNodes[at]
  const next = child ? pieceFrom(root, child) : pieceAfter(root, node)
  if (next) return startOf(next)
  const all = root.querySelectorAll(PIECE)
  const last = all[all.length - 1]
  return last ? endOf(last) : null
}

/** The first piece that begins at or behind `node`, in document order. */
const pieceFrom = (root: Element, node: Node): Element | null => {
  if (isElement(node)) {
    if (node.matches(PIECE)) return node
    const inside = node.querySelector(PIECE)
    if (inside) return inside
  }
  return pieceAfter(root, node)
}

const pieceAfter = (root: Element, node: Node): Element | null => {
  for (let at: Node | null = node; at && at !== root; at = at.parentNode) {
    for (let next = at.nextSibling; next; next = next.nextSibling) {
      if (!isElement(next)) continue
      if (next.matches(PIECE)) return next
      const inside = next.querySelector(PIECE)
      if (inside) return inside
    }
  }
  return null
}

/** The place in the page of an offset; at a seam, the end of the piece before it (`'end'`) or the next one's start. */
export const placeOf = (
  root: Element,
  offset: number,
  side: 'start' | 'end',
): { node: Node; at: number } | null => {
  const pieces = root.querySelectorAll(PIECE)
  // Pieces stand in the order of their offsets: a long text has tens of thousands.
  let low = 0
  let high = pieces.length
  while (low < high) {
    const middle = (low + high) >> 1
    const start = startOf(pieces[middle]!)
    if (side === 'start' ? start <= offset : start < offset) low = middle + 1
    else high = middle
  }
  const piece = pieces[low - 1]
  const text = piece?.firstChild
  if (!piece || !text) return null
  const end = endOf(piece)
  return (side === 'start' ? offset < end : offset <= end)
    ? { node: text, at: offset - startOf(piece) }
    : null
}

/** A passage without the white space around it, no half of a surrogate pair at its edges; null when it is empty. */
export const tidy = (text: string, from: number, to: number): { start: number; end: number } | null => {
  let start = Math.max(0, Math.min(from, to))
  let end = Math.min(text.length, Math.max(from, to))
  if (/[\uDC00-\uDFFF]/.test(text[start] ?? '') && /[\uD800-\uDBFF]/.test(text[start - 1] ?? '')) start--
  if (/[\uDC00-\uDFFF]/.test(text[end] ?? '') && /[\uD800-\uDBFF]/.test(text[end - 1] ?? '')) end++
  while (start < end && /\s/.test(text[start]!)) start++
  while (end > start && /\s/.test(text[end - 1]!)) end--
  return start < end ? { start, end } : null
}
