/** Copies a text and says so; where the browser lets no page copy (plain http), says how to do it by hand. */
import { toast } from './toast.tsx'
import { say } from '../words/en/ui.ts'

export const copyText = (text: string, done: string): void => {
  const copied = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('No clipboard here.'))
  copied.then(
    () => toast(done),
    () => toast(say.cannotCopyHere),
  )
}
