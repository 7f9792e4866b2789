/** The languages beside English: a file each, loaded only for those who read it. How to add one: docs/how-to/add-a-language.md. */
import type { Spoken } from './language.ts'

/** For those who build the client; nobody is offered it. */
export const TESTING = 'en-xa'

/** By BCP 47 tag, in small letters. */
export const OTHERS: Record<string, () => Promise<Spoken>> = {
  de: async () => (await import('./de.ts')).de,
  // English between brackets, by the name that systems have for such a language: for seeing which words are not in the catalogue.
  [TESTING]: async () => (await import('./bracketed.ts')).bracketed,
}
