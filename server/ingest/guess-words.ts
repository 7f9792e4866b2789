/** Words that files and pages say of themselves, as CSL has them: names in parts, days as numbers, addresses. */
import type { CslItem, CslName } from '../../shared/cite/csl.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * The day as it was written, without time and zone, which could move it to another one: ISO 8601, a PDF's
 * `D:20240301…`, "1 March 2024", "March 1, 2024". Nothing when it is written in some other way.
 */
export const dateOf = (value: string | null | undefined): CslItem['issued'] | undefined => {
  const said = (value ?? '').trim().slice(0, 100)
  const numbers =
    /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?!\d)/.exec(said) ??
    /^(?:D:)?(\d{4})(\d\d)(\d\d)?/.exec(said)
  if (numbers) return parts(numbers.slice(1, 4).map(Number))
  const dayFirst = /\b(\d{1,2})(?:st|nd|rd|th)?\.?\s+(\p{L}{3})\p{L}*\.?,?\s+(\d{4})\b/u.exec(said)
  if (dayFirst) return parts([Number(dayFirst[3]), monthOf(dayFirst[2]!), Number(dayFirst[1])])
  const monthFirst = /\b(\p{L}{3})\p{L}*\.?\s+(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?(\d{4})\b/u.exec(said)
  if (monthFirst) return parts([Number(monthFirst[3]), monthOf(monthFirst[1]!), Number(monthFirst[2])])
  return undefined
}

const monthOf = (name: string) => MONTHS.indexOf(name.toLowerCase()) + 1

const parts = ([year = 0, month = 0, day = 0]: number[]): CslItem['issued'] | undefined => {
  if (year < 1000 || year > 2999) return undefined
  if (!(month >= 1 && month <= 12)) return { 'date-parts': [[year]] }
  return { 'date-parts': [day >= 1 && day <= 31 ? [year, month, day] : [year, month]] }
}

export const addressOf = (value: string | null | undefined): string | undefined => {
  if (!value || value.length > 2000 || !URL.canParse(value)) return undefined
  return /^https?:$/.test(new URL(value).protocol) ? value : undefined
}

const ORGANISATION =
  /\b(?:staff|team|editors?|editorial|desk|agency|news|press|reporters?|correspondents?|office|ministry|institute|university|committee|council|reuters|associated|afp|bbc|group|department|bureau|bank|fund|organi[sz]ation|commission|association|foundation|cent(?:er|re)|magazine|times|post|journal|blog|inc|ltd|gmbh)\b/i

/** Belong to the family's name when they stand before it. */
const PARTICLE = /^(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|el|al|bin|ibn|ter|ten|zu|zur)$/

/** "Ada Lovelace" has a family name, "Reuters" and "The news desk" have not. */
export const nameOf = (whole: string): CslName => {
  const plain = whole.replace(BY, '').trim()
  const comma = /^([^,]+),\s*([^,]+)$/.exec(plain)
  if (comma && !ORGANISATION.test(plain)) return { family: comma[1]!.trim(), given: comma[2]!.trim() }
  const words = plain.split(/\s+/)
  if (words.length < 2 || words.length > 5 || /\d/.test(plain) || ORGANISATION.test(plain))
    return { literal: plain }
  let family = words.length - 1
  while (family > 1 && PARTICLE.test(words[family - 1]!)) family--
  return { family: words.slice(family).join(' '), given: words.slice(0, family).join(' ') }
}

const BY = /^(?:(?:written|posted|published|edited|story|text)\s+)?(?:by|von|par|por|di|door|av|af)[\s:]+/i
const AND = /\s*(?:[;|/•·]|\s+(?:and|und|et|y|e|och|og|en|и)\s+|&)\s*/iu

/** The people of a byline: "By Ada Lovelace and Charles Babbage". Empty when it names nobody that can be told. */
export const namesOfByline = (byline: string | null | undefined): CslName[] => {
  const line = (byline ?? '').replace(/\s+/gu, ' ').trim()
  if (line === '' || line.length > 300 || /https?:|@\w+\.\w/.test(line)) return []
  return line
    .replace(BY, '')
    .split(AND)
    .flatMap((each) => (commas(each) ? each.split(/\s*,\s*/) : [each.replace(/,.*$/, '')]))
    .map((each) => each.trim())
    .filter((each) => /\p{L}/u.test(each) && !/\d{3}/.test(each) && each.length <= 100)
    .slice(0, 50)
    .map(nameOf)
}

/** "Ada Lovelace, Charles Babbage": names all through, not a name and a place or an office. */
const commas = (list: string) =>
  list.split(',').every((each) => /^\s*\p{Lu}\S*(?:\s+\S+){1,3}\s*$/u.test(each))
