/**
 * A menu of actions on a button. `trigger` is the button element; items are `MenuItem`s, a danger last, after a
 * `MenuSeparator`. Arrow keys, letters and Esc work.
 */
import { Menu as Base } from '@base-ui/react/menu'
import { Check, ChevronRight } from 'lucide-react'
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
export const MenuWithin = ({
  icon,
  name,
  children,
}: {
  icon?: ReactNode
  name: string
  children: ReactNode
}) => (
  <Base.SubmenuRoot>
    <Base.SubmenuTrigger className="menu-item">
      {icon}
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

/** One of a few, behind an item. `lang`: of an option that is in another language than the page. */
export const MenuChoice = ({
  icon,
  name,
  value,
  onValue,
  options,
}: {
  icon?: ReactNode
  name: string
  value: string
  onValue: (value: string) => void
  options: readonly { value: string; label: string; lang?: string }[]
}) => (
  <MenuWithin icon={icon} name={name}>
    <Base.RadioGroup value={value} onValueChange={(chosen: string) => onValue(chosen)}>
      {options.map((option) => (
        <Base.RadioItem key={option.value} value={option.value} closeOnClick className="menu-item">
          <span lang={option.lang}>{option.label}</span>
          <Base.RadioItemIndicator className="menu-item-end">
            <Check />
          </Base.RadioItemIndicator>
        </Base.RadioItem>
      ))}
    </Base.RadioGroup>
  </MenuWithin>
)

export const MenuSeparator = () => <Base.Separator className="menu-separator" />
