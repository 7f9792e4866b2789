/** What stands at the foot of a page for a citation: the work and the place in it, and the words it rests on. */
import type { Cite } from '../../shared/brief/citation.ts'
import { wordsOf } from '../../shared/brief/excerpt.ts'
import { bearingText } from '../../shared/brief/bearing-text.ts'
import { cellText } from '../../shared/brief/cell-text.ts'
import { locatorText } from '../../shared/cite/locator.ts'
import { formatReference, type Run } from '../../shared/cite/reference.ts'
import { shortName } from '../../shared/cite/short-name.ts'
import type { ExportOptions } from '../../shared/export/formats.ts'
import { saidBy } from '../../shared/export/html-notes.ts'
import { writtenIn } from '../../shared/words/written.ts'
import type { Portable } from '../../shared/markdown/portable.ts'

export type Note = {
  /** What a reference manager may write anew. */
  cluster: Run[]
  /** How it bears on the sentence, the quoted words, and who says them. A reference manager leaves these alone. */
  words: string
}

export const referenceOf = (sourceId: string, brief: Portable): Run[] => {
  const source = brief.sources.get(sourceId)
  const words = writtenIn(brief.about.lang)
  return source ? formatReference(source.item, words) : [{ text: words.sourceMissing }]
}

/** The place goes before the address, which may be long. */
const withPlace = (reference: Run[], where: string): Run[] => {
  if (!where) return reference
  const at = reference.findIndex(({ href }) => href)
  const place = { text: /[.]$/.test(where) ? where : `${where}.` }
  return at < 0
    ? [...reference, { text: ' ' }, place]
    : [...reference.slice(0, at), place, { text: ' ' }, ...reference.slice(at)]
}

const clusterOf = (cite: Cite, brief: Portable): Run[] => {
  const words = writtenIn(brief.about.lang)
  const seenIn = cite.citedIn ? brief.sources.get(cite.citedIn) : undefined
  return [
    ...(cite.prefix?.trim() ? [{ text: `${cite.prefix.trim()} ` }] : []),
    ...withPlace(referenceOf(cite.source, brief), locatorText(cite.label, cite.locator, words)),
    ...(cite.suffix?.trim() ? [{ text: ` ${cite.suffix.trim()}` }] : []),
    ...(seenIn ? [{ text: ` ${words.asCitedIn(shortName(seenIn.item, words))}` }] : []),
  ]
}

const quotedWords = (cite: Cite, brief: Portable): string => {
  const excerpt = cite.excerpt === null ? undefined : brief.excerpts.get(cite.excerpt)
  if (!excerpt) return ''
  const said = writtenIn(brief.about.lang)
  if (excerpt.erased) return `${said.evidenceErased}.`
  const words = wordsOf(excerpt).replace(/\s+/g, ' ').trim()
  const by = saidBy(excerpt, said)
  const cell = cellText(excerpt, said)
  const heard = excerpt.kind === 'attested' ? `${said.transcript(excerpt.attested.by.name)}.` : ''
  return [words && said.quoted(words), by && `(${by})`, cell && `${cell}.`, heard].filter(Boolean).join(' ')
}

/** Among several it names its source: all the works stand before all the words. */
const bearingOf = (cite: Cite, brief: Portable, isOneOfSeveral: boolean): string => {
  const said = bearingText(cite, writtenIn(brief.about.lang))
  const source = brief.sources.get(cite.source)
  return said && `${said}${isOneOfSeveral && source ? ` (${shortName(source.item)})` : ''}.`
}

export const noteOf = (id: string, brief: Portable, { evidence = 'all' }: ExportOptions): Note => {
  const words = writtenIn(brief.about.lang)
  const record = brief.citations.get(id)
  if (!record) return { cluster: [{ text: words.recordMissing }], words: '' }
  if (record.cites.length === 0) return { cluster: [{ text: words.noSource }], words: '' }
  const cluster = record.cites.flatMap((cite, at) => [
    ...(at > 0 ? [{ text: ' ' }] : []),
    ...clusterOf(cite, brief),
  ])
  const said = record.cites.flatMap((cite) => [
    bearingOf(cite, brief, record.cites.length > 1),
    evidence === 'all' ? quotedWords(cite, brief) : '',
  ])
  return { cluster, words: said.filter(Boolean).join(' ') }
}

export const textOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('')
