/**
 * Opens the card of a citation under the pointer or in focus. It stays while the pointer is on the card; Esc, a press and
 * scrolling close it (WCAG 1.4.13).
 */
import type { EditorView } from '@tiptap/pm/view'
import type { ChromeStore } from './chrome.ts'
import { numbersKey } from './citation-numbers.ts'
import { citationOf } from './citation-view.ts'
import { onScrolled } from './on-scrolled.ts'

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

  const onOver = (event: PointerEvent) => {
    // A finger does not hover: it presses, and the margin shows the same.
    if (event.pointerType === 'touch') return
    const citation = citationOf(event.target)
    if (citation) after(OPEN_AFTER, () => open(citation.id, citation.element))
    else if (isCard(event.target)) clearTimeout(timer)
    else if (chrome.get().is === 'card' || timer) after(CLOSE_AFTER, close)
  }
  const onFocus = (event: Event) => {
    const citation = citationOf(event.target)
    // Not for a press, which opens the margin.
    if (citation?.element.matches(':focus-visible')) open(citation.id, citation.element)
  }
  const closeNow = () => {
    clearTimeout(timer)
    close()
  }
  const onDown = (event: Event) => {
    if (!isCard(event.target)) closeNow()
  }
  const onOut = () => after(CLOSE_AFTER, close)
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') closeNow()
  }
  const stopScrolled = onScrolled(`.${CARD}`, closeNow)
  root.addEventListener('pointerover', onOver)
  root.addEventListener('pointerleave', onOut)
  root.addEventListener('focusin', onFocus)
  root.addEventListener('pointerdown', onDown)
  document.addEventListener('keydown', onKey)
  return () => {
    clearTimeout(timer)
    root.removeEventListener('pointerover', onOver)
    root.removeEventListener('pointerleave', onOut)
    root.removeEventListener('focusin', onFocus)
    root.removeEventListener('pointerdown', onDown)
    stopScrolled()
    document.removeEventListener('keydown', onKey)
  }
}
