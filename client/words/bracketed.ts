/**
 * English between brackets that no sentence has: "⟦New brief⟧". A language for those who build the client: a word on the page without
 * brackets is in no catalogue, and cannot be translated.
 */
import type { Spoken, Words } from './language.ts'

export const bracketed: Spoken = (_, english) =>
  Object.fromEntries(
    Object.entries(english).map(([name, word]): [string, Words[string]] => [
      name,
      typeof word === 'string' ? `⟦${word}⟧` : (...given: never[]) => `⟦${word(...given)}⟧`,
    ]),
  )
