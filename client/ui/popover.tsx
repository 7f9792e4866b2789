/**
 * A floating card that is not modal. Either on a `trigger` button, or at an `anchor` (an element, or anything
 * with `getBoundingClientRect`: a text selection) with `open`/`onOpenChange`. `label` names it for a screen reader.
 * `takesFocus={false}` leaves the caret where it is (a bar over a selection).
 */
import { Popover as Base } from '@base-ui/react/popover'
import type { ReactElement, ReactNode } from 'react'

export type Anchor = Element | { getBoundingClientRect(): DOMRect }

export const Popover = ({
  label,
  trigger,
  anchor,
  open,
  onOpenChange,
  side = 'bottom',
  align = 'center',
  takesFocus = true,
  className,
  children,
}: {
  label: string
  trigger?: ReactElement
  anchor?: Anchor | null
  open?: boolean
  onOpenChange?: (open: boolean) => void
  side?: 'top' | 'bottom' | 'left' | 'right'
  align?: 'start' | 'center' | 'end'
  takesFocus?: boolean
  className?: string
  children: ReactNode
}) => (
  <Base.Root open={open} onOpenChange={onOpenChange && ((next) => onOpenChange(next))}>
    {trigger && <Base.Trigger render={trigger} />}
    <Base.Portal>
      <Base.Positioner
        anchor={anchor}
        side={side}
        align={align}
        sideOffset={8}
        collisionPadding={8}
        className="layer"
      >
        <Base.Popup
          aria-label={label}
          className={`popover ${className ?? ''}`}
          initialFocus={takesFocus ? undefined : false}
          finalFocus={takesFocus ? undefined : false}
        >
          {children}
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  </Base.Root>
)
