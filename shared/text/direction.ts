/** Which way a text runs: its first letter tells, as `dir="auto"` has it (HTML Standard, 3.2.6.4). */

export type Direction = 'rtl' | 'ltr'

/** Hebrew, Arabic, Syriac, Thaana, NKo and their presentation forms. */
export const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/u

/** Null without a letter. */
export const directionOfWords = (words: string): Direction | null => {
  const first = /\p{L}/u.exec(words)?.[0]
  return first === undefined ? null : RIGHT_TO_LEFT.test(first) ? 'rtl' : 'ltr'
}

/** Whether its first letter is of a script that is written from the right. */
export const startsRightToLeft = (words: string): boolean => directionOfWords(words) === 'rtl'

/** Whether a language is written from the right; BCP 47. */
export const languageRunsRightToLeft = (lang: string): boolean =>
  /^(ar|dv|fa|he|ku|ps|sd|ug|ur|yi)(-|$)/i.test(lang)
