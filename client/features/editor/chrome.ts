/** What floats above the page at the moment: one layer at a time, besides the menus that follow the writing. */
import { createStore, type WritableStore } from '../../brief/store.ts'

export type Chrome =
  | { is: 'nothing' }
  /** Passages to quote. */
  | { is: 'picker' }
  | { is: 'link' }
  /** The words for the picture at this place. */
  | { is: 'picture'; pos: number }
  /** The card of the citation under the pointer. */
  | { is: 'card'; citation: string; element: HTMLElement }

export type ChromeStore = WritableStore<Chrome>

export const createChrome = (): ChromeStore => createStore<Chrome>({ is: 'nothing' })
