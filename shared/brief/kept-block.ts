/** A block of a later version, as the node `unknown` keeps it: what it is called, and the words that it holds. */
import type { BodyNode } from './body.ts'

/** Larger ones are no block; every attribute of a document has an end. */
const LARGEST = 60_000

/** The node as it came; null where the data is none. */
export const keptNode = (data: unknown): BodyNode | null => {
  if (typeof data !== 'string' || data.length > LARGEST) return null
  try {
    const node: unknown = JSON.parse(data)
    return isNode(node, 0) ? node : null
  } catch {
    return null
  }
}

const isNode = (value: unknown, depth: number): value is BodyNode => {
  if (depth > 30 || typeof value !== 'object' || value === null) return false
  const { type, text, content } = value as Record<string, unknown>
  return (
    typeof type === 'string' &&
    (text === undefined || typeof text === 'string') &&
    (content === undefined || (Array.isArray(content) && content.every((child) => isNode(child, depth + 1))))
  )
}

/** The words that it holds, a line for each of its innermost blocks. */
export const keptLines = (node: BodyNode | null): string[] => {
  const content = node?.content ?? []
  const own = content.map((child) => child.text ?? '').join('')
  return [...(own.trim() ? [own] : []), ...content.flatMap(keptLines)]
}

/** Null when it is too large to be kept. */
export const keep = (node: BodyNode, json: (value: unknown) => string): BodyNode | null => {
  const data = json(node)
  return data.length > LARGEST ? null : { type: 'unknown', attrs: { name: node.type.slice(0, 64), data } }
}
