/** A menu at the caret while something is written there: the text keeps the focus, arrows choose, Enter and Tab take. */
import { type ReactNode, useEffect, useState } from 'react'
import { Floating } from './floating.tsx'
import type { OpenEditor } from './open-editor.ts'
import { moveInList, OptionList } from './option-list.tsx'
import type { Trigger } from './trigger.ts'

export const MenuAtCaret = <T,>({
  page,
  trigger,
  label,
  items,
  keyOf,
  choose,
  empty,
  note = null,
  children,
}: {
  page: OpenEditor
  trigger: Trigger
  label: string
  items: readonly T[]
  keyOf: (item: T) => string
  choose: (item: T) => void
  /** Said in place of a list that has nothing in it. */
  empty: string
  /** Said beneath the list. */
  note?: string | null
  children: (item: T) => ReactNode
}) => {
  const { editor, takeKeys } = page
  // Of what is typed now. By name: rows that come later do not move it.
  const [chosen, setChosen] = useState<{ query: string; key: string } | null>(null)
  const at = chosen?.query === trigger.query ? items.findIndex((item) => keyOf(item) === chosen.key) : 0
  const active = Math.max(0, at)
  const setActive = (index: number) => setChosen({ query: trigger.query, key: keyOf(items[index]!) })
  const take = (item: T) => {
    editor.view.focus()
    choose(item)
  }
  const activeItem = items[active]
  useEffect(() =>
    takeKeys((event) => {
      const next = moveInList(event.key, active, items.length)
      if (next !== null) setActive(next)
      else if (event.key !== 'Enter' && event.key !== 'Tab') return false
      // With nothing to take yet, the key still belongs to the menu: it breaks no line.
      else if (activeItem !== undefined) take(activeItem)
      return true
    }),
  )
  // The text keeps the focus; this tells a screen reader what is chosen in the list.
  const activeId = activeItem === undefined ? null : `page-menu-${keyOf(activeItem)}`
  useEffect(() => {
    const { dom } = editor.view
    if (activeId === null) return
    dom.setAttribute('aria-activedescendant', activeId)
    dom.setAttribute('aria-controls', 'page-menu')
    return () => {
      dom.removeAttribute('aria-activedescendant')
      dom.removeAttribute('aria-controls')
    }
  }, [editor, activeId])
  const place = () => {
    const { left, top, bottom } = editor.view.coordsAtPos(trigger.from)
    return new DOMRect(left, top, 0, bottom - top)
  }
  return (
    <Floating at={place} className="layer-card menu-at-caret">
      <OptionList
        id="page-menu"
        label={label}
        items={items}
        keyOf={keyOf}
        active={active}
        onActive={setActive}
        onChoose={take}
        empty={empty}
      >
        {children}
      </OptionList>
      {note && (
        <p className="option-note" role="status">
          {note}
        </p>
      )}
    </Floating>
  )
}
