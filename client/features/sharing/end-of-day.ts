/** A day as a date field gives it (YYYY-MM-DD), as the moment it ends here, in UTC; undefined for none. */
import { dayField } from '../../ui/day-field.ts'

export const endOfDay = (day: string): string | undefined => {
  const [year, month, date] = day.split('-').map(Number)
  if (!year || !month || !date) return undefined
  return new Date(year, month - 1, date, 23, 59, 59).toISOString()
}

/** Today, as a date field takes it. */
export const today = (now: Date = new Date()): string => dayField(now)
