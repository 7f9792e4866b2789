/**
 * Opens the card of a citation under the pointer, in focus, or selected by the arrow keys. It stays while the pointer is on
 * the card, and Esc closes it (WCAG 1.4.13).
 */
import type { EditorView } from '@tiptap/pm/view'
import type { ChromeStore } from './chrome.ts'
import { numbersKey } from './citation-numbers.ts'
import { citationOf } from './citation-view.ts'

/** A pointer that only passes by opens nothing; one on its way to the card has time to arrive. */
const OPEN_AFTER = 180
const CLOSE_AFTER = 220

/** Elements of the page that keep the card open besides the citation. */
export const CARD = 'citation-peek'

const isCard = (target: EventTarget | null) =>
  target instanceof Element && target.closest(`.${CARD}`) !== null

export const citationHover = (view: EditorView, chrome: ChromeStore): (() => void) => {
  const host = view.dom.parentElement ?? view.dom
  const root = host.parentElement ?? host
  let timer: ReturnType<typeof setTimeout> | undefined
  const after = (wait: number, act: () => void) => {
    clearTimeout(timer)
    timer = setTimeout(act, wait)
  }
  const open = (id: string, element: HTMLElement) => {
    // Its card in the margin is open already.
    if (numbersKey.getState(view.state)?.active === id) return
    const now = chrome.get()
    if (now.is === 'nothing' || now.is === 'card') chrome.set({ is: 'card', citation: id, element })
  }
  const close = () => {
    if (chrome.get().is === 'card') chrome.set({ is: 'nothing' })
  }

  const onOver = (event: Event) => {
    const citation = citationOf(event.target)
    if (citation) after(OPEN_AFTER, () => open(citation.id, citation.element))
    else if (isCard(event.target)) clearTimeout(timer)
    else if (chrome.get().is === 'card' || timer) after(CLOSE_AFTER, close)
  }
  const onFocus = (event: Event) => {
    const citation = citationOf(event.target)
    if (citation) open(citation.id, citation.element)
  }
  const onOut = () => after(CLOSE_AFTER, close)
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close()
  }
  root.addEventListener('pointerover', onOver)
  root.addEventListener('pointerleave', onOut)
  root.addEventListener('focusin', onFocus)
  document.addEventListener('keydown', onKey)
  return () => {
    clearTimeout(timer)
    root.removeEventListener('pointerover', onOver)
    root.removeEventListener('pointerleave', onOut)
    root.removeEventListener('focusin', onFocus)
    document.removeEventListener('keydown', onKey)
  }
}
