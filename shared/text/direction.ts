/** Which way a text runs: its first letter tells, as `dir="auto"` has it (HTML Standard, 3.2.6.4). */

/** Hebrew, Arabic, Syriac, Thaana, NKo and their presentation forms. */
export const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/u

/** Whether its first letter is of a script that is written from the right. */
export const startsRightToLeft = (words: string): boolean =>
  RIGHT_TO_LEFT.test(/\p{L}/u.exec(words)?.[0] ?? '')
