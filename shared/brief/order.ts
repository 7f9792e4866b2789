/**
 * The order of citations and the numbers that follow from it: numbers are computed, never stored, so two
 * people can never disagree about number 7.
 */
import type { BodyNode } from './body.ts'
import type { CitationRecord } from './citation.ts'

export type Order = {
  /** Ids of the citations that stand in the body and have a record, in document order, each once. */
  placed: string[]
  /** Citation id → a number a cite: the place of the cite's source in `sources`, from 1. */
  numbers: Map<string, number[]>
  /** Source ids by first mention. A source named by `citedIn` follows the one it is cited for. */
  sources: string[]
  /** Records that no node names, though nobody took them out. Sorted by id. */
  unplaced: CitationRecord[]
  /** Ids that stand more than once in the body. They count once, at their first place. */
  doubled: string[]
  /** Ids of nodes that have no record. */
  unknown: string[]
}

const visit = (node: BodyNode, seen: (id: string) => void): void => {
  if (node.type === 'citation' && typeof node.attrs?.id === 'string') seen(node.attrs.id)
  for (const child of node.content ?? []) visit(child, seen)
}

/** Every citation id of the body in document order, as often as it stands there. */
export const citationIds = (body: BodyNode): string[] => {
  const ids: string[] = []
  visit(body, (id) => ids.push(id))
  return ids
}

export const orderOf = (body: BodyNode, citations: ReadonlyMap<string, CitationRecord>): Order => {
  const ids = citationIds(body)
  const once = new Set<string>()
  const doubled = new Set<string>()
  for (const id of ids) {
    if (once.has(id)) doubled.add(id)
    once.add(id)
  }
  const placed = [...once].filter((id) => citations.has(id))
  const places = new Map<string, number>()
  const numberOf = (source: string) => {
    if (!places.has(source)) places.set(source, places.size + 1)
    return places.get(source)!
  }
  const numbers = new Map<string, number[]>()
  for (const id of placed) {
    const cites = citations.get(id)!.cites
    numbers.set(
      id,
      cites.map((cite) => {
        const number = numberOf(cite.source)
        if (cite.citedIn) numberOf(cite.citedIn)
        return number
      }),
    )
  }
  return {
    placed,
    numbers,
    sources: [...places.keys()],
    unplaced: [...citations.values()]
      .filter((c) => !once.has(c.id) && !c.removed)
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    doubled: [...doubled],
    unknown: [...once].filter((id) => !citations.has(id)),
  }
}
