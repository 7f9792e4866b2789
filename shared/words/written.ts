/**
 * The words of the house in what is written of a brief (a page, a Word file, a PDF, a reference): they follow the language of the
 * brief, not that of who reads or exports it, so that the same brief gives the same bytes. Our own, since a machine's locale must not
 * change an export.
 */
import { english, type WrittenWords } from './english.ts'
import { german } from './german.ts'

/** By language, without a region. */
const LANGUAGES: Record<string, WrittenWords> = { en: english, de: german }

/** `lang`: a BCP 47 tag. A language that there are no words for is written as English is. */
export const writtenIn = (lang: string): WrittenWords => {
  const language = lang.toLowerCase().split(/[-_]/)[0]!
  return Object.hasOwn(LANGUAGES, language) ? LANGUAGES[language]! : english
}

/** The first of some languages, best first, that there are words for; English, where there is none. */
export const firstWritten = (wanted: readonly string[]): { lang: string; words: WrittenWords } => {
  const lang = wanted.find((one) => Object.hasOwn(LANGUAGES, one.toLowerCase().split(/[-_]/)[0]!)) ?? 'en'
  return { lang, words: writtenIn(lang) }
}

/** In every language: files come back in the one that they were written in. */
export const everyWritten = (): readonly WrittenWords[] => Object.values(LANGUAGES)
