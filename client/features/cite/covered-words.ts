/** The words that each citation speaks for: a margin asks for all of them, and again after every pause in writing. */
import type { BodyNode } from '../../../shared/brief/body.ts'
import type { CitationRecord } from '../../../shared/brief/citation.ts'
import { coveredIn } from '../../../shared/brief/covers.ts'
import { textBlocks } from '../../../shared/brief/text-block.ts'

export type CoveredWords = (id: string, covers: CitationRecord['covers']) => string

/** By outermost block, which holds whatever a citation in it covers. Blocks that did not change are the same objects. */
const found = new WeakMap<BodyNode, Map<string, string>>()
const held = new WeakMap<BodyNode, readonly string[]>()

export const coveredWordsOf = (body: BodyNode): CoveredWords => {
  const homes = new Map<string, BodyNode>()
  for (const block of body.content ?? [])
    for (const id of citationsIn(block)) if (!homes.has(id)) homes.set(id, block)
  return (id, covers) => {
    const home = homes.get(id)
    if (!home) return ''
    const words = found.get(home) ?? new Map<string, string>()
    found.set(home, words)
    const key = `${covers} ${id}`
    const before = words.get(key)
    if (before !== undefined) return before
    const now = coveredIn(textBlocks.has(home.type) ? { type: 'doc', content: [home] } : home, id, covers)
    words.set(key, now)
    return now
  }
}

const citationsIn = (block: BodyNode): readonly string[] => {
  const before = held.get(block)
  if (before) return before
  const ids = (block.content ?? []).flatMap((node) => {
    if (node.type === 'citation') return typeof node.attrs?.id === 'string' ? [node.attrs.id] : []
    return node.content ? citationsIn(node) : NONE
  })
  held.set(block, ids)
  return ids
}

const NONE: readonly string[] = []
