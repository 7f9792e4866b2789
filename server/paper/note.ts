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
import type { Portable } from '../../shared/markdown/portable.ts'

export const MISSING_SOURCE = 'This source is missing from the brief.'

export type Note = {
  /** What a reference manager may write anew. */
  cluster: Run[]
  /** How it bears on the sentence, the quoted words, and who says them. A reference manager leaves these alone. */
  words: string
}

export const referenceOf = (sourceId: string, brief: Portable): Run[] => {
  const source = brief.sources.get(sourceId)
  return source ? formatReference(source.item) : [{ text: MISSING_SOURCE }]
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
  const seenIn = cite.citedIn ? brief.sources.get(cite.citedIn) : undefined
  return [
    ...(cite.prefix?.trim() ? [{ text: `${cite.prefix.trim()} ` }] : []),
    ...withPlace(referenceOf(cite.source, brief), locatorText(cite.label, cite.locator)),
    ...(cite.suffix?.trim() ? [{ text: ` ${cite.suffix.trim()}` }] : []),
    ...(seenIn ? [{ text: ` As cited in ${shortName(seenIn.item)}.` }] : []),
  ]
}

const quotedWords = (cite: Cite, brief: Portable): string => {
  const excerpt = cite.excerpt === null ? undefined : brief.excerpts.get(cite.excerpt)
  if (!excerpt) return ''
  if (excerpt.erased) return 'Evidence erased.'
  const words = wordsOf(excerpt).replace(/\s+/g, ' ').trim()
  const by = saidBy(excerpt)
  const cell = cellText(excerpt)
  const heard =
    excerpt.kind === 'attested' ? `${excerpt.attested.by.name}’s transcript, not machine-checked.` : ''
  return [words && `“${words}”`, by && `(${by})`, cell && `${cell}.`, heard].filter(Boolean).join(' ')
}

/** Among several it names its source: all the works stand before all the words. */
const bearingOf = (cite: Cite, brief: Portable, isOneOfSeveral: boolean): string => {
  const said = bearingText(cite)
  const source = brief.sources.get(cite.source)
  return said && `${said}${isOneOfSeveral && source ? ` (${shortName(source.item)})` : ''}.`
}

export const noteOf = (id: string, brief: Portable, { evidence = 'all' }: ExportOptions): Note => {
  const record = brief.citations.get(id)
  if (!record) return { cluster: [{ text: 'This citation’s record is missing.' }], words: '' }
  if (record.cites.length === 0) return { cluster: [{ text: 'No source in this brief.' }], words: '' }
  const cluster = record.cites.flatMap((cite, at) => [
    ...(at > 0 ? [{ text: ' ' }] : []),
    ...clusterOf(cite, brief),
  ])
  const words = record.cites.flatMap((cite) => [
    bearingOf(cite, brief, record.cites.length > 1),
    evidence === 'all' ? quotedWords(cite, brief) : '',
  ])
  return { cluster, words: words.filter(Boolean).join(' ') }
}

export const textOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('')
