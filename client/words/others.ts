/** The languages beside English: a file each, loaded only for those who read it. How to add one: docs/how-to/add-a-language.md. */
import type { Words } from './language.ts'

/** What a language has in the place of a room's English words. */
export type Spoken = (room: string, english: Words) => Words | undefined

/** By BCP 47 tag, in small letters. */
export const OTHERS: Record<string, () => Promise<Spoken>> = {
  // English between brackets, by the name that systems have for such a language: for seeing which words are not in the catalogue.
  'en-xa': async () => (await import('./bracketed.ts')).bracketed,
}
