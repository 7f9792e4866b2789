/**
 * The language that the client speaks: English, until another one was chosen (choose-language.ts) before the first page was drawn.
 *
 * A room's words are spoken when its file is first read, so that constants of a module are in the language too: whoever
 * starts the client chooses the language first, and loads the pages after that.
 */

/** The words of one room. A word that something is put into is a function. */
export type Words = Record<string, string | ((...given: never[]) => string)>

/** What a language has in the place of a room's English words. */
export type Spoken = (room: string, english: Words) => Words | undefined

/** British English, where a person's languages do not say which English is theirs. */
export const USUAL = 'en-GB'

let tag = USUAL
let other: Spoken | null = null

/** A BCP 47 tag for Intl, and for the page: the words of the page and the person's own region. */
export const language = (): string => tag

/** `words`: null for English. */
export const speak = (name: string, words: Spoken | null): void => {
  tag = name
  other = words
}

/** The words of a room as this person reads them; what another language lacks stays English. */
export const spoken = <W extends Words>(room: string, english: W): W => ({
  ...english,
  ...other?.(room, english),
})
