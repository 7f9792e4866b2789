/** What stands where a list is still empty: one sentence on what will be here, and the way to begin. */
import type { ReactNode } from 'react'

export const EmptyState = ({
  icon,
  title,
  children,
}: {
  icon?: ReactNode
  title: string
  children?: ReactNode
}) => (
  <div className="empty-state">
    {icon}
    <p className="empty-title">{title}</p>
    {children}
  </div>
)
