/**
 * A menu of actions on a button. `trigger` is the button element; items are `MenuItem`s, a danger last, after a
 * `MenuSeparator`. Arrow keys, letters and Esc work.
 */
import { Menu as Base } from '@base-ui/react/menu'
import { ChevronRight } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'

export const Menu = ({
  trigger,
  align = 'end',
  onOpenChange,
  finalFocus,
  children,
}: {
  trigger: ReactElement
  align?: 'start' | 'center' | 'end'
  onOpenChange?: (open: boolean) => void
  /** Where the focus goes when it closes; else back to the button. */
  finalFocus?: () => HTMLElement
  children: ReactNode
}) => (
  <Base.Root modal={false} onOpenChange={onOpenChange && ((open) => onOpenChange(open))}>
    <Base.Trigger render={trigger} />
    <Base.Portal>
      <Base.Positioner sideOffset={4} align={align} className="layer">
        <Base.Popup className="menu" finalFocus={finalFocus}>
          {children}
        </Base.Popup>
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

/** Items behind an item: they open beside it. */
export const MenuWithin = ({ name, children }: { name: string; children: ReactNode }) => (
  <Base.SubmenuRoot>
    <Base.SubmenuTrigger className="menu-item">
      {name}
      <ChevronRight className="menu-item-end" aria-hidden />
    </Base.SubmenuTrigger>
    <Base.Portal>
      <Base.Positioner sideOffset={4} alignOffset={-4} className="layer">
        <Base.Popup className="menu">{children}</Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  </Base.SubmenuRoot>
)

export const MenuSeparator = () => <Base.Separator className="menu-separator" />
