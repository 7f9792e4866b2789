/** Counting in another language: `pluralsOf('pl')(3, { one: 'osoba', few: 'osoby', other: 'osób' })` is "3 osoby". */
import { numberText } from './number-text.ts'

type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

export const pluralsOf = (language: string): ((n: number, forms: Forms) => string) => {
  const rules = new Intl.PluralRules(language)
  return (n, forms) => `${numberText(n)} ${forms[rules.select(n)] ?? forms.other}`
}
