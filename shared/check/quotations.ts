/** Every quotation of a brief held against its excerpt: the blocks, and the words marked within sentences. */
import type { BodyNode } from '../brief/body.ts'
import { wordsOfBlock } from '../brief/covers.ts'
import { type Excerpt, wordsOf } from '../brief/excerpt.ts'
import type { ReadBrief } from '../brief/read.ts'
import { textBlocks } from '../brief/text-block.ts'
import { type QuoteDifference, quoteDifference } from './quotes.ts'

export type QuotationStanding =
  | {
      is: 'held'
      difference: QuoteDifference
      translation: { lang: string; by: string; kind: string } | null
    }
  /** It names no excerpt, or one that is not there. */
  | { is: 'without-excerpt' }
  | { is: 'erased' }
  /** The excerpt is an area or a time and carries no words. */
  | { is: 'without-words' }

export type Quotation = {
  kind: 'block' | 'inline'
  /** The block's id, where it has one. */
  node: string | null
  excerpt: string | null
  words: string
  standing: QuotationStanding
}

const rank = (d: QuoteDifference) => (d.is === 'same' ? 0 : d.is === 'fair' ? 1 : 2)

/** How words stand against an excerpt: against its own words, or against a translation where that fits better. */
export const standingOf = (words: string, excerpt: Excerpt | undefined): QuotationStanding => {
  if (!excerpt) return { is: 'without-excerpt' }
  if (excerpt.erased) return { is: 'erased' }
  if (!wordsOf(excerpt).trim()) return { is: 'without-words' }
  const own = quoteDifference(words, wordsOf(excerpt))
  let best: Extract<QuotationStanding, { is: 'held' }> = { is: 'held', difference: own, translation: null }
  for (const { lang, by, kind, text } of excerpt.translations) {
    if (rank(best.difference) < 2) break
    const difference = quoteDifference(words, text)
    if (rank(difference) < rank(best.difference))
      best = { is: 'held', difference, translation: { lang, by, kind } }
  }
  return best
}

const excerptName = (attrs: Record<string, unknown> | undefined) =>
  typeof attrs?.excerpt === 'string' ? attrs.excerpt : null

/** In document order. Words that one mark holds across bold or a citation are one quotation. */
export const quotationsOf = (brief: Pick<ReadBrief, 'body' | 'excerpts'>): Quotation[] => {
  const found: Quotation[] = []
  const put = (kind: Quotation['kind'], node: BodyNode, excerpt: string | null, words: string) =>
    found.push({
      kind,
      node: typeof node.attrs?.id === 'string' ? node.attrs.id : null,
      excerpt,
      words,
      standing: standingOf(words, excerpt === null ? undefined : brief.excerpts.get(excerpt)),
    })
  const inline = (block: BodyNode) => {
    let open: { excerpt: string | null; words: string } | null = null
    const close = () => {
      if (open?.words.trim()) put('inline', block, open.excerpt, open.words.trim())
      open = null
    }
    for (const node of block.content ?? []) {
      const mark = node.marks?.find((m) => m.type === 'quoted')
      if (!mark) {
        if (node.type !== 'citation') close()
        continue
      }
      const excerpt = excerptName(mark.attrs)
      if (open && (open as { excerpt: string | null }).excerpt !== excerpt) close()
      open ??= { excerpt, words: '' }
      open.words += node.text ?? (node.type === 'hardBreak' ? ' ' : '')
    }
    close()
  }
  const visit = (node: BodyNode) => {
    if (node.type === 'quotation') put('block', node, excerptName(node.attrs), wordsOfBlock(node).trim())
    if (textBlocks.has(node.type)) inline(node)
    else node.content?.forEach(visit)
  }
  visit(brief.body)
  return found
}
