/** What speaks against giving a brief to people outside: a cited source's mark is stricter, or an embargo holds. */
import { isBelow, isUnderEmbargo } from '../brief/handling.ts'
import type { ReadBrief } from '../brief/read.ts'
import { dateText } from '../cite/names.ts'
import { shortName } from '../cite/short-name.ts'
import { portable } from '../markdown/portable.ts'
import { type AnyFormatName, EVERY_FORMAT, type ExportOptions } from './formats.ts'

/** A sentence each, empty where nothing does. `now` in milliseconds. */
export const outsideObstacles = (brief: ReadBrief, now: number): string[] => {
  const shown = portable(brief, 'outside').sources
  const { about, sources } = portable(brief, 'inside')
  const own = about.handling?.trim() ? `marked ${about.handling.trim()}` : 'not marked'
  return [
    ...(isUnderEmbargo(about.embargoUntil, now)
      ? [`The brief is under embargo until ${until(about.embargoUntil)}.`]
      : []),
    ...[...sources.values()]
      .filter(({ id }) => shown.has(id))
      .flatMap(({ item, handling, embargoUntil }) => {
        const name = `The source “${item.title?.trim() || shortName(item)}”`
        return [
          ...(isBelow(about.handling, handling)
            ? [`${name} is marked ${handling!.trim()}, and the brief is ${own}.`]
            : []),
          ...(isUnderEmbargo(embargoUntil, now)
            ? [`${name} is under embargo until ${until(embargoUntil)}.`]
            : []),
        ]
      }),
  ]
}

/** The first of them, for a person: a list of fifty is not read. */
export const inShort = (against: readonly string[]): string => {
  const more = against.length - 2
  return [...against.slice(0, 2), ...(more > 0 ? [`And ${more} more.`] : [])].join(' ')
}

/** The same of one export: what stays inside meets none. */
export const obstaclesOf = (
  format: AnyFormatName,
  brief: ReadBrief,
  options: Pick<ExportOptions, 'audience'>,
  now: number,
): string[] =>
  (options.audience ?? EVERY_FORMAT[format].audience) === 'outside' ? outsideObstacles(brief, now) : []

const until = (time: string | null): string => {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(time ?? '') ?? []
  return year ? dateText({ 'date-parts': [[Number(year), Number(month), Number(day)]] }) : (time ?? '').trim()
}
