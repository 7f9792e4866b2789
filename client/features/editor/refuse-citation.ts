/** Said when a citation was asked for where none can stand. */
import { toast } from '../../ui/toast.ts'
import { say } from '../../words/en/editor.ts'

export const refuseCitation = (): void => toast(say.citationCannotStandHere)
