/** Scrolls the reader to the passage that was asked for and lets it stand out for a moment. Takes no focus. */
import { type RefObject, useEffect } from 'react'
import type { Focus } from '../../brief/focus.ts'

/** Long enough to be found by eye after the scroll. */
const FLASH = 1600

/** Paragraphs out of sight have a guessed height until they are near: each scroll sets more of them right. */
const SCROLLS = 3

export const usePassageShown = (root: RefObject<HTMLElement | null>, passage: Focus['passage']): void => {
  useEffect(() => {
    const frame = root.current
    if (!passage || !frame) return
    const pieces = [...frame.querySelectorAll<HTMLElement>('[data-excerpts]')].filter((piece) =>
      piece.dataset.excerpts?.split(' ').includes(passage.excerpt),
    )
    let timer: ReturnType<typeof setTimeout> | undefined
    let drawing = 0
    const scroll = (left: number) => {
      pieces[0]?.scrollIntoView({ block: 'center' })
      if (left > 1) drawing = requestAnimationFrame(() => scroll(left - 1))
    }
    const show = () => {
      scroll(SCROLLS)
      for (const piece of pieces) piece.classList.add('flash')
      timer = setTimeout(() => {
        for (const piece of pieces) piece.classList.remove('flash')
      }, FLASH)
    }
    // Where one pane is seen at a time the reader may be out of sight: it shows the passage when it comes into sight.
    const seen = new ResizeObserver(() => {
      if (frame.offsetHeight === 0) return
      seen.disconnect()
      show()
    })
    seen.observe(frame)
    return () => {
      seen.disconnect()
      cancelAnimationFrame(drawing)
      clearTimeout(timer)
      for (const piece of pieces) piece.classList.remove('flash')
    }
  }, [root, passage])
}
