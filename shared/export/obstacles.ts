/** What speaks against giving a brief to people outside: a cited source's mark is stricter, or an embargo holds. */
import { isBelow, isUnderEmbargo } from '../brief/handling.ts'
import type { ReadBrief } from '../brief/read.ts'
import { dateText } from '../cite/names.ts'
import { shortName } from '../cite/short-name.ts'
import { english, type WrittenWords } from '../words/english.ts'
import { portable } from '../markdown/portable.ts'
import { type AnyFormatName, EVERY_FORMAT, type ExportOptions } from './formats.ts'

/** A sentence each, empty where nothing does, for who wants to give it away: `words` of their language. `now` in milliseconds. */
export const outsideObstacles = (brief: ReadBrief, now: number, words: WrittenWords = english): string[] => {
  const shown = portable(brief, 'outside').sources
  const { about, sources } = portable(brief, 'inside')
  const own = about.handling?.trim() ?? ''
  return [
    ...(isUnderEmbargo(about.embargoUntil, now)
      ? [words.briefEmbargo(until(about.embargoUntil, words))]
      : []),
    ...[...sources.values()]
      .filter(({ id }) => shown.has(id))
      .flatMap(({ item, handling, embargoUntil }) => {
        const name = item.title?.trim() || shortName(item, words)
        return [
          ...(isBelow(about.handling, handling) ? [words.sourceMark(name, handling!.trim(), own)] : []),
          ...(isUnderEmbargo(embargoUntil, now)
            ? [words.sourceEmbargo(name, until(embargoUntil, words))]
            : []),
        ]
      }),
  ]
}

/** The first of them, for a person: a list of fifty is not read. */
export const inShort = (against: readonly string[], words: WrittenWords = english): string => {
  const more = against.length - 2
  return [...against.slice(0, 2), ...(more > 0 ? [words.andMore(more)] : [])].join(' ')
}

/** The same of one export: what stays inside meets none. */
export const obstaclesOf = (
  format: AnyFormatName,
  brief: ReadBrief,
  options: Pick<ExportOptions, 'audience'>,
  now: number,
  words: WrittenWords = english,
): string[] =>
  (options.audience ?? EVERY_FORMAT[format].audience) === 'outside' ? outsideObstacles(brief, now, words) : []

const until = (time: string | null, words: WrittenWords): string => {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(time ?? '') ?? []
  return year
    ? dateText({ 'date-parts': [[Number(year), Number(month), Number(day)]] }, words)
    : (time ?? '').trim()
}
