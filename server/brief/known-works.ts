/** The works that a brief has while a list of others comes in: which of those are here already, and which keys are taken. */
import type * as Y from 'yjs'
import { addSource, changeSource, citationKey, readSources } from '../../shared/brief/source.ts'
import type { Person } from '../../shared/brief/document.ts'
import type { CslItem } from '../../shared/cite/csl.ts'
import { namesOfWork } from '../../shared/cite/same-work.ts'

/** A key that stands in Markdown as it is. */
const USABLE_KEY = /^[a-z][a-z0-9_]{0,63}$/i

export type Listed = {
  item: CslItem
  key: string | null
  /** Of its files: a work of the same title with one of them is the same work, however short its title is. */
  hashes?: readonly string[]
}

export type KnownWorks = {
  /** Adds the work; one that is here gains what it lacked. */
  bring(doc: Y.Doc, work: Listed): { source: string; isNew: boolean }
}

export const knownWorks = (doc: Y.Doc, by: Person): KnownWorks => {
  const present = [...readSources(doc).values()]
  const keys = new Set(present.map(({ key }) => key))
  const known = new Map<string, { id: string; item: CslItem }>()
  const know = (id: string, work: Omit<Listed, 'key'>) => {
    for (const name of namesOf(work)) if (!known.has(name)) known.set(name, { id, item: work.item })
  }
  for (const { id, item, removed, captures } of present)
    if (!removed) know(id, { item, hashes: captures.map(({ hash }) => hash) })
  return {
    bring(to, { item, key: theirs, hashes = [] }) {
      const twin = namesOf({ item, hashes })
        .map((name) => known.get(name))
        .find((each) => each !== undefined)
      if (twin) {
        const missing = Object.entries(item).filter(([field]) => twin.item[field] === undefined)
        if (missing.length > 0) changeSource(to, twin.id, { item: Object.fromEntries(missing) })
        know(twin.id, { item: { ...item, ...twin.item }, hashes })
        return { source: twin.id, isNew: false }
      }
      const key = theirs && USABLE_KEY.test(theirs) && !keys.has(theirs) ? theirs : citationKey(item, keys)
      keys.add(key)
      const addedBy = { id: by.id, name: by.name }
      const source = addSource(to, { item, key, addedBy, addedAt: new Date().toISOString() })
      know(source, { item, hashes })
      return { source, isNew: true }
    },
  }
}

const namesOf = ({ item, hashes = [] }: Omit<Listed, 'key'>): string[] => [
  ...namesOfWork(item),
  ...hashes.map((hash) => `file:${hash}:${item.title ?? ''}`),
]
