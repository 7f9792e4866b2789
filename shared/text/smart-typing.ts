/**
 * What a typed sign becomes in the language of the text: quotation marks, apostrophes, dashes, an ellipsis. A pure function, so
 * that each language is held to in a table of tests. The marks follow the Unicode CLDR's delimiters, French spaces the
 * Imprimerie nationale.
 */

/** Outer and inner quotation marks, opening and closing. `space`: what stands within the outer ones. */
type Marks = { outer: readonly [string, string]; inner: readonly [string, string]; space?: string }

/** `from`: how many characters before the caret go; `text`: what stands in their place, in place of the typed sign too. */
export type Typed = { from: number; text: string }

const NARROW = '\u202f'

const ENGLISH: Marks = { outer: ['“', '”'], inner: ['‘', '’'] }
const GERMAN: Marks = { outer: ['„', '“'], inner: ['‚', '‘'] }
const GUILLEMETS: Marks = { outer: ['«', '»'], inner: ['“', '”'] }
const RUSSIAN: Marks = { outer: ['«', '»'], inner: ['„', '“'] }
const POLISH: Marks = { outer: ['„', '”'], inner: ['«', '»'] }
const SWEDISH: Marks = { outer: ['”', '”'], inner: ['’', '’'] }
const SWISS: Marks = { outer: ['«', '»'], inner: ['‹', '›'] }
const JAPANESE: Marks = { outer: ['「', '」'], inner: ['『', '』'] }

const MARKS: Readonly<Record<string, Marks>> = {
  en: ENGLISH,
  af: ENGLISH,
  cy: ENGLISH,
  ga: ENGLISH,
  hi: ENGLISH,
  ko: ENGLISH,
  nl: { outer: ['‘', '’'], inner: ['“', '”'] },
  th: ENGLISH,
  tr: ENGLISH,
  vi: ENGLISH,
  zh: ENGLISH,
  de: GERMAN,
  'de-ch': SWISS,
  'de-li': SWISS,
  bg: { outer: ['„', '“'], inner: ['„', '“'] },
  cs: GERMAN,
  et: { outer: ['„', '“'], inner: ['«', '»'] },
  is: GERMAN,
  ka: { outer: ['„', '“'], inner: ['«', '»'] },
  lt: GERMAN,
  lv: { outer: ['“', '”'], inner: ['„', '”'] },
  mk: GERMAN,
  sk: GERMAN,
  sl: GERMAN,
  hr: { outer: ['„', '”'], inner: ['‚', '’'] },
  hu: { outer: ['„', '”'], inner: ['»', '«'] },
  pl: POLISH,
  ro: { outer: ['„', '”'], inner: ['«', '»'] },
  sr: { outer: ['„', '”'], inner: ['’', '’'] },
  bs: { outer: ['„', '”'], inner: ['‘', '’'] },
  fr: { outer: ['«', '»'], inner: ['“', '”'], space: NARROW },
  'fr-ch': SWISS,
  'it-ch': SWISS,
  ca: GUILLEMETS,
  el: GUILLEMETS,
  es: GUILLEMETS,
  eu: GUILLEMETS,
  it: GUILLEMETS,
  pt: GUILLEMETS,
  'pt-br': ENGLISH,
  'es-419': ENGLISH,
  'es-mx': ENGLISH,
  'es-us': ENGLISH,
  nb: { outer: ['«', '»'], inner: ['‘', '’'] },
  nn: { outer: ['«', '»'], inner: ['‘', '’'] },
  no: { outer: ['«', '»'], inner: ['‘', '’'] },
  da: { outer: ['”', '”'], inner: ['’', '’'] },
  fi: SWEDISH,
  sv: SWEDISH,
  ru: RUSSIAN,
  be: RUSSIAN,
  kk: RUSSIAN,
  uk: { outer: ['«', '»'], inner: ['„', '“'] },
  hy: { outer: ['«', '»'], inner: ['«', '»'] },
  sq: GUILLEMETS,
  ar: { outer: ['”', '“'], inner: ['’', '‘'] },
  fa: { outer: ['«', '»'], inner: ['‹', '›'] },
  he: { outer: ['”', '”'], inner: ['’', '’'] },
  ja: JAPANESE,
  'zh-tw': JAPANESE,
  'zh-hant': JAPANESE,
}

