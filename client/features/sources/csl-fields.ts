/**
 * Dates and authors between what a person types and what CSL keeps. What is not understood is kept as it was
 * typed, never dropped and never guessed.
 */
import type { CslDate, CslName } from '../../../shared/cite/csl.ts'
import { language } from '../../words/language.ts'

const monthsIn = (locale: string): string[] => {
  const { format } = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' })
  return Array.from({ length: 12 }, (_, month) => format(Date.UTC(2024, month, 15)))
}
/** As they are shown, and as they are understood: in English too, since sources are dated in it. */
const MONTHS = monthsIn(language())
const MONTH_NAMES = [...monthsIn('en'), ...MONTHS]

const monthNumber = (word: string): number | null => {
  const at = MONTH_NAMES.findIndex((m) => m.toLowerCase().startsWith(word.toLowerCase().replace(/\.$/, '')))
  return word.replace(/\.$/, '').length >= 3 && at >= 0 ? (at % 12) + 1 : null
}

const parts = (year: string, month?: number | null, day?: string): CslDate | null => {
  const y = Number(year)
  if (month === null || (month !== undefined && (month < 1 || month > 12))) return null
  if (month === undefined) return { 'date-parts': [[y]] }
  if (day === undefined) return { 'date-parts': [[y, month]] }
  const d = Number(day)
  const last = new Date(Date.UTC(y, month, 0)).getUTCDate()
  return d >= 1 && d <= last ? { 'date-parts': [[y, month, d]] } : null
}

/** "2024", "2024-03", "2024-03-01", "March 2024", "1 March 2024", "March 1, 2024"; else the words as they are. */
export const parseDate = (typed: string): CslDate | undefined => {
  const text = typed.trim()
  if (text === '') return undefined
  const iso = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text)
  const dayFirst = /^(?:(\d{1,2})\.?\s+)?(\p{L}+\.?)\s+(\d{4})$/u.exec(text)
  const monthFirst = /^(\p{L}+\.?)\s+(\d{1,2}),?\s+(\d{4})$/u.exec(text)
  const understood = iso
    ? parts(iso[1]!, iso[2] === undefined ? undefined : Number(iso[2]), iso[3])
    : dayFirst
      ? parts(dayFirst[3]!, monthNumber(dayFirst[2]!), dayFirst[1])
      : monthFirst
        ? parts(monthFirst[3]!, monthNumber(monthFirst[1]!), monthFirst[2])
        : null
  return understood ?? { literal: text }
}

/** "1 March 2024", "March 2024", "2024", or the words that were kept. Empty when nothing is known. */
export const dateText = (date: CslDate | undefined): string => {
  const [year, month, day] = date?.['date-parts']?.[0] ?? []
  if (year === undefined) return date?.literal ?? date?.raw ?? ''
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1]
  return [name && day, name, year].filter((part) => part !== undefined && part !== '').join(' ')
}

/** "Family, Given; Family, Given; Organisation". A name without a comma is kept whole. */
export const parseAuthors = (typed: string): CslName[] | undefined => {
  const names = typed
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name): CslName => {
      const [family, ...given] = name.split(',').map((part) => part.trim())
      return family && given.length > 0 && given.join('') !== ''
        ? { family, given: given.join(', ') }
        : { literal: name.replace(/,$/, '') }
    })
  return names.length > 0 ? names : undefined
}

export const authorsText = (names: readonly CslName[] | undefined): string =>
  (names ?? [])
    .map((name) => name.literal ?? [name.family, name.given].filter(Boolean).join(', '))
    .filter((name) => name !== '')
    .join('; ')
