/** Scrolls the reader to the passage that was asked for and lets it stand out for a moment. Takes no focus. */
import { type RefObject, useEffect } from 'react'
import type { Focus } from '../../brief/focus.ts'

/** Long enough to be found by eye after the scroll. */
const FLASH = 1600

export const usePassageShown = (root: RefObject<HTMLElement | null>, passage: Focus['passage']): void => {
  useEffect(() => {
    if (!passage || !root.current) return
    const pieces = [...root.current.querySelectorAll<HTMLElement>('[data-excerpts]')].filter((piece) =>
      piece.dataset.excerpts?.split(' ').includes(passage.excerpt),
    )
    pieces[0]?.scrollIntoView({ block: 'center' })
    for (const piece of pieces) piece.classList.add('flash')
    const timer = setTimeout(() => {
      for (const piece of pieces) piece.classList.remove('flash')
    }, FLASH)
    return () => {
      clearTimeout(timer)
      for (const piece of pieces) piece.classList.remove('flash')
    }
  }, [root, passage])
}
