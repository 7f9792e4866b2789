/** What a file says of itself before its first line: YAML that pandoc compiles the file with. */
import { wellFormed } from '../text/well-formed.ts'
import { escapeMeta } from './escape.ts'
import { writeItem } from './item.ts'
import { canonicalJson, sortedBy, sparse } from './json.ts'
import type { Portable } from './portable.ts'

const text = (value: string) => canonicalJson(escapeMeta(wellFormed(value)))

/** Bare where YAML 1.1 and 1.2 agree that it is text: `no` is Norwegian, not false. */
const tag = (value: string) =>
  /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(value) && !/^(no|yes|on|off|nan|y|n)$/i.test(value)
    ? value
    : text(value)

export const writeFrontMatter = (brief: Portable): string => {
  const { about } = brief
  const cited = new Set(brief.order.sources)
  const listed = [...brief.sources.values()].filter((s) => cited.has(s.id) || s.removed === null)
  const own = sparse({
    template: about.template,
    style: ['numeric', 'own'].includes(about.style) ? null : about.style,
  })
  const lines = [
    '---',
    `title: ${text(about.title)}`,
    ...(about.authors.length ? [`author: [${about.authors.map(text).join(', ')}]`] : []),
    ...(about.date !== null
      ? [`date: ${/^\d{4}-\d{2}-\d{2}$/.test(about.date) ? about.date : text(about.date)}`]
      : []),
    `lang: ${tag(about.lang)}`,
    ...(about.handling !== null ? [`handling: ${text(about.handling)}`] : []),
    ...(about.embargoUntil !== null ? [`embargo: ${text(about.embargoUntil)}`] : []),
    ...(Object.keys(own).length ? [`vouch: ${canonicalJson(own)}`] : []),
    'link-citations: true',
    'suppress-bibliography: true',
    ...(listed.length
      ? [
          'references:',
          ...sortedBy(
            listed.map((s) => ({ key: brief.keys.get(s.id)!, item: s.item })),
            ({ key }) => key,
          ).map(({ key, item }) => `  - ${writeItem(key, item)}`),
        ]
      : []),
    '---',
  ]
  return `${lines.join('\n')}\n`
}
