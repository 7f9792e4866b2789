/** Said when a citation was asked for where none can stand. */
import { toast } from '../../ui/toast.tsx'
import { say } from '../../words/en/editor.ts'

export const refuseCitation = (): void => toast(say.citationCannotStandHere)
