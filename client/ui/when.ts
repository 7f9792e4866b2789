/**
 * Days as a person says them, in the page's own language whatever the system speaks: "today, 14:05",
 * "yesterday", "3 May", "3 May 2023". In the time zone of the device.
 */
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

const startOfDay = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate())
const DAY = 86_400_000

/** "3 May", with the year where it is not this one. */
export const dayText = (iso: string, now: Date = new Date()): string => {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return iso
  const day = `${date.getDate()} ${MONTHS[date.getMonth()]}`
  return date.getFullYear() === now.getFullYear() ? day : `${day} ${date.getFullYear()}`
}

/** "today, 14:05", "yesterday", else the day. */
export const whenText = (iso: string, now: Date = new Date()): string => {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return iso
  // Rounded, because a day with a clock change has 23 or 25 hours.
  const days = Math.round((startOfDay(now).getTime() - startOfDay(date).getTime()) / DAY)
  if (days === 1) return 'yesterday'
  if (days !== 0) return dayText(iso, now)
  return `today, ${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`
}
