/** Which language the client speaks: as it was chosen on this device, else as the browser's languages say. */
import { speak, USUAL } from './language.ts'
import { OTHERS, TESTING } from './others.ts'

/** Of the languages that a person wants, best first, the first one that there are words for. */
export const languageFor = (wanted: readonly string[], others: readonly string[]): string => {
  for (const one of wanted) {
    if (nameIn(others, one) || baseOf(one) === 'en') return one
  }
  return USUAL
}

/** The languages to choose among, by their tags: those that people speak. */
export const offeredLanguages = (): string[] => [
  'en',
  ...Object.keys(OTHERS).filter((name) => name !== TESTING),
]

/** What a person wants, best first: the language that was chosen here, of the region that the browser names for it. */
export const wantedLanguages = (chosen: string | null, browser: readonly string[]): string[] =>
  chosen === null
    ? [...browser]
    : [
        ...browser.filter((one) => baseOf(one) === baseOf(chosen)),
        baseOf(chosen) === 'en' ? USUAL : chosen,
        ...browser,
      ]

/** Before a page is loaded. A language whose file cannot be had leaves English. */
export const chooseLanguage = async (wanted: readonly string[]): Promise<void> => {
  const chosen = languageFor(wanted, Object.keys(OTHERS))
  const name = nameIn(Object.keys(OTHERS), chosen)
  const found = name && (await OTHERS[name]!().catch(() => null))
  if (found !== null) speak(chosen, found || null)
}

/** As its own speakers call it, without the region: "Deutsch". */
export const nameOfLanguage = (one: string): string =>
  new Intl.DisplayNames(one, { type: 'language' }).of(baseOf(one)) ?? one

const baseOf = (one: string) => one.toLowerCase().split('-')[0]!

/** The language as it is kept: with its region where there are words for that, else without. */
const nameIn = (others: readonly string[], one: string): string | undefined =>
  [one.toLowerCase(), baseOf(one)].find((name) => others.includes(name))
