/**
 * A row of controls that is one stop for Tab: arrow keys move within it (roving tabindex). `ToolbarButton` takes
 * `label`, `icon` or words, `pressed` for a toggle. A pointer press keeps the selection it acts on.
 */
import { Toolbar as Base } from '@base-ui/react/toolbar'
import type { ReactNode } from 'react'

export const Toolbar = ({
  label,
  className,
  children,
}: {
  label: string
  className?: string
  children: ReactNode
}) => (
  <Base.Root aria-label={label} className={`toolbar ${className ?? ''}`}>
    {children}
  </Base.Root>
)

export const ToolbarButton = ({
  label,
  icon,
  keys,
  pressed,
  disabled,
  onPress,
  children,
}: {
  /** The accessible name; left out where `children` are the name. */
  label?: string
  icon?: ReactNode
  keys?: string
  pressed?: boolean
  disabled?: boolean
  onPress: () => void
  children?: ReactNode
}) => (
  <Base.Button
    className={children ? 'toolbar-button words' : 'toolbar-button'}
    aria-label={label}
    aria-pressed={pressed}
    aria-keyshortcuts={keys}
    title={children ? undefined : [label, keys].filter(Boolean).join(' ')}
    disabled={disabled}
    onMouseDown={(event) => event.preventDefault()}
    onClick={onPress}
  >
    {icon}
    {children}
  </Base.Button>
)

export const ToolbarSeparator = () => <Base.Separator className="toolbar-separator" />
