/** The words that each citation speaks for, found in one walk through the body: a margin asks for all of them. */
import type { BodyNode } from '../../../shared/brief/body.ts'
import type { CitationRecord } from '../../../shared/brief/citation.ts'
import { coveredIn } from '../../../shared/brief/covers.ts'
import { textBlocks } from '../../../shared/brief/text-block.ts'

export type CoveredWords = (id: string, covers: CitationRecord['covers']) => string

/** The outermost blocks are enough to look into: whatever a citation covers lies within one of them. */
export const coveredWordsOf = (body: BodyNode): CoveredWords => {
  const homes = new Map<string, BodyNode>()
  const visit = (node: BodyNode, home: BodyNode) => {
    if (node.type === 'citation' && typeof node.attrs?.id === 'string' && !homes.has(node.attrs.id))
      homes.set(node.attrs.id, home)
    for (const child of node.content ?? []) visit(child, home)
  }
  for (const block of body.content ?? []) visit(block, block)
  return (id, covers) => {
    const home = homes.get(id)
    if (!home) return ''
    return coveredIn(textBlocks.has(home.type) ? { type: 'doc', content: [home] } : home, id, covers)
  }
}
