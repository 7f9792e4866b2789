/** A sentence of the server, which is English, as the page says it; null where the language of the page has none for it. */
import { numberText } from './number-text.ts'
import { say } from './en/particulars.ts'

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const patterns = Object.entries(say).map(([english, own]): [RegExp, string] => [
  new RegExp(`^${english.split('{}').map(escaped).join('(.+?)')}$`, 's'),
  own,
])

export const particular = (sentence: string): string | null => {
  for (const [pattern, own] of patterns) {
    const [whole, ...given] = pattern.exec(sentence) ?? []
    if (whole === undefined) continue
    // A number is written anew; a part that is a sentence of its own is said anew.
    const put = given.map((one) =>
      /^\d{1,3}(,\d{3})+$/.test(one) ? numberText(Number(one.replaceAll(',', ''))) : (particular(one) ?? one),
    )
    return own.replace(/\{\}/g, () => put.shift() ?? '')
  }
  return null
}
