/** What is selected on the pages, as a range of the saved copy's text. */
import { type RefObject, useEffect, useState } from 'react'
import type { Capture } from '../../../brief/captures.ts'
import { tidy } from '../text-offsets.ts'
import { carryRange, type Range } from './page-places.ts'
import type { Page } from './page-ranges.ts'
import { pageText } from './page-text.ts'

export type PageSelection = {
  marked: Range | null
  /** Something is selected that the text does not have. */
  outside: boolean
  /** Where the bar stands, in pixels below the top of the frame. */
  top: number
  clear(): void
}

type State = Omit<PageSelection, 'clear'>
const NOTHING: State = { marked: null, outside: false, top: 0 }

export const usePageSelection = ({
  frame,
  capture,
  pages,
  canMark,
}: {
  frame: RefObject<HTMLElement | null>
  capture: Capture
  pages: readonly Page[]
  canMark: boolean
}): PageSelection => {
  const [state, setState] = useState(NOTHING)
  useEffect(() => {
    const around = frame.current
    if (!around || !canMark) return
    const ending = new AbortController()
    const { signal } = ending
    let dragging = false
    const look = () => {
      if (dragging) return
      // The bar has fields of its own; what was marked stays while one types there.
      if (around.querySelector('[data-bar]')?.contains(document.activeElement)) return
      setState(selectedOn(around, capture, pages))
    }
    const release = () => {
      dragging = false
      look()
    }
    around.addEventListener('pointerdown', () => (dragging = true), { signal })
    document.addEventListener('pointerup', release, { signal })
    document.addEventListener('pointercancel', release, { signal })
    document.addEventListener('selectionchange', look, { signal })
    return () => ending.abort()
  }, [frame, capture, pages, canMark])
  const clear = () => {
    getSelection()?.removeAllRanges()
    setState(NOTHING)
  }
  return { ...state, clear }
}

const selectedOn = (around: Element, { text }: Capture, pages: readonly Page[]): State => {
  const now = getSelection()
  if (!now || now.isCollapsed || now.rangeCount === 0) return NOTHING
  const range = now.getRangeAt(0)
  if (!around.contains(range.commonAncestorContainer)) return NOTHING
  const top = range.getBoundingClientRect().bottom - around.getBoundingClientRect().top
  const places: Range[] = []
  for (const layer of around.querySelectorAll('.pdf-text')) {
    if (!range.intersectsNode(layer)) continue
    const number = Number(layer.closest('[data-page]')?.getAttribute('data-page'))
    const page = pages.find((each) => each.number === number)
    const place = page && onPage(layer, range, page)
    if (place) places.push(place)
  }
  const marked =
    places.length > 0 &&
    tidy(text, Math.min(...places.map((each) => each.start)), Math.max(...places.map((each) => each.end)))
  return marked
    ? { marked, outside: false, top }
    : { marked: null, outside: now.toString().trim() !== '', top }
}

const onPage = (layer: Element, range: globalThis.Range, page: Page): Range | null => {
  const there = pageText(layer)
  const start = there.offsetOf(range.startContainer, range.startOffset) ?? 0
  const end = there.offsetOf(range.endContainer, range.endOffset) ?? there.text.length
  const place = carryRange(there.text, { start, end }, page.words)
  return place && { start: page.start + place.start, end: page.start + place.end }
}
