/** Days and times in the language of the page and the manner of the person's region. */
import { language } from './language.ts'

/** Making one takes as long as a row of a list; there are a few kinds, and a page has one language. */
const made = new Map<string, Intl.DateTimeFormat>()

export const dateFormat = (options: Intl.DateTimeFormatOptions): { format(date: Date): string } => {
  const tag = language()
  const key = `${tag} ${Object.entries(options).join()}`
  const format = made.get(key) ?? new Intl.DateTimeFormat(tag, options)
  made.set(key, format)
  // A day that is written with a stop, "3. Mai", would read as the end of a sentence where a line breaks after it.
  return { format: (date) => format.format(date).replace(/^(\d{1,2}\.) /, '$1\u00a0') }
}
