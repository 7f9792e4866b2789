/**
 * A menu of actions on a button. `trigger` is the button element; items are `MenuItem`s, a danger last, after a
 * `MenuSeparator`. Arrow keys, letters and Esc work.
 */
import { Menu as Base } from '@base-ui/react/menu'
import type { ReactElement, ReactNode } from 'react'

export const Menu = ({
  trigger,
  align = 'end',
  children,
}: {
  trigger: ReactElement
  align?: 'start' | 'center' | 'end'
  children: ReactNode
}) => (
  <Base.Root modal={false}>
    <Base.Trigger render={trigger} />
    <Base.Portal>
      <Base.Positioner sideOffset={4} align={align} className="layer">
        <Base.Popup className="menu">{children}</Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  </Base.Root>
)

export const MenuItem = ({
  icon,
  danger,
  onSelect,
  children,
}: {
  icon?: ReactNode
  danger?: boolean
  onSelect: () => void
  children: ReactNode
}) => (
  <Base.Item className={`menu-item ${danger ? 'danger' : ''}`} onClick={onSelect}>
    {icon}
    {children}
  </Base.Item>
)

export const MenuSeparator = () => <Base.Separator className="menu-separator" />
