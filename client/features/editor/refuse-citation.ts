/** Said when a citation was asked for where none can stand. */
import { toast } from '../../ui/toast.tsx'

export const refuseCitation = (): void =>
  toast('A citation cannot stand here. Put the caret into a paragraph, a list or a table.')
