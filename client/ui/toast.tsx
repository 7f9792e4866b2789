/**
 * A short message that goes by itself: `toast('Copied.')`, or with `{ title, description, action }`. For what was
 * done, never for what needs an answer; a refusal stays until it is closed (`stays: true`).
 */
import { Toast as Base } from '@base-ui/react/toast'
import { X } from 'lucide-react'
import { say } from '../words/en/ui.ts'

const manager = Base.createToastManager()

/** Long enough to read two lines (WCAG 2.2.1 is met by the same words standing elsewhere, or by `stays`). */
const SHOWN_FOR = 6000

export type ToastMessage = {
  title: string
  description?: string
  action?: { label: string; run: () => void }
  stays?: boolean
}

export const toast = (message: string | ToastMessage): void => void show(message)

/** For what is still going on: it stays until the returned function is called, or somebody closes it. */
export const toastWhile = (message: ToastMessage): (() => void) => {
  const id = show({ ...message, stays: true })
  return () => manager.close(id)
}

const show = (message: string | ToastMessage): string => {
  const { title, description, action, stays } =
    typeof message === 'string' ? ({ title: message } as ToastMessage) : message
  return manager.add({
    title,
    description,
    timeout: stays ? 0 : SHOWN_FOR,
    actionProps: action && { children: action.label, onClick: action.run },
  })
}

const List = () => {
  const { toasts } = Base.useToastManager()
  return toasts.map((one) => (
    <Base.Root key={one.id} toast={one} className="toast">
      <Base.Content className="toast-content">
        <div>
          <Base.Title className="toast-title" />
          <Base.Description className="muted" />
        </div>
        <Base.Action className="button quiet" />
        <Base.Close className="icon-button" aria-label={say.closeMessage}>
          <X />
        </Base.Close>
      </Base.Content>
    </Base.Root>
  ))
}

/** Once, in the app. */
export const Toasts = () => (
  <Base.Provider toastManager={manager} limit={3}>
    <Base.Portal>
      <Base.Viewport className="toasts" aria-label={say.messages}>
        <List />
      </Base.Viewport>
    </Base.Portal>
  </Base.Provider>
)
