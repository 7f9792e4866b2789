/** What a citation rests on, as a note of the page: the work, the words, who says them, and what is known of them. */
import type { Cite } from '../brief/citation.ts'
import { type Excerpt, wordsOf } from '../brief/excerpt.ts'
import { gradeWords } from '../check/grades.ts'
import { bearingText } from '../brief/bearing-text.ts'
import { cellText } from '../brief/cell-text.ts'
import { locatorText } from '../cite/locator.ts'
import { dateText } from '../cite/names.ts'
import { passageLink } from '../cite/passage-link.ts'
import { formatReference, type Run } from '../cite/reference.ts'
import { shortName } from '../cite/short-name.ts'
import type { Portable } from '../markdown/portable.ts'
import { english, type WrittenWords } from '../words/english.ts'
import { writtenIn } from '../words/written.ts'
import { escapeHtml, safeAddress } from './escape-html.ts'

/** What a published page says of evidence, as it stood on the day: by the ids that excerpts and citations have in files. */
export type Facts = {
  /** When its copy was saved, and what became of the source since. */
  excerpts: Readonly<Record<string, readonly string[]>>
  /** Who checked the sentence, and whether it changed since. */
  citations: Readonly<Record<string, string>>
}

export type NoteOptions = {
  audience: 'inside' | 'outside'
  evidence: 'all' | 'key' | 'none'
  facts?: Facts
}

export const drawRuns = (runs: readonly Run[]): string =>
  runs
    .map(({ text, href, ...look }) => {
      const address = safeAddress(href)
      const words = looked(escapeHtml(text), look)
      return address ? `<a href="${escapeHtml(address)}" rel="noopener noreferrer">${words}</a>` : words
    })
    .join('')

const looked = (html: string, { italic, bold, smallCaps, raised, lowered }: Omit<Run, 'text'>): string => {
  let made = html
  if (smallCaps) made = `<span class="small-caps">${made}</span>`
  if (italic) made = `<cite>${made}</cite>`
  if (bold) made = `<b>${made}</b>`
  if (raised) made = `<sup>${made}</sup>`
  if (lowered) made = `<sub>${made}</sub>`
  return made
}

/** "3 May 2024" of an ISO 8601 time, by its date in UTC. */
export const dayOf = (at: string, words: WrittenWords = english): string => {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(at) ?? []
  return year ? dateText({ 'date-parts': [[Number(year), Number(month), Number(day)]] }, words) : ''
}

/** "Jane Doe, minister, not named, via a separate briefing"; '' where nobody said. */
export const saidBy = ({ says, via }: Excerpt, words: WrittenWords = english): string =>
  [says?.name, says?.role, says && !says.named ? words.notNamed : '', ...via.map((one) => words.via(one))]
    .filter((part) => part)
    .join(', ')

const line = (words: string, name: string): string => (words ? `<p class="${name}">${words}</p>` : '')

/** Characters that a selector keeps on each side of its words: shared/anchor/describe.ts. */
const CONTEXT = 64

/** The words as the source has them; inside, with the text on both sides of them. */
const passage = (excerpt: Excerpt, { audience }: NoteOptions): string => {
  const words = wordsOf(excerpt).trim()
  if (!words) return ''
  if (excerpt.kind !== 'anchored' || audience === 'outside')
    return `<blockquote><p>${escapeHtml(words)}</p></blockquote>`
  const [, { prefix, suffix }] = excerpt.selector
  const around = (text: string) => text && `<span class="around">${escapeHtml(text)}</span>`
  // A shorter one ends where the text does; a whole one is cut where a word begins.
  const before = prefix.length < CONTEXT ? prefix : prefix.replace(/^\S{0,30}\s/, '… ')
  const after = suffix.length < CONTEXT ? suffix : suffix.replace(/\s\S{0,30}$/, ' …')
  return `<blockquote><p>${around(before)}${escapeHtml(words)}${around(after)}</p></blockquote>`
}

const translations = (excerpt: Excerpt, words: WrittenWords): string =>
  excerpt.translations
    .map(
      ({ lang, text, by, kind }) =>
        `<blockquote lang="${escapeHtml(lang)}" class="translation"><p>${escapeHtml(text)}</p></blockquote>${line(
          escapeHtml(
            kind === 'official'
              ? words.officialTranslation
              : kind === 'machine'
                ? words.machineTranslation(by)
                : words.translatedBy(by),
          ),
          'known',
        )}`,
    )
    .join('')

