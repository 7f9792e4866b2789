/**
 * The language a text is written in, found from its words: for what does not name its language itself. Trigrams of
 * the 82 languages with most speakers (franc-min).
 */
import { franc } from 'franc-min'

/** Fewer letters are a guess among neighbours: Danish and Norwegian, Czech and Slovak. */
const LETTERS = 200
/** More says nothing more. */
const SAMPLE = 20_000

/** A BCP 47 tag: two letters where ISO 639-1 has them. Null when the text is too short to tell. */
export const languageOf = (text: string): string | null => {
  const sample = text.slice(0, SAMPLE)
  if ((sample.match(/\p{L}/gu)?.length ?? 0) < LETTERS) return null
  const code = franc(sample)
  if (code === 'und') return null
  // BCP 47 wants the shortest code there is, which is what this gives.
  return Intl.getCanonicalLocales(MACRO[code] ?? code)[0] ?? null
}

/** Codes of a single variety, by the language that people name. */
const MACRO: Record<string, string> = {
  arb: 'ar',
  azj: 'az',
  bho: 'bho',
  ckb: 'ku',
  cmn: 'zh',
  ekk: 'et',
  kmr: 'ku',
  lvs: 'lv',
  npi: 'ne',
  nob: 'nb',
  ory: 'or',
  pbu: 'ps',
  pes: 'fa',
  plt: 'mg',
  prs: 'fa',
  quz: 'qu',
  swh: 'sw',
  uzn: 'uz',
  ydd: 'yi',
  zlm: 'ms',
  zyb: 'za',
}
