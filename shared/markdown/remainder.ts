/**
 * What the text of a page cannot say (attributes without a sign, white space at an edge, spans of cells) is kept
 * block by block in the ties, under the fingerprint of the block as the text reads. An edit by hand changes the
 * fingerprint, and then the text holds.
 */
import type { BodyNode } from '../brief/body.ts'
import { footnoteIds, type Footnotes } from '../brief/footnotes.ts'
import { keptLines, keptNode } from '../brief/kept-block.ts'
import { citationIds } from '../brief/order.ts'
import { fingerprint } from '../text/fingerprint.ts'
import { canonicalJson, commentJson, sortedBy } from './json.ts'
import { fitsSchema, normalBody } from './normal.ts'
import type { Ties } from './read-ties.ts'
import type { Report } from './report.ts'

const nameOf = (node: BodyNode) => fingerprint(canonicalJson(node))

const blocksOf = (body: BodyNode) => body.content ?? []

/** The body with the texts of its footnotes behind it, a quote each: what cannot be said of either is kept alike. */
export const bodyAndNotes = ({ body, footnotes }: { body: BodyNode; footnotes: Footnotes }): BodyNode =>
  footnotes.size === 0
    ? body
    : {
        type: 'doc',
        content: [
          ...blocksOf(body),
          ...sortedBy(footnotes, ([id]) => id).map(([, content]): BodyNode => ({
            type: 'blockquote',
            content: [...content],
          })),
        ],
      }

/** The same taken apart again; `ids`: of the footnotes that stand in it. */
export const apart = (
  whole: BodyNode,
  ids: readonly string[],
): { body: BodyNode; footnotes: Map<string, readonly BodyNode[]> } => {
  const content = blocksOf(whole)
  const blocks = content.slice(0, content.length - ids.length)
  const notes = content.slice(blocks.length)
  return {
    body: blocks.length ? { type: 'doc', content: blocks } : { type: 'doc' },
    footnotes: new Map(
      sortedBy(ids, (id) => id).map((id, i) => [id, notes[i]?.content ?? [{ type: 'paragraph' }]]),
    ),
  }
}

/** The lines that make `read`, the page as its text reads, into `wanted`. */
export const remainderLines = (wanted: BodyNode, read: BodyNode): string[] => {
  if (canonicalJson(wanted) === canonicalJson(read)) return []
  if (blocksOf(wanted).length !== blocksOf(read).length)
    return [`body ${nameOf(read)} ${commentJson(wanted, ['type'])}`]
  const named = new Map<string, (BodyNode | null)[]>()
  for (const [i, block] of blocksOf(read).entries()) {
    const real = blocksOf(wanted)[i]!
    const same = canonicalJson(real) === canonicalJson(block)
    named.set(nameOf(block), [...(named.get(nameOf(block)) ?? []), same ? null : real])
  }
  return sortedBy(named, ([name]) => name)
    .filter(([, blocks]) => blocks.some((block) => block !== null))
    .map(([name, blocks]) => `block ${name} ${commentJson(blocks, ['type'])}`)
}

const words = (node: BodyNode): string =>
  node.type === 'unknown'
    ? keptLines(keptNode(node.attrs?.data)).join('')
    : (node.text ?? (node.content ?? []).map(words).join(''))

const spoken = (node: BodyNode) => words(node).replace(/[^\p{L}\p{N}]/gu, '')

/** The tie may say how the words stand, never other words than those that a person reads in the file. */
const saysTheSame = (a: BodyNode, b: BodyNode) =>
  spoken(a) === spoken(b) &&
  citationIds(a).join() === citationIds(b).join() &&
  footnoteIds(a).join() === footnoteIds(b).join()

const restored = (from: BodyNode, read: BodyNode): BodyNode | null => {
  const body = normalBody(from)
  return fitsSchema(body) && saysTheSame(body, read) ? body : null
}

export const applyRemainder = (
  read: BodyNode,
  ties: Pick<Ties, 'blocks' | 'body'>,
  report: Report,
): BodyNode => {
  if (ties.body.size === 0 && ties.blocks.size === 0) return read
  const whole = ties.body.get(nameOf(read))
  if (whole) return restored(whole, read) ?? read
  const places = new Map<string, number[]>()
  for (const [i, block] of blocksOf(read).entries())
    places.set(nameOf(block), [...(places.get(nameOf(block)) ?? []), i])
  const blocks = [...blocksOf(read)]
  for (const [name, real] of ties.blocks) {
    const at = places.get(name) ?? []
    if (at.length !== real.length) {
      report.note('remainder')
      continue
    }
    for (const [k, block] of real.entries()) {
      const place = at[k]!
      const body =
        block && restored({ type: 'doc', content: [block] }, { type: 'doc', content: [blocks[place]!] })
      if (body?.content?.[0]) blocks[place] = body.content[0]
    }
  }
  if (ties.body.size > 0) report.note('remainder')
  return { ...read, content: blocks }
}
