/** Citations as text: pandoc's groups, numbers, and the notes with the words they rest on. */
import type { Cite, CitationRecord } from '../brief/citation.ts'
import { type Excerpt, wordsOf } from '../brief/excerpt.ts'
import { locatorText } from '../cite/locator.ts'
import { passageLink } from '../cite/passage-link.ts'
import { shortName } from '../cite/short-name.ts'
import { wellFormed } from '../text/well-formed.ts'
import { escapeAddress, escapeInGroup, escapeProse } from './escape.ts'
import type { MarkdownOptions } from './options.ts'
import type { Portable } from './portable.ts'

const flat = (text: string) => text.replace(/\s+/gu, ' ').trim()

/** What a group needs to know of its brief. */
export type Keyed = Pick<Portable, 'keys' | 'sources'>

const afterKey = (cite: Cite, brief: Keyed): string[] => {
  const seenIn = cite.citedIn ? brief.sources.get(cite.citedIn) : undefined
  return [
    locatorText(cite.label, cite.locator),
    cite.suffix ?? '',
    seenIn ? `as cited in ${shortName(seenIn.item)}` : '',
  ]
    .map(flat)
    .filter((part) => part !== '')
}

const before = (cite: Cite): string =>
  cite.prefix && flat(cite.prefix) ? `${escapeInGroup(flat(cite.prefix))} ` : ''

/** `[see @unep_2023, p. 42; @oecd_2022]`; '' when no cite's source is in the brief. */
export const pandocGroup = (record: CitationRecord, brief: Keyed): string => {
  const cites = record.cites.flatMap((cite) => {
    const key = brief.keys.get(cite.source)
    if (key === undefined) return []
    const after = afterKey(cite, brief).map((part) => `, ${escapeInGroup(part)}`)
    return [`${before(cite)}${cite.suppressAuthor ? '-' : ''}@${key}${after.join('')}`]
  })
  return cites.length ? `[${cites.join('; ')}]` : ''
}

/** `\[1, p. 42; 3\]`, by the order of first mention; '' when no cite's source is in the brief. */
export const numberGroup = (record: CitationRecord, brief: Portable): string => {
  const numbers = brief.order.numbers.get(record.id) ?? []
  const cites = record.cites.flatMap((cite, i) =>
    brief.keys.has(cite.source) && numbers[i] !== undefined
      ? [before(cite) + [String(numbers[i]), ...afterKey(cite, brief).map(escapeInGroup)].join(', ')]
      : [],
  )
  return cites.length ? `\\[${cites.join('; ')}\\]` : ''
}

/** Who says it and through whom it came: what a reader of second-hand reports asks first. */
const saidBy = (excerpt: Excerpt): string => {
  const { says, via } = excerpt
  const speaker = says
    ? [says.name, says.role ?? '', says.named ? '' : 'not named'].filter((s) => s.trim() !== '')
    : []
  const parts = [
    speaker.length ? `said by ${speaker.join(', ')}` : '',
    via.length ? `via ${via.join('; ')}` : '',
  ]
  const text = parts.filter((part) => part !== '').join(', ')
  return text ? ` (${escapeProse(flat(text))})` : ''
}

/** Where a browser shows it: the words on a page, the time or the area of a recording or a picture. */
const placeLink = (excerpt: Excerpt, brief: Portable): string | null => {
  const url = brief.sources.get(excerpt.source)?.item.URL
  const fragment = excerpt.kind === 'attested' ? excerpt.attested.fragment : null
  if (!fragment) return passageLink(url, wordsOf(excerpt))
  return url && /^https?:[^\s<>"#]+$/i.test(url) ? `${url}#${encodeURI(wellFormed(fragment))}` : null
}

const passage = (cite: Cite, brief: Portable, audience: MarkdownOptions['audience']): string => {
  const excerpt = cite.excerpt === null ? undefined : brief.excerpts.get(cite.excerpt)
  if (!excerpt) return ''
  if (excerpt.erased) return ' (evidence erased)'
  const words = flat(wordsOf(excerpt))
  const said = audience === 'inside' ? saidBy(excerpt) : ''
  if (!words) return said
  const link = placeLink(excerpt, brief)
  return ` “${escapeProse(words)}”${said}${link ? ` ([passage](${escapeAddress(link)}))` : ''}`
}

export const NO_SOURCE = 'No source in this brief.'
/** Says to a reader and to an import that the body names a citation of which nothing is known. */
export const NO_RECORD = 'This citation’s record is missing. <!-- no record -->'
/** The same of the writer's own footnotes. */
export const NO_TEXT = 'This footnote’s text is missing. <!-- no text -->'

/** The text of a note: the group, and with `passages` the words that each cite rests on. */
export const noteText = (
  record: CitationRecord,
  brief: Portable,
  options: Required<MarkdownOptions>,
): string => {
  const group = options.citations === 'plain' ? numberGroup(record, brief) : pandocGroup(record, brief)
  const words =
    options.evidence === 'all'
      ? record.cites.map((cite) => passage(cite, brief, options.audience)).join('')
      : ''
  return `${group || NO_SOURCE}${words}`
}
