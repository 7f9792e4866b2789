/** Whether a person's check still holds: it was made for words, and holds for those words only. */
import { fingerprint } from '../text/fingerprint.ts'

export const checkStanding = (check: { hash: string }, wordsNow: string): 'stands' | 'changed' =>
  check.hash === fingerprint(wordsNow) ? 'stands' : 'changed'
