/** The languages that styles can write in, and which of them a brief's language is. */

export const LOCALES = {
  'de-DE': () => import('./csl/locales-de-DE.xml?raw'),
  'en-GB': () => import('./csl/locales-en-GB.xml?raw'),
  'en-US': () => import('./csl/locales-en-US.xml?raw'),
  'es-ES': () => import('./csl/locales-es-ES.xml?raw'),
  'fr-FR': () => import('./csl/locales-fr-FR.xml?raw'),
  'ru-RU': () => import('./csl/locales-ru-RU.xml?raw'),
}
export type LocaleName = keyof typeof LOCALES

/** `lang` is a BCP 47 tag. Languages without a locale are written as British English is. */
export const localeOf = (lang: string): LocaleName => {
  const [language, region] = lang.toLowerCase().split(/[-_]/)
  if (language === 'en') return region === 'us' ? 'en-US' : 'en-GB'
  return (Object.keys(LOCALES) as LocaleName[]).find((name) => name.startsWith(`${language}-`)) ?? 'en-GB'
}

const CITED_IN: Record<string, string> = {
  de: 'zitiert nach',
  en: 'as cited in',
  es: 'citado en',
  fr: 'cité dans',
  ru: 'цит. по:',
}

/** What stands between a work and the one in which it was seen. */
export const citedInWords = (locale: LocaleName): string => CITED_IN[locale.slice(0, 2)]!
