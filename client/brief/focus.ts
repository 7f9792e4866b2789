/**
 * What one person looks at in an open brief: the source in the reader, the passage to open it at, the citation
 * whose card is active. It is nobody else's business and is not kept.
 */
import { createStore, type Store } from './store.ts'

export type Focus = {
  source: string | null
  /** The passage to show; `turn` grows with every request, so that the same one can be shown again. */
  passage: { excerpt: string; turn: number } | null
  citation: string | null
}

export type FocusStore = Store<Focus> & {
  openSource(source: string): void
  openPassage(source: string, excerpt: string): void
  closeSource(): void
  setCitation(citation: string | null): void
}

export const createFocus = (): FocusStore => {
  const store = createStore<Focus>({ source: null, passage: null, citation: null })
  let turn = 0
  const set = (change: Partial<Focus>) => store.set({ ...store.get(), ...change })
  return {
    get: store.get,
    subscribe: store.subscribe,
    openSource: (source) => set({ source, passage: null }),
    openPassage: (source, excerpt) => set({ source, passage: { excerpt, turn: ++turn } }),
    closeSource: () => set({ source: null, passage: null }),
    setCitation(citation) {
      if (citation !== store.get().citation) set({ citation })
    },
  }
}
