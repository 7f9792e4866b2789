/** A number as the person writes it: 1,234 or 1.234. */
import { language } from './language.ts'

/** Making one takes longer than a thousand numbers; a page has one language. */
const made = new Map<string, Intl.NumberFormat>()

export const numberText = (n: number): string => {
  const tag = language()
  const format = made.get(tag) ?? new Intl.NumberFormat(tag)
  made.set(tag, format)
  return format.format(n)
}
