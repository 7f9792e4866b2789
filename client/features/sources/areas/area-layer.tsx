/**
 * Lies over a picture or a page: shows the areas that excerpts hold, and takes a new one, drawn by pointer or set with the arrow keys.
 * Places are in percent, so that they stay where they are at any size.
 */
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import { type Area, areaWithin } from '../../../../shared/brief/area.ts'
import { say } from '../../../words/en/sources.ts'

export type Drawn = { id: string; area: Area; words: string }

const BEGINS: Area = { x: 25, y: 25, width: 50, height: 20 }
/** Percent that one press of an arrow key moves. */
const STEP = 1

export const AreaLayer = ({
  areas,
  shown,
  drawing,
  area,
  onArea,
  onDone,
  onCancel,
  label,
}: {
  areas: Drawn[]
  /** The excerpt that is looked at. */
  shown: string | null
  /** A new area is being drawn here. */
  drawing: boolean
  area: Area | null
  onArea: (area: Area) => void
  /** Enter was pressed on an area. */
  onDone: () => void
  onCancel: () => void
  label: string
}) => {
  const layer = useRef<HTMLDivElement>(null)
  const [from, setFrom] = useState<{ x: number; y: number } | null>(null)
  useEffect(() => {
    if (shown === null) return
    layer.current?.querySelector(`[data-excerpt="${CSS.escape(shown)}"]`)?.scrollIntoView({ block: 'center' })
  }, [shown])

  const placeOf = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    return {
      x: ((event.clientX - box.left) / box.width) * 100,
      y: ((event.clientY - box.top) / box.height) * 100,
    }
  }
  const between = (a: { x: number; y: number }, b: { x: number; y: number }): Area => {
    const clamp = (value: number) => Math.min(Math.max(value, 0), 100)
    const [x1, x2] = [clamp(Math.min(a.x, b.x)), clamp(Math.max(a.x, b.x))]
    const [y1, y2] = [clamp(Math.min(a.y, b.y)), clamp(Math.max(a.y, b.y))]
    return areaWithin({ x: x1, y: y1, width: x2 - x1, height: y2 - y1 })
  }
  const pressed = (event: KeyboardEvent) => {
    const step = KEYS[event.key]
    if (step) {
      event.preventDefault()
      const now = area ?? BEGINS
      const [dx, dy] = step
      onArea(
        areaWithin(
          event.shiftKey
            ? { ...now, width: now.width + dx * STEP, height: now.height + dy * STEP }
            : { ...now, x: now.x + dx * STEP, y: now.y + dy * STEP },
        ),
      )
    } else if (event.key === 'Enter') {
      event.preventDefault()
      if (area) onDone()
      else onArea(BEGINS)
    } else if (event.key === 'Escape') {
      event.stopPropagation()
      onCancel()
    }
  }

  return (
    <div ref={layer} className="area-layer">
      {areas.map((each) => (
        <div
          key={each.id}
          className="area"
          data-excerpt={each.id}
          data-shown={each.id === shown || undefined}
          style={styleOf(each.area)}
          title={each.words}
        />
      ))}
      {drawing && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- an application takes its own keys
        <div
          className="area-drawing"
          role="application"
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- as above
          tabIndex={0}
          aria-label={say.areaKeys(label, said(area))}
          onKeyDown={pressed}
          onPointerDown={(event) => {
            if (event.button !== 0) return
            event.preventDefault()
            event.currentTarget.focus({ preventScroll: true })
            event.currentTarget.setPointerCapture(event.pointerId)
            setFrom(placeOf(event))
          }}
          onPointerMove={(event) => from && onArea(between(from, placeOf(event)))}
          onPointerUp={(event) => {
            if (from) onArea(between(from, placeOf(event)))
            setFrom(null)
          }}
          onPointerCancel={() => setFrom(null)}
        >
          {area && <div className="area" data-new style={styleOf(area)} />}
        </div>
      )}
    </div>
  )
}

const KEYS: Record<string, [number, number] | undefined> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

const styleOf = ({ x, y, width, height }: Area) => ({
  left: `${x}%`,
  top: `${y}%`,
  width: `${width}%`,
  height: `${height}%`,
})

const said = (area: Area | null) =>
  area
    ? say.areaAt(Math.round(area.x), Math.round(area.y), Math.round(area.width), Math.round(area.height))
    : say.noAreaYet
