/**
 * How often something under a shared type changed. Watched from the first question on for as long as the
 * document lives, so that no change falls between a drawing and its subscription.
 */
import type { Store } from './store.ts'

export type Shared = { observeDeep(listener: () => void): void }

const watched = new WeakMap<Shared, Store<number>>()

export const changesUnder = (root: Shared): Store<number> => {
  const known = watched.get(root)
  if (known) return known
  const listeners = new Set<() => void>()
  let changes = 0
  root.observeDeep(() => {
    changes++
    for (const listener of listeners) listener()
  })
  const store: Store<number> = {
    get: () => changes,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  watched.set(root, store)
  return store
}
