/** A day as a date field takes it, YYYY-MM-DD in the time zone of the device. */
export const dayField = (date: Date): string =>
  [
    date.getFullYear(),
    String(date.getMonth() + 1).padStart(2, '0'),
    String(date.getDate()).padStart(2, '0'),
  ].join('-')
