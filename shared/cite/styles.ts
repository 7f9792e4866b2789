/** The styles that a brief can be written in: the house's own, those that come along, and one that a person brought. */
import type { StyleData } from './styler.ts'
import { isUsableSize } from './style-size.ts'
import { LOCALES, localeOf } from './locales.ts'

/** The house style is no CSL style: numbers by first mention, references as reference.ts writes them. */
export const HOUSE_STYLE = 'numeric'
/** The brief's own style: its text stands in the brief. */
export const OWN_STYLE = 'own'

const BUILT_IN = {
  apa: { name: 'APA, 7th edition', load: () => import('./csl/apa.csl?raw') },
  'chicago-notes': {
    name: 'Chicago, notes and bibliography',
    load: () => import('./csl/chicago-notes-bibliography.csl?raw'),
  },
  'chicago-author-date': {
    name: 'Chicago, author–date',
    load: () => import('./csl/chicago-author-date.csl?raw'),
  },
  harvard: { name: 'Harvard (Cite Them Right)', load: () => import('./csl/harvard-cite-them-right.csl?raw') },
  ieee: { name: 'IEEE', load: () => import('./csl/ieee.csl?raw') },
  vancouver: { name: 'Vancouver (NLM)', load: () => import('./csl/nlm-citation-sequence.csl?raw') },
}

export const BUILT_IN_STYLES: { id: string; name: string }[] = Object.entries(BUILT_IN).map(
  ([id, { name }]) => ({ id, name }),
)

/** What of a brief says how it cites: fields of its `about`. */
export type StyleChoice = { style: string; ownStyle: string | null; lang: string }

/** Null: the house style, also for a style that this version does not know. */
export const loadStyle = async ({ style, ownStyle, lang }: StyleChoice): Promise<StyleData | null> => {
  const csl =
    style === OWN_STYLE
      ? // Whatever program wrote it there.
        ownStyle && isUsableSize(ownStyle)
        ? ownStyle
        : null
      : Object.hasOwn(BUILT_IN, style)
        ? (await BUILT_IN[style as keyof typeof BUILT_IN].load()).default
        : null
  if (!csl) return null
  const locale = localeOf(lang)
  const [words, fallback] = await Promise.all([LOCALES[locale](), LOCALES['en-US']()])
  return { csl, locale, locales: { [locale]: words.default, 'en-US': fallback.default } }
}
