/**
 * What one person looks at in an open brief: the source in the reader, the passage to open it at, the citation
 * whose card is active. It is nobody else's business and is not kept.
 */
import { createStore, type Store, type WritableStore } from './store.ts'

export type Focus = {
  source: string | null
  /** The passage to show; `turn` grows with every request, so that the same one can be shown again. */
  passage: { excerpt: string; turn: number } | null
  /** Words to look for in the source's text. */
  find: string | null
  citation: string | null
}

export type FocusStore = Store<Focus> & {
  /** With `find`, its text is searched for these words. */
  openSource(source: string, find?: string | null): void
  openPassage(source: string, excerpt: string): void
  closeSource(): void
  setCitation(citation: string | null): void
  /** Whether a source is being added, wherever it was asked for. */
  adding: WritableStore<boolean>
}

export const createFocus = (): FocusStore => {
  const store = createStore<Focus>({ source: null, passage: null, find: null, citation: null })
  let turn = 0
  const set = (change: Partial<Focus>) => store.set({ ...store.get(), ...change })
  return {
    get: store.get,
    subscribe: store.subscribe,
    openSource: (source, find = null) => set({ source, passage: null, find }),
    openPassage: (source, excerpt) => set({ source, passage: { excerpt, turn: ++turn }, find: null }),
    closeSource: () => set({ source: null, passage: null, find: null }),
    adding: createStore(false),
    setCitation(citation) {
      if (citation !== store.get().citation) set({ citation })
    },
  }
}
