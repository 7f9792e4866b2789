/** A number with its noun in English: "1 excerpt", "4 excerpts", "no excerpts". */
import { numberText } from '../number-text.ts'

export const counted = (n: number, one: string, many: string = `${one}s`): string =>
  n === 0 ? `no ${many}` : `${numberText(n)} ${n === 1 ? one : many}`
