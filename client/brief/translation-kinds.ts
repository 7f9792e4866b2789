/** Where a translation comes from, in a reader's words. */
export const TRANSLATION_KINDS = [
  { value: 'own', label: 'Our own' },
  { value: 'official', label: 'Official' },
  { value: 'machine', label: 'By a machine' },
] as const

const names: Record<string, string> = Object.fromEntries(
  TRANSLATION_KINDS.map(({ value, label }) => [value, label]),
)

/** "Our own translation, A. Analyst", "Translated by a machine". */
export const translationLine = ({ kind, by, lang }: { kind: string; by: string; lang: string }): string => {
  const what = kind === 'machine' ? 'Translated by a machine' : `${names[kind] ?? 'A'} translation`
  return [what, by, lang === 'und' ? '' : lang].filter(Boolean).join(', ')
}
