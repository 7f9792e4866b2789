/**
 * The ties: all of the evidence that the text of a file does not show, one record a line in a comment at its end.
 * `cite k7f2 […]`, `check k7f2 {…}`, `excerpt x1 {…}`, `source s1 {…}`, each sorted by id.
 */
import type { CitationRecord, Cite } from '../brief/citation.ts'
import { type Excerpt, wordsOf } from '../brief/excerpt.ts'
import type { Source } from '../brief/source.ts'
import { ITEM_FIELDS, readItem, writeItem } from './item.ts'
import { canonicalJson, commentJson, sparse } from './json.ts'
import type { MarkdownOptions } from './options.ts'
import type { Portable } from './portable.ts'

const TIES_OPEN = '<!-- vouch:ties 1'
const TIES_CLOSE = '-->'

/** The order of keys within a record. */
const KEYS = [
  'cites',
  'id',
  'source',
  'sha256',
  'hash',
  'label',
  'locator',
  'excerpt',
  'type',
  'start',
  'end',
  'exact',
  'prefix',
  'suffix',
  'selector',
  'attested',
  'words',
]

const json = (value: unknown) => commentJson(value, KEYS)

const citeTie = (cite: Cite, brief: Portable) => {
  const { id, source, ...rest } = cite
  const key = brief.keys.get(source)
  return sparse({ ...rest, cite: id, ...(key === undefined ? { source } : { id: key }) })
}

const citationTie = (record: CitationRecord, brief: Portable): string => {
  const { covers, removed, sentence } = record
  const more = sparse({ covers: covers === 'sentence' ? null : covers, removed, sentence })
  const cites = record.cites.map((cite) => citeTie(cite, brief))
  return `cite ${record.id} ${json(Object.keys(more).length ? { cites, ...more } : cites)}`
}

/** Outside, an excerpt is its words and where they stand; which capture they came from stays inside. */
const excerptTie = (excerpt: Excerpt, audience: MarkdownOptions['audience']): string => {
  const { id, kind, ...fields } = excerpt
  if (audience === 'outside') {
    const { source, locator, erased } = excerpt
    const fragment = kind === 'attested' ? excerpt.attested.fragment : null
    const exact = erased ? '' : wordsOf(excerpt)
    const shown = { source, locator, exact, fragment, erased: erased !== null }
    return `excerpt ${id} ${json(sparse(shown))}`
  }
  const { capture, ...rest } = { capture: null, ...fields }
  return `excerpt ${id} ${json(sparse({ ...rest, sha256: kind === 'anchored' ? capture : null }))}`
}

const sourceTie = (source: Source, brief: Portable): string => {
  const { id, key, item, ...rest } = source
  const fileKey = brief.keys.get(id)!
  const listed = brief.order.sources.includes(id) || source.removed === null
  // What front matter cannot hold as it is stands here as well.
  const faithful = listed && canonicalJson(readItem(writeItem(fileKey, item))?.item) === canonicalJson(item)
  const fields = { id: fileKey, key: key === fileKey ? null : key, ...rest, item: faithful ? null : item }
  return `source ${id} ${commentJson(sparse(fields), [...KEYS, ...ITEM_FIELDS])}`
}

/** The lines of the comment, without what only the finished text can tell. */
export const tieLines = (brief: Portable, audience: Required<MarkdownOptions>['audience']): string[] => [
  ...[...brief.checks].map(([id, check]) => `check ${id} ${json(check)}`),
  ...[...brief.citations.values()].map((record) => citationTie(record, brief)),
  ...[...brief.excerpts.values()].map((excerpt) => excerptTie(excerpt, audience)),
  ...[...brief.sources.values()].map((source) => sourceTie(source, brief)),
]

/** Also without a line: the last such comment of a file is its ties, and a code block may show another. */
export const writeTies = (lines: readonly string[]): string =>
  `\n${[TIES_OPEN, ...lines, TIES_CLOSE].join('\n')}\n`
