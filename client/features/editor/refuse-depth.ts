/** Said when something would be nested deeper than a brief can hold. */
import { toast } from '../../ui/toast.tsx'

export const refuseDepth = (): void =>
  toast('Lists, quotations and tables cannot be nested any deeper. Nothing was changed.')
