/** When a work came out, as the person writes a day: "3 May 2024", "May 3, 2024"; what is no such day stands as it was written. */
import type { CslDate } from '../../shared/cite/csl.ts'
import { dateText } from '../../shared/cite/names.ts'
import { dateFormat } from '../words/date-format.ts'

export const workDate = (date: CslDate | undefined): string => {
  const [year = 0, month = 0, day] = (date?.['date-parts']?.[0] ?? []).map(Number)
  // A year alone is one everywhere, and those of two digits are not what Date takes them for.
  if (year < 100 || month < 1 || month > 12) return dateText(date)
  const at = new Date(Date.UTC(year, month - 1, day || 1))
  return dateFormat({
    year: 'numeric',
    month: 'long',
    ...(day && { day: 'numeric' }),
    timeZone: 'UTC',
  }).format(at)
}
