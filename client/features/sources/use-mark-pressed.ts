/**
 * Tells when a marked passage in the reader was pressed. The list of excerpts offers the same by keyboard, so the
 * marks themselves are no controls.
 */
import { type RefObject, useEffect, useRef } from 'react'

export const useMarkPressed = (
  frame: RefObject<HTMLElement | null>,
  onPressed: (mark: HTMLElement, excerptIds: string[]) => void,
): void => {
  const latest = useRef(onPressed)
  useEffect(() => {
    latest.current = onPressed
  })
  useEffect(() => {
    const element = frame.current
    const onClick = (event: MouseEvent) => {
      const mark = event.target instanceof Element ? event.target.closest<HTMLElement>('mark') : null
      const ids = mark?.dataset.excerpts?.split(' ').filter(Boolean) ?? []
      // Selecting across a marked passage ends in a click as well; that is not a look at it.
      if (mark && ids.length > 0 && getSelection()?.isCollapsed) latest.current(mark, ids)
    }
    element?.addEventListener('click', onClick)
    return () => element?.removeEventListener('click', onClick)
  }, [frame])
}
