/**
 * A button that shows only an icon: `label` is its accessible name and its tooltip, `keys` is shown beside it.
 * `pressed` makes it a toggle. Icons are lucide-react elements: `icon={<Quote />}`.
 */
import type { ComponentProps, ReactNode } from 'react'
import { Tooltip } from './tooltip.tsx'

export type IconButtonProps = Omit<ComponentProps<'button'>, 'children' | 'aria-label'> & {
  label: string
  icon: ReactNode
  keys?: string
  pressed?: boolean
}

export const IconButton = ({ label, icon, keys, pressed, className, ...rest }: IconButtonProps) => (
  <Tooltip text={label} keys={keys}>
    <button
      type="button"
      {...rest}
      aria-label={label}
      aria-pressed={pressed}
      className={`icon-button ${className ?? ''}`}
    >
      {icon}
    </button>
  </Tooltip>
)
