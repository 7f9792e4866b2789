/** A value that changes, and somebody who is told. What has a life of its own beside React stands in one. */
export type Store<T> = {
  get(): T
  /** Returns its undoing. */
  subscribe(listener: () => void): () => void
}

export type WritableStore<T> = Store<T> & { set(value: T): void }

/** Tells nobody when the new value is the same, by `isSame`. */
export const createStore = <T>(initial: T, isSame: (a: T, b: T) => boolean = Object.is): WritableStore<T> => {
  const listeners = new Set<() => void>()
  let value = initial
  return {
    get: () => value,
    set(next) {
      if (isSame(value, next)) return
      value = next
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