export const marksOf = (lang: string): Marks => {
  const parts = lang.toLowerCase().split(/[-_]/)
  for (let many = parts.length; many > 0; many--) {
    const found = MARKS[parts.slice(0, many).join('-')]
    if (found) return found
  }
  return ENGLISH
}

const APOSTROPHE = '’'
/** After these a quotation begins: nothing, a space, an opening bracket, a dash, another opening mark; not after a citation. */
const OPENS = /(?:^|[\s([{\u2013\u2014/«„‚‹「『“‘=])$/u

/**
 * Null where the sign stays as it was typed. `before`: the text of the block up to the caret, with U+FFFC for what is no text;
 * `lang`: BCP 47.
 */
export const smartTyped = (before: string, typed: string, lang: string): Typed | null => {
  switch (typed) {
    case '"':
      return quotation(before, marksOf(lang))
    case "'":
      return apostrophe(before, marksOf(lang))
    case '-':
      return dash(before)
    case '.':
      return before.endsWith('..') && !before.endsWith('...') ? { from: 2, text: '…' } : null
    default:
      return /^\d$/.test(typed) ? year(before, typed) : null
  }
}

const quotation = (before: string, { outer, space = '' }: Marks): Typed | null => {
  const [open, close] = outer
  // Whoever writes with spaces within the marks types one before the closing one too.
  const closes = space !== '' && /\S[ \u00a0\u202f]$/.test(before) && isOpen(before, outer)
  if (!closes && opens(before, open)) return { from: 0, text: `${open}${space}` }
  // 5'10" and 19": a measure, unless something waits to be closed.
  if (/\d$/.test(before) && !isOpen(before, outer)) return null
  // A space that was typed before the closing mark gives way to the one that belongs there.
  return space && /[ \u00a0\u202f]$/.test(before)
    ? { from: 1, text: `${space}${close}` }
    : { from: 0, text: `${space}${close}` }
}

const apostrophe = (before: string, { outer, inner }: Marks): Typed => {
  // Where the outer marks are double, the single key is for what stands within; Dutch has it the other way about.
  const single = [inner, outer].find(([open]) => open === '‘' || open === '‚' || open === '’' || open === '‹')
  if (!single) return { from: 0, text: APOSTROPHE }
  const [open, close] = single
  if (opens(before, open)) return { from: 0, text: open }
  // „Er sagte ‚nein‘": only where one is open; "don't" and "Jahr's" have none.
  return {
    from: 0,
    text: isOpen(before, single) && !/\p{L}$/u.test(before) ? close : closing(before, single),
  }
}

/** After a letter both are possible: the word is over only where the quotation is open. */
const closing = (before: string, single: readonly [string, string]): string =>
  single[1] !== APOSTROPHE && isOpen(before, single) ? single[1] : APOSTROPHE

const opens = (before: string, open: string): boolean =>
  OPENS.test(before) &&
  // Where opening and closing look alike, a quotation that is just open is not opened again.
  !(before.endsWith(open) && open === '”')

const isOpen = (before: string, [open, close]: readonly [string, string]): boolean => {
  if (open === close) return (before.split(open).length - 1) % 2 === 1
  return before.lastIndexOf(open) > before.lastIndexOf(close)
}

const dash = (before: string): Typed | null => {
  // `---` at the start of a line is a rule, `<!--` a comment of Markdown.
  if (/(?:^|\n)-+$/.test(before) || before.endsWith('!-')) return null
  if (before.endsWith('–')) return { from: 1, text: '—' }
  return before.endsWith('-') && !before.endsWith('--') ? { from: 1, text: '–' } : null
}

/** ’90s: what looked like a quotation was an apostrophe. */
const year = (before: string, digit: string): Typed | null =>
  /(?:^|[\s(])‘$/.test(before) ? { from: 1, text: `${APOSTROPHE}${digit}` } : null
