/** Whether a heading of the writer's own stands over the list of sources: then a file draws none of its own there. */
import type { BodyNode } from '../brief/body.ts'

export const isHeaded = ({ content = [] }: BodyNode): boolean => {
  // It is drawn once, at its first place.
  const at = content.findIndex(({ type }) => type === 'references')
  return at > 0 && content[at - 1]!.type === 'heading'
}
