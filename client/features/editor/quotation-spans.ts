/**
 * Where the quotations stand in a document: the blocks, and the words marked within sentences, in the order in which
 * shared/check/quotations.ts counts them. Unchanged blocks are not walked again.
 */
import type { Node } from '@tiptap/pm/model'

export type QuotationSpan = {
  kind: 'block' | 'inline'
  excerpt: string | null
  /** A block's span is its content; `from` counts from the start of the content of the node that was asked. */
  from: number
  to: number
}

const known = new WeakMap<Node, readonly QuotationSpan[]>()

export const quotationSpans = (node: Node): readonly QuotationSpan[] => {
  const before = known.get(node)
  if (before) return before
  const spans = node.isTextblock ? inlineSpans(node) : blockSpans(node)
  known.set(node, spans)
  return spans
}

const blockSpans = (node: Node): QuotationSpan[] => {
  const spans: QuotationSpan[] = []
  node.forEach((child, offset) => {
    if (child.isLeaf) return
    const start = offset + 1
    if (child.type.name === 'quotation')
      spans.push({
        kind: 'block',
        excerpt: excerptOf(child.attrs),
        from: start,
        to: start + child.content.size,
      })
    for (const span of quotationSpans(child))
      spans.push({ ...span, from: start + span.from, to: start + span.to })
  })
  return spans
}

const inlineSpans = (block: Node): QuotationSpan[] => {
  const spans: QuotationSpan[] = []
  let open: (QuotationSpan & { words: string }) | null = null
  const close = () => {
    if (open && open.words.trim() !== '') {
      const { words: _, ...span } = open
      spans.push(span)
    }
    open = null
  }
  block.forEach((child, offset) => {
    const mark = child.marks.find((m) => m.type.name === 'quoted')
    if (!mark) {
      if (child.type.name !== 'citation') close()
      return
    }
    const excerpt = excerptOf(mark.attrs)
    if (open && open.excerpt !== excerpt) close()
    open ??= { kind: 'inline', excerpt, from: offset, to: offset, words: '' }
    open.to = offset + child.nodeSize
    open.words += child.text ?? ' '
  })
  close()
  return spans
}

const excerptOf = (attrs: Record<string, unknown>) =>
  typeof attrs.excerpt === 'string' ? attrs.excerpt : null
