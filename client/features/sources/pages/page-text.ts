/** The text that lies over a drawn page, as one string, with the way back to its nodes. */
import type { Range as Offsets } from './page-places.ts'

export type PageText = {
  text: string
  rangeOf(offsets: Offsets): Range
  /** The offset of a place in the layer; null outside it. */
  offsetOf(node: Node, at: number): number | null
}

export const pageText = (layer: Element): PageText => {
  const nodes: { node: Text; start: number }[] = []
  let text = ''
  const walker = document.createTreeWalker(layer, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    nodes.push({ node: node as Text, start: text.length })
    text += (node as Text).data
  }
  /** The node in which an offset lies; at a seam, the end of the one before for an end. */
  const nodeAt = (offset: number, end: boolean) =>
    nodes.findLast(({ start }) => (end ? start < offset : start <= offset)) ?? nodes[0]
  return {
    text,
    rangeOf({ start, end }) {
      const range = document.createRange()
      const [from, to] = [nodeAt(start, false), nodeAt(end, true)]
      if (from) range.setStart(from.node, Math.min(from.node.length, start - from.start))
      if (to) range.setEnd(to.node, Math.min(to.node.length, end - to.start))
      return range
    },
    offsetOf(node, at) {
      if (!layer.contains(node)) return null
      const there = nodes.find((each) => each.node === node)
      if (there) return there.start + at
      // A place between elements: where the next text begins.
      const next = node.childNodes[at]
      const behind = nodes.find(
        (each) => next && (next.contains(each.node) || next.compareDocumentPosition(each.node) & 4),
      )
      return behind ? behind.start : text.length
    },
  }
}