/** What is known of the words: never more than what was done. */
const known = (excerpt: Excerpt, brief: Portable, { audience, facts: published }: NoteOptions): string => {
  const words = writtenIn(brief.about.lang)
  const facts: string[] = []
  if (excerpt.kind === 'attested') facts.push(words.transcript(excerpt.attested.by.name))
  if (excerpt.kind === 'attested' && excerpt.attested.heldBy)
    facts.push(words.heldBy(excerpt.attested.heldBy))
  if (audience === 'inside') {
    const capture =
      excerpt.kind === 'anchored'
        ? brief.sources.get(excerpt.source)?.captures.find(({ hash }) => hash === excerpt.capture)
        : undefined
    if (capture) facts.push(words.saved(dayOf(capture.takenAt, words)))
    if (excerpt.credibility) facts.push(gradeWords('excerpt', excerpt.credibility, words))
  }
  facts.push(...(published?.excerpts[excerpt.id] ?? []))
  const said = facts.join(' · ')
  const text = escapeHtml(said.slice(0, 1).toUpperCase() + said.slice(1))
  const hash = audience === 'inside' && excerpt.kind === 'anchored' ? excerpt.capture : ''
  return line(
    [text, hash && `<span class="hash">SHA-256 <code>${escapeHtml(hash)}</code></span>`]
      .filter(Boolean)
      .join(' · '),
    'known',
  )
}

const linkOf = (excerpt: Excerpt, brief: Portable): string => {
  const url = brief.sources.get(excerpt.source)?.item.URL
  const fragment = excerpt.kind === 'attested' ? excerpt.attested.fragment : null
  const address = safeAddress(
    fragment && url && !url.includes('#')
      ? `${url}#${encodeURI(fragment)}`
      : passageLink(url, wordsOf(excerpt)),
  )
  return address
    ? `<p><a href="${escapeHtml(address)}" rel="noopener noreferrer">${writtenIn(brief.about.lang).openAtTheseWords}</a></p>`
    : ''
}

const citeOf = (cite: Cite, brief: Portable, options: NoteOptions): string => {
  const words = writtenIn(brief.about.lang)
  const source = brief.sources.get(cite.source)
  const seenIn = cite.citedIn ? brief.sources.get(cite.citedIn) : undefined
  const work = source ? drawRuns(formatReference(source.item, words)) : words.sourceMissing
  const where = locatorText(cite.label, cite.locator, words)
  const head = [
    cite.prefix ? `${escapeHtml(cite.prefix.trim())} ` : '',
    work,
    where ? ` <span class="locator">${escapeHtml(where)}</span>` : '',
    cite.suffix ? ` ${escapeHtml(cite.suffix.trim())}` : '',
    seenIn ? ` ${escapeHtml(words.asCitedIn(shortName(seenIn.item, words)))}` : '',
  ].join('')
  const bearing = line(escapeHtml(bearingText(cite, words)), 'known')
  const excerpt = cite.excerpt === null ? undefined : brief.excerpts.get(cite.excerpt)
  if (!excerpt || options.evidence !== 'all') return `<p>${head}</p>${bearing}`
  if (excerpt.erased) return `<p>${head}</p>${line(words.evidenceErased, 'known')}`
  return [
    `<p>${head}</p>`,
    passage(excerpt, options),
    line(escapeHtml(cellText(excerpt, words)), 'known'),
    line(escapeHtml(saidBy(excerpt, words)), 'says'),
    translations(excerpt, words),
    bearing,
    known(excerpt, brief, options),
    linkOf(excerpt, brief),
  ].join('')
}

/** The inside of the note of a citation. */
export const noteOf = (id: string, brief: Portable, options: NoteOptions): string => {
  const words = writtenIn(brief.about.lang)
  const record = brief.citations.get(id)
  if (!record) return `<p>${words.recordMissing}</p>`
  if (record.cites.length === 0) return `<p>${words.noSource}</p>`
  const check = options.audience === 'inside' ? brief.checks.get(id) : undefined
  const checked = check
    ? line(escapeHtml(words.checked(check.by.name, dayOf(check.at, words))), 'known')
    : line(escapeHtml(options.facts?.citations[id] ?? ''), 'known')
  return record.cites.map((cite) => citeOf(cite, brief, options)).join('') + checked
}
