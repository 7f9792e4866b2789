/** Said when something would be nested deeper than a brief can hold. */
import { toast } from '../../ui/toast.ts'
import { say } from '../../words/en/editor.ts'

/** Whoever holds Tab down reads it once: as long as the message stands. */
const STANDS_MS = 6000

let saidAt = -Infinity

export const refuseDepth = (): void => {
  if (performance.now() - saidAt < STANDS_MS) return
  saidAt = performance.now()
  toast(say.tooDeepHere)
}
