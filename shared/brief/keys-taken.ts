/**
 * The citation keys that a brief has given out. All sources are read once; from then on the keys follow what changes, so that a list
 * of two thousand works does not read all of them for each.
 */
import * as Y from 'yjs'
import { roots } from './document.ts'

const known = new WeakMap<Y.Doc, Set<string>>()

/** Whoever gives out a key adds it: what stands within the same transaction is not told yet. A key that nobody has any more stays taken. */
export const keysTaken = (doc: Y.Doc): Set<string> => {
  const before = known.get(doc)
  if (before) return before
  const keys = new Set<string>()
  const { sources } = roots(doc)
  const take = (one: unknown) => {
    const key: unknown = one instanceof Y.Map ? one.get('key') : undefined
    if (typeof key === 'string') keys.add(key)
  }
  sources.forEach(take)
  sources.observeDeep((events) => {
    for (const { target, keys: changed } of events) {
      if (target === sources) for (const id of changed.keys()) take(sources.get(id))
      else if (changed.has('key')) take(target)
    }
  })
  known.set(doc, keys)
  return keys
}
