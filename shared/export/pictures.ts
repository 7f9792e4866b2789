/** Which pictures a brief shows, by the SHA-256 of their bytes. */
import type { BodyNode } from '../brief/body.ts'
import { withFootnotes } from '../brief/footnotes.ts'
import type { ReadBrief } from '../brief/read.ts'

export const picturesIn = ({ body, footnotes }: Pick<ReadBrief, 'body' | 'footnotes'>): Set<string> =>
  found(withFootnotes(body, footnotes), new Set())

const found = (node: BodyNode, hashes: Set<string>): Set<string> => {
  const hash = node.type === 'picture' ? node.attrs?.sha256 : undefined
  if (typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash)) hashes.add(hash)
  for (const child of node.content ?? []) found(child, hashes)
  return hashes
}
