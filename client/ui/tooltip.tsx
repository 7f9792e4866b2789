/**
 * A name for a control that shows none, on hover and on focus. `children` is the one control; the text never
 * holds what cannot be learned elsewhere, since touch shows no tooltip. `keys` is a key combination to show.
 */
import { Tooltip as Base } from '@base-ui/react/tooltip'
import type { ReactElement } from 'react'

export const Tooltip = ({
  text,
  keys,
  children,
}: {
  text: string
  keys?: string
  children: ReactElement
}) => (
  <Base.Root>
    <Base.Trigger render={children} />
    <Base.Portal>
      <Base.Positioner sideOffset={6} className="layer">
        <Base.Popup className="tooltip">
          {text}
          {keys && <kbd>{keys}</kbd>}
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  </Base.Root>
)

/** Once, around the app: tooltips that follow one another open at once. */
export const TooltipProvider = Base.Provider
