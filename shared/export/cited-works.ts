/** The works that a brief cites, as CSL items under the keys that its other files give them; sorted by key. */
import type { ReadBrief } from '../brief/read.ts'
import type { CslItem } from '../cite/csl.ts'
import { sortedBy } from '../markdown/json.ts'
import { portable } from '../markdown/portable.ts'

export type CitedWork = { key: string; item: CslItem }

/** Without what people noted for themselves: a bibliography goes outside. */
export const citedWorks = (brief: ReadBrief): CitedWork[] => {
  const file = portable(brief, 'outside')
  const cited = file.order.sources.flatMap((id) => {
    const source = file.sources.get(id)
    return source ? [{ key: file.keys.get(id)!, item: source.item }] : []
  })
  return sortedBy(cited, ({ key }) => key)
}

/** A field as one line of text; '' where it is not there. */
export const fieldOf = (item: CslItem, name: string): string => {
  const value = item[name]
  return typeof value === 'string' || typeof value === 'number'
    ? String(value).replace(/\s+/gu, ' ').trim()
    : ''
}

/** "2024", "2024-05", "2024-05-03"; '' where no year is known. */
export const isoDate = (parts: readonly number[], separator = '-'): string => {
  const [year, month, day] = parts
  if (year === undefined || year < 0 || year > 9999) return ''
  const two = (n: number) => String(n).padStart(2, '0')
  const isMonth = month !== undefined && month >= 1 && month <= 12
  return [
    String(year).padStart(4, '0'),
    ...(isMonth ? [two(month)] : []),
    ...(isMonth && day !== undefined && day >= 1 && day <= 31 ? [two(day)] : []),
  ].join(separator)
}
