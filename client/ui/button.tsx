/**
 * A button with words on it. `look`: 'plain' (bordered, the default), 'primary' (one in a view), 'quiet'
 * (no border), 'danger'. `busy` keeps it focusable, says so, and takes no second press.
 */
import type { ComponentProps, MouseEvent, ReactNode } from 'react'

export type ButtonProps = ComponentProps<'button'> & {
  look?: 'plain' | 'primary' | 'quiet' | 'danger'
  icon?: ReactNode
  busy?: boolean
}

export const Button = ({
  look = 'plain',
  icon,
  busy,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) => (
  <button
    type="button"
    {...rest}
    className={`button ${look} ${className ?? ''}`}
    aria-busy={busy || undefined}
    aria-disabled={busy || undefined}
    onClick={(event: MouseEvent<HTMLButtonElement>) => {
      if (busy) event.preventDefault()
      else onClick?.(event)
    }}
  >
    {icon}
    {children}
  </button>
)
