/**
 * A layer beside a place on the page. It stands within the page, right behind the text: it scrolls along, and Tab goes from
 * the text into it.
 */
import { type KeyboardEventHandler, type ReactNode, useLayoutEffect, useRef } from 'react'

export const Floating = ({
  at,
  above,
  gap = 8,
  className,
  children,
  onKeyDown,
  ...rest
}: {
  /** Where the place is now, in the window's coordinates. */
  at: () => DOMRect | null
  /** Prefers to stand above the place. */
  above?: boolean
  gap?: number
  className?: string
  role?: string
  id?: string
  'aria-label'?: string
  onKeyDown?: KeyboardEventHandler<HTMLDivElement>
  children: ReactNode
}) => {
  const ref = useRef<HTMLDivElement>(null)
  // After every drawing: what it shows, and with it its size, may have changed.
  useLayoutEffect(() => {
    const layer = ref.current
    const place = at()
    const page = layer?.offsetParent?.getBoundingClientRect()
    if (!layer || !place || !page) return
    const { offsetWidth: width, offsetHeight: height } = layer
    const roomBelow = window.innerHeight - place.bottom - gap
    const roomAbove = place.top - gap
    const goesAbove = above
      ? roomAbove >= height || roomAbove > roomBelow
      : roomBelow < height && roomAbove > roomBelow
    const top = goesAbove ? place.top - height - gap : place.bottom + gap
    const left = Math.max(0, Math.min(place.left - page.left, page.width - width))
    layer.style.top = `${Math.round(top - page.top)}px`
    layer.style.left = `${Math.round(left)}px`
  })
  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- keys bubble up from the controls in it
    <div {...rest} ref={ref} className={`floating ${className ?? ''}`} onKeyDown={onKeyDown}>
      {children}
    </div>
  )
}
