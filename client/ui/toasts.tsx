/** Draws the short messages of toast.ts. */
import { Toast as Base } from '@base-ui/react/toast'
import { X } from 'lucide-react'
import { useEffect } from 'react'
import { say } from '../words/en/ui.ts'
import { showToastsBy } from './toast.ts'

const manager = Base.createToastManager()

/** Long enough to read two lines (WCAG 2.2.1 is met by the same words standing elsewhere, or by `stays`). */
const SHOWN_FOR = 6000

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
export const Toasts = () => {
  // The provider listens from its own first effect on, which runs before this one's.
  useEffect(
    () =>
      showToastsBy(({ title, description, action, stays }) => {
        const id = manager.add({
          title,
          description,
          timeout: stays ? 0 : SHOWN_FOR,
          actionProps: action && { children: action.label, onClick: action.run },
        })
        return () => manager.close(id)
      }),
    [],
  )
  return (
    <Base.Provider toastManager={manager} limit={3}>
      <Base.Portal>
        <Base.Viewport className="toasts" aria-label={say.messages}>
          <List />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  )
}
