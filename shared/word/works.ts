/** Citations of a reference manager's fields as records of a brief: each work once, each citation with its places and words around. */
import { type CitationRecord, cite } from '../brief/citation.ts'
import { ID_PATTERN, newId } from '../brief/id.ts'
import { citationKey, type Source, source } from '../brief/source.ts'
import { type CslItem, cslItem } from '../cite/csl.ts'
import { namesOfWork } from '../cite/same-work.ts'
import type { FieldCitation, FieldCite } from './document.ts'

export type Works = {
  /** Those that were not there before. */
  sources: Map<string, Source>
  citations: Map<string, CitationRecord>
  /** Cites whose work cannot be read. */
  unread: number
  /** The record's id; null when none of its works can be read. */
  add(field: FieldCitation): string | null
}

/** A work with a whole abstract has a few thousand characters. */
const LONGEST = 60_000

/** Null for what is no work, or names neither a title, nor an author, nor an address. */
const itemOf = (data: FieldCite['item']): CslItem | null => {
  // These are the file's own, and say nothing of the work.
  const { id: _, uris: __, ...fields } = data
  if (JSON.stringify(fields).length > LONGEST) return null
  const read = cslItem.safeParse(fields)
  if (!read.success) return null
  const { title, author, URL, DOI } = read.data
  return title || author?.length || URL || DOI ? read.data : null
}

/** `known`: the sources that are there already: a work that is among them is not added again. */
export const collectWorks = (known: ReadonlyMap<string, Source> = new Map()): Works => {
  const byName = new Map<string, string>()
  const keys = new Set<string>()
  const learn = ({ id, item, key }: Source) => {
    keys.add(key)
    for (const name of [...namesOfWork(item), `item:${JSON.stringify(item)}`])
      if (!byName.has(name)) byName.set(name, id)
  }
  for (const each of known.values()) if (!each.removed) learn(each)
  const sourceOf = (item: CslItem): string => {
    const names = [...namesOfWork(item), `item:${JSON.stringify(item)}`]
    const there = names.flatMap((name) => byName.get(name) ?? [])[0]
    if (there) return there
    const fresh = source.parse({ id: newId(), key: citationKey(item, keys), item })
    works.sources.set(fresh.id, fresh)
    learn(fresh)
    return fresh.id
  }
  const works: Works = {
    sources: new Map(),
    citations: new Map(),
    unread: 0,
    add({ id, cites }) {
      const read = cites.flatMap((each) => {
        const item = itemOf(each.item)
        if (!item) {
          works.unread++
          return []
        }
        const { locator, label, prefix, suffix, suppressAuthor } = each
        return [
          cite.parse({
            id: newId(),
            source: sourceOf(item),
            locator,
            label: locator ? (label ?? 'page') : null,
            prefix,
            suffix,
            suppressAuthor,
          }),
        ]
      })
      if (read.length === 0) return null
      // A sentence that was copied carries its citation twice.
      const own = ID_PATTERN.test(id) && !works.citations.has(id) ? id : newId()
      works.citations.set(own, { id: own, cites: read, covers: 'sentence', removed: null, sentence: '' })
      return own
    },
  }
  return works
}
