/**
 * The language that the client speaks: English, until another one was chosen before the first page was drawn.
 *
 * A room's words are spoken when its file is first read, so that constants of a module are in the language too: whoever
 * starts the client chooses the language first, and loads the pages after that.
 */
import { OTHERS, type Spoken } from './others.ts'

/** The words of one room. A word that something is put into is a function. */
export type Words = Record<string, string | ((...given: never[]) => string)>

/** British English, where a person's languages do not say which English is theirs. */
const USUAL = 'en-GB'

let tag = USUAL
let other: Spoken | null = null

/** A BCP 47 tag for Intl, and for the page: the words of the page and the person's own region. */
export const language = (): string => tag

/** The words of a room as this person reads them; what another language lacks stays English. */
export const spoken = <W extends Words>(room: string, english: W): W => ({
  ...english,
  ...other?.(room, english),
})

/** Of the languages that a person wants, best first, the first one that there are words for. */
export const languageFor = (wanted: readonly string[], others: readonly string[]): string => {
  for (const one of wanted) {
    if (nameIn(others, one) || baseOf(one) === 'en') return one
  }
  return USUAL
}

/** Before a page is loaded. A language whose file cannot be had leaves English. */
export const chooseLanguage = async (wanted: readonly string[]): Promise<void> => {
  const chosen = languageFor(wanted, Object.keys(OTHERS))
  const name = nameIn(Object.keys(OTHERS), chosen)
  const found = name && (await OTHERS[name]!().catch(() => null))
  if (found === null) return
  other = found || null
  tag = chosen
}

const baseOf = (one: string) => one.toLowerCase().split('-')[0]!

/** The language as it is kept: with its region where there are words for that, else without. */
const nameIn = (others: readonly string[], one: string): string | undefined =>
  [one.toLowerCase(), baseOf(one)].find((name) => others.includes(name))
