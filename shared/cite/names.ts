/** Names and dates of works as words. */
import type { CslDate, CslItem, CslName } from './csl.ts'
import { english, type WrittenWords } from '../words/english.ts'

/** "A. Analyst", "World Health Organization"; '' for a name without words. */
const nameText = (name: CslName): string => {
  if (name.literal) return name.literal.trim()
  return [name.given, name['non-dropping-particle'], name.family, name.suffix]
    .filter((part): part is string => typeof part === 'string' && part.trim() !== '')
    .map((part) => part.trim())
    .join(' ')
}

/** The names that are no blanks. */
export const namesOf = (names: CslName[] | undefined): string[] =>
  (names ?? []).map(nameText).filter((n) => n !== '')

/** "A", "A and B", "A, B and C"; more than four: "A et al." */
export const listNames = (names: readonly string[], words: WrittenWords = english): string => {
  if (names.length > 4) return `${names[0]} et al.`
  if (names.length < 2) return names[0] ?? ''
  return words.names(names)
}

/** The first date's parts that are numbers: [2024, 3, 1], [2024], []. */
export const dateParts = (date: CslDate | undefined): number[] => {
  const parts: number[] = []
  for (const part of date?.['date-parts']?.[0] ?? []) {
    const number = typeof part === 'number' ? part : /^-?\d+$/.test(part.trim()) ? Number(part) : NaN
    if (!Number.isInteger(number)) break
    parts.push(number)
  }
  return parts
}

/** "2024"; '' where no year is known: nothing is ever made up, "n.d." neither. */
export const yearOf = (item: CslItem): string => {
  const year = dateParts(item.issued)[0]
  if (year !== undefined) return String(year)
  return /\b\d{4}\b/.exec(item.issued?.literal ?? item.issued?.raw ?? '')?.[0] ?? ''
}

/** "1 March 2024", "March 2024", "2024", or the date's own words. */
export const dateText = (date: CslDate | undefined, words: WrittenWords = english): string => {
  const [year, month, day] = dateParts(date)
  if (year === undefined) return (date?.literal ?? date?.raw ?? '').trim()
  const name = month === undefined ? null : words.month(month)
  if (name === null) return String(year)
  return day !== undefined && day >= 1 && day <= 31 ? words.day(day, name, year) : words.monthOf(name, year)
}
