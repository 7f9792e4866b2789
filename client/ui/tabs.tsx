/**
 * Tabs over panels: `tabs` are {value, label}; `children` draws the panel of the chosen one. Arrow keys move
 * between tabs. Controlled by `value` and `onValue`.
 */
import { Tabs as Base } from '@base-ui/react/tabs'
import type { ReactNode } from 'react'

export const Tabs = <T extends string>({
  label,
  value,
  onValue,
  tabs,
  children,
}: {
  label: string
  value: T
  onValue: (value: T) => void
  tabs: readonly { value: T; label: string }[]
  children: ReactNode
}) => (
  <Base.Root value={value} onValueChange={(next: T) => onValue(next)} className="tabs">
    <Base.List aria-label={label} className="tab-list" activateOnFocus>
      {tabs.map((t) => (
        <Base.Tab key={t.value} value={t.value} className="tab">
          {t.label}
        </Base.Tab>
      ))}
    </Base.List>
    <Base.Panel value={value} className="tab-panel">
      {children}
    </Base.Panel>
  </Base.Root>
)
