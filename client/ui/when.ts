/**
 * Days as a person says them, in the language of the page and the manner of their region: "today, 14:05",
 * "yesterday", "3 May", "3 May 2023". In the time zone of the device.
 */
import { say } from '../words/en/ui.ts'
import { dateFormat } from '../words/date-format.ts'

const startOfDay = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate())
const DAY = 86_400_000

/** "3 May", with the year where it is not this one. */
export const dayText = (iso: string, now: Date = new Date()): string => {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return iso
  return dateFormat({
    day: 'numeric',
    month: 'long',
    ...(date.getFullYear() !== now.getFullYear() && { year: 'numeric' }),
  }).format(date)
}

/** "today, 14:05", "yesterday", else the day. */
export const whenText = (iso: string, now: Date = new Date()): string => {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return iso
  // Rounded, because a day with a clock change has 23 or 25 hours.
  const days = Math.round((startOfDay(now).getTime() - startOfDay(date).getTime()) / DAY)
  if (days === 1) return say.yesterday
  if (days !== 0) return dayText(iso, now)
  return say.todayAt(dateFormat({ hour: '2-digit', minute: '2-digit' }).format(date))
}

/** A day and its time: "3 May 2023, 14:05". */
export const momentText = (iso: string): string =>
  dateFormat({ dateStyle: 'long', timeStyle: 'short' }).format(new Date(iso))
