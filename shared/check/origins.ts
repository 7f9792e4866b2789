/**
 * From how many independent origins the evidence comes (ICD 206). Counted over excerpts: five reprints of one agency's
 * story are one origin, and one article that passes on three briefings carries three.
 */
import type { Excerpt } from '../brief/excerpt.ts'
import type { Source } from '../brief/source.ts'
import { namesOf } from '../cite/names.ts'
import { titleOfWork } from '../cite/short-name.ts'

export type Origin = {
  /** As it was written first. */
  name: string
  /** Ids of the excerpts that come from it. */
  excerpts: string[]
}

/** Where the words of an excerpt were first reported: the first of `via`, else the source's origin, else the source. */
export const originOf = (excerpt: Excerpt, source: Source | undefined): string =>
  [excerpt.via[0], source?.origin].find((name) => name?.trim())?.trim() ?? (source ? nameOf(source) : '')

/** Outlets before people: reporters of one house pass on the house's story. */
const nameOf = ({ item }: Source): string =>
  [item['container-title'], item.publisher, namesOf(item.author).join(', ')].find((name) => name?.trim()) ??
  titleOfWork(item)

/** The origins, the one with most excerpts first. An excerpt whose origin nobody knows counts as none. */
export const originsOf = (excerpts: Iterable<Excerpt>, sources: ReadonlyMap<string, Source>): Origin[] => {
  const origins = new Map<string, Origin>()
  for (const excerpt of excerpts) {
    const name = originOf(excerpt, sources.get(excerpt.source))
    const key = plain(name)
    if (!key) continue
    const origin = origins.get(key) ?? { name, excerpts: [] }
    origin.excerpts.push(excerpt.id)
    origins.set(key, origin)
  }
  return [...origins.values()].sort((a, b) => b.excerpts.length - a.excerpts.length)
}

/** "The Reuters" and "reuters" are one. */
const plain = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^(?:the|an?)\s+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
