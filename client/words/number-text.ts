/** A number as the person writes it: 1,234 or 1.234. */
import { language } from './language.ts'

export const numberText = (n: number): string => new Intl.NumberFormat(language()).format(n)
