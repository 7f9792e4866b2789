/** Copies a text and says so; where the browser lets no page copy (plain http), says how to do it by hand, and gives false. */
import { toast } from './toast.ts'
import { say } from '../words/en/ui.ts'

export const copyText = (text: string, done: string): Promise<boolean> => {
  const copied = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('No clipboard here.'))
  return copied.then(
    () => {
      toast(done)
      return true
    },
    () => {
      toast(say.cannotCopyHere)
      return false
    },
  )
}
