/** The list of a menu that is worked from a text: the text keeps the focus, the list says which option is next. */
import { type ReactNode, useEffect, useRef } from 'react'

export const OptionList = <T,>({
  id,
  label,
  items,
  keyOf,
  active,
  onActive,
  onChoose,
  empty,
  children,
}: {
  id: string
  label: string
  items: readonly T[]
  keyOf: (item: T) => string
  active: number
  onActive: (index: number) => void
  onChoose: (item: T) => void
  /** Said in place of the list when there is nothing in it. */
  empty: string
  children: (item: T) => ReactNode
}) => {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])
  if (items.length === 0) return <p className="option-empty">{empty}</p>
  return (
    <div ref={list} id={id} role="listbox" aria-label={label} className="options">
      {items.map((item, i) => (
        <div
          key={keyOf(item)}
          id={`${id}-${keyOf(item)}`}
          role="option"
          tabIndex={-1}
          aria-selected={i === active}
          className="option"
          // The caret stays in the text.
          onMouseDown={(event) => event.preventDefault()}
          onMouseMove={() => onActive(i)}
          onClick={() => onChoose(item)}
          onKeyDown={(event) => event.key === 'Enter' && onChoose(item)}
        >
          {children(item)}
        </div>
      ))}
    </div>
  )
}

/** What an arrow key makes of the index; null for keys that do not move. */
export const moveInList = (key: string, index: number, length: number): number | null => {
  if (length === 0) return null
  if (key === 'ArrowDown') return (index + 1) % length
  if (key === 'ArrowUp') return (index - 1 + length) % length
  if (key === 'PageDown') return Math.min(index + 8, length - 1)
  if (key === 'PageUp') return Math.max(index - 8, 0)
  return null
}
