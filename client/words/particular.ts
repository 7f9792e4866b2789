/** A sentence of the server, which is English, as the page says it; null where the language of the page has none for it. */
import { english, type WrittenWords } from '../../shared/words/english.ts'
import { numberText } from './number-text.ts'
import { say } from './en/particulars.ts'
import { written } from './written.ts'

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** What speaks against giving a brief away has its words in shared/words, in each language. */
const against = ({ briefEmbargo, sourceMark, sourceEmbargo, andMore }: WrittenWords): string[] => [
  briefEmbargo('{}'),
  sourceMark('{}', '{}', ''),
  sourceMark('{}', '{}', '{}'),
  sourceEmbargo('{}', '{}'),
  andMore(0).replace('0', '{}'),
]

const own = against(written)
const fromShared = written === english ? [] : against(english).map((said, i) => [said, own[i]!] as const)

const patterns = [...Object.entries(say), ...fromShared].map(([said, other]): [RegExp, string] => [
  new RegExp(`^${said.split('{}').map(escaped).join('(.+?)')}$`, 's'),
  other,
])

export const particular = (sentence: string): string | null => {
  for (const [pattern, other] of patterns) {
    const [whole, ...given] = pattern.exec(sentence) ?? []
    if (whole === undefined) continue
    const put = given.map(putIn)
    return other.replace(/\{\}/g, () => put.shift() ?? '')
  }
  return null
}

/** A number and a day are written anew; sentences and the entries of a list are said anew. All else is a name. */
const putIn = (part: string): string => {
  if (/^\d{1,3}(,\d{3})+$/.test(part)) return numberText(Number(part.replaceAll(',', '')))
  return dayAnew(part) ?? piecewise(part, ' ') ?? piecewise(part, '; ') ?? particular(part) ?? part
}

const dayAnew = (part: string): string | null => {
  const [, day, name, year] = /^(\d{1,2}) (\p{L}+) (\d{4})$/u.exec(part) ?? []
  const month = Array.from({ length: 12 }, (_, i) => i + 1).find((each) => english.month(each) === name)
  return month ? written.day(Number(day), written.month(month)!, Number(year)) : null
}

/** Several sentences, or entries; null where one of them cannot be said. Names in them may hold what is between them, too. */
const piecewise = (part: string, between: '; ' | ' '): string | null => {
  const pieces = part.split(between === ' ' ? /(?<=\.) / : between)
  if (pieces.length < 2) return null
  const said: string[] = []
  let piece = ''
  for (const each of pieces) {
    piece = piece ? piece + between + each : each
    const other = particular(piece)
    if (other === null) continue
    said.push(other)
    piece = ''
  }
  return piece ? null : said.join(between)
}
