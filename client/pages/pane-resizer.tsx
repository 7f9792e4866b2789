/** The edge between a side pane and the page: dragged, or moved with the arrow keys. */
import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { PANE_MAX, PANE_MIN } from './pane-layout.ts'

const STEP = 16

export const PaneResizer = ({
  label,
  side,
  width,
  onWidth,
}: {
  label: string
  side: 'left' | 'right'
  width: number
  onWidth: (width: number) => void
}) => {
  const from = useRef<{ x: number; width: number } | null>(null)
  const outward = side === 'left' ? 1 : -1

  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    from.current = { x: event.clientX, width }
  }
  const onPointerMove = (event: PointerEvent) => {
    if (from.current) onWidth(from.current.width + outward * (event.clientX - from.current.x))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const to: Record<string, number> = {
      ArrowRight: width + outward * STEP,
      ArrowLeft: width - outward * STEP,
      Home: PANE_MIN,
      End: PANE_MAX,
    }
    const next = to[event.key]
    if (next === undefined) return
    event.preventDefault()
    onWidth(next)
  }
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuemin={PANE_MIN}
      aria-valuemax={PANE_MAX}
      aria-valuenow={width}
      tabIndex={0}
      className={`pane-resizer ${side}`}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        from.current = null
      }}
      onKeyDown={onKeyDown}
    />
  )
}
