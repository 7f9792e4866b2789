/**
 * A modal dialog: `title` names it, Esc and the cross close it, focus returns to where it was. Controlled:
 * `open` and `onOpenChange`. `footer` holds its buttons; `wide` for lists;
 * `onlyRead`: nothing in it takes the focus, so its body does, for the keys that scroll.
 */
import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { say } from '../words/en/ui.ts'

export const Dialog = ({
  open,
  onOpenChange,
  title,
  description,
  footer,
  wide,
  onlyRead,
  children,
}: {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  description?: string
  footer?: ReactNode
  wide?: boolean
  onlyRead?: boolean
  children?: ReactNode
}) => {
  const body = useRef<HTMLDivElement>(null)
  // Who opens a dialog to fill something in begins there, not at the cross: at the field marked `data-begin`, or
  // the first one.
  const firstField = () =>
    body.current?.querySelector<HTMLElement>('[data-begin]') ??
    body.current?.querySelector<HTMLElement>('input:not([hidden]), textarea, select') ??
    true
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Base.Portal>
        <Base.Backdrop className="scrim" />
        <Base.Popup className={`dialog ${wide ? 'wide' : ''}`} initialFocus={firstField}>
          <header>
            <Base.Title className="dialog-title">{title}</Base.Title>
            <Base.Close className="icon-button" aria-label={say.close}>
              <X />
            </Base.Close>
          </header>
          {description && <Base.Description className="muted">{description}</Base.Description>}
          <div
            ref={body}
            className="dialog-body"
            {...(onlyRead && { tabIndex: 0, role: 'group', 'aria-label': title })}
          >
            {children}
          </div>
          {footer && <footer>{footer}</footer>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
