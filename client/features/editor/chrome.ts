/** What floats above the page at the moment: one layer at a time, besides the menus that follow the writing. */
export type Chrome =
  | { is: 'nothing' }
  | { is: 'picker'; what: 'cite' | 'quote' }
  | { is: 'link' }
  /** The card of the citation under the pointer. */
  | { is: 'card'; citation: string; element: HTMLElement }

export type ChromeStore = {
  get(): Chrome
  subscribe(listener: () => void): () => void
  set(chrome: Chrome): void
}

export const createChrome = (): ChromeStore => {
  const listeners = new Set<() => void>()
  let now: Chrome = { is: 'nothing' }
  return {
    get: () => now,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    set(chrome) {
      now = chrome
      for (const listener of listeners) listener()
    },
  }
}
