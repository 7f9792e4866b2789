/**
 * A body without the blocks in which nothing is cited, quoted or noted: what asks for those walks a few blocks of a long table and not
 * all of its cells. Blocks that did not change are the same objects (body-reader.ts) and are not looked through again.
 */
import type { BodyNode } from '../../../shared/brief/body.ts'
import { textBlocks } from '../../../shared/brief/text-block.ts'

const known = new WeakMap<BodyNode, BodyNode | null>()

/** Blocks with evidence are as they were and in their order; those without are not there. */
export const evidenceOnly = (body: BodyNode): BodyNode => ({
  ...body,
  content: (body.content ?? []).flatMap(withEvidence),
})

const withEvidence = (node: BodyNode): BodyNode[] => {
  const before = known.get(node)
  if (before !== undefined) return before ? [before] : []
  const found = look(node)
  known.set(node, found)
  return found ? [found] : []
}

const look = (node: BodyNode): BodyNode | null => {
  // The words of a quotation are all of its words; a node that the schema does not know may stand anywhere.
  if (node.type === 'quotation' || isEvidence(node)) return node
  if (textBlocks.has(node.type)) return holdsEvidence(node) ? node : null
  const content = (node.content ?? []).flatMap(withEvidence)
  return content.length > 0 ? { ...node, content } : null
}

const isEvidence = ({ type, marks }: BodyNode): boolean =>
  type === 'citation' || type === 'footnote' || marks?.some((mark) => mark.type === 'quoted') === true

const holdsEvidence = (node: BodyNode): boolean =>
  isEvidence(node) || (node.content ?? []).some(holdsEvidence)
