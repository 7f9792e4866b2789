/** Where a translation comes from, in a reader's words. */
import { say } from '../words/en/brief.ts'

export const TRANSLATION_KINDS = [
  { value: 'own', label: say.ourOwn },
  { value: 'official', label: say.official },
  { value: 'machine', label: say.byAMachine },
] as const

const TRANSLATED: Record<string, string> = {
  own: say.ownTranslation,
  official: say.officialTranslation,
  machine: say.translatedByAMachine,
}

/** "Our own translation, A. Analyst", "Translated by a machine". */
export const translationLine = ({ kind, by, lang }: { kind: string; by: string; lang: string }): string => {
  return [TRANSLATED[kind] ?? say.aTranslation, by, lang === 'und' ? '' : lang].filter(Boolean).join(', ')
}
