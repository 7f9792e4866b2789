/**
 * Holds an exported archive against itself: every file against its hash, every excerpt against the saved copy beside it, every
 * quotation against its excerpt. Needs no server and no store, and believes nothing that the archive says of itself.
 */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { wordsOf } from '../../shared/brief/excerpt.ts'
import { withFootnotes } from '../../shared/brief/footnotes.ts'
import { withOrder } from '../../shared/brief/read.ts'
import { quotationsOf } from '../../shared/check/quotations.ts'
import { fromMarkdown } from '../../shared/markdown/read.ts'
import { Refusal } from '../../shared/wire/refusal.ts'
import { type Archive, openArchive } from '../ingest/zip-archive.ts'
import { refuseSwollen } from '../ingest/zip-size.ts'
import { MANIFEST } from './bundle.ts'
import { short } from './findings.ts'

export type Verdict = {
  /** Files whose bytes are the listed ones. */
  files: number
  /** Passages that stand in their saved copies word for word, of those that point into one. */
  stand: number
  passages: number
  /** Passages without a saved copy in the archive: nobody can hold them against anything here. */
  unheld: number
  /** What is wrong, a sentence each. */
  problems: string[]
}

const MOST = 200 * 1024 * 1024

const position = z.object({
  type: z.literal('TextPositionSelector'),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
})
const quote = z.object({ type: z.literal('TextQuoteSelector'), exact: z.string() })
const annotations = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      target: z.object({ source: z.string(), selector: z.unknown().optional() }),
    }),
  ),
})

/** Throws a Refusal for what is no archive, or one that was made to do harm. Nothing is unpacked onto the disk. */
export const verifyArchive = async (path: string): Promise<Verdict> => {
  try {
    await refuseSwollen(path)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    throw new Refusal(error.code, SENTENCES[error.code] ?? 'This file is no archive that can be read.')
  }
  const zip = await openArchive(path)
  try {
    if (zip.repeated.length > 0)
      throw new Refusal(
        'unreadable',
        `This archive has two files called ${zip.repeated[0]}: nobody can say which one counts.`,
      )
    if (!zip.names.includes(MANIFEST))
      throw new Refusal('unreadable', `This archive has no ${MANIFEST}; it is no export of a brief.`)
    const problems: string[] = []
    const files = await holdFiles(zip, problems)
    const passages = await holdPassages(zip, problems)
    await holdQuotations(zip, passages.words, problems)
    const { stand, all, unheld } = passages
    return { files, stand, passages: all, unheld, problems }
  } finally {
    zip.close()
  }
}

const SENTENCES: Partial<Record<Refusal['code'], string>> = {
  'too-large': 'This archive unpacks to far more than it should. Nothing was unpacked.',
  encrypted: 'This archive is locked with a password. Nothing was looked at.',
  unreadable:
    'This is no archive that can be read, or a file in it is named as if it lay outside. Nothing was unpacked.',
}

const textOf = async (zip: Archive, name: string): Promise<string | null> => {
  if (!zip.names.includes(name)) return null
  const bytes = await zip.read(name, MOST)
  return bytes && bytes.toString('utf8')
}

const holdFiles = async (zip: Archive, problems: string[]): Promise<number> => {
  const listed = new Map<string, string>()
  for (const line of ((await textOf(zip, MANIFEST)) ?? '').split('\n')) {
    const [, hash, name] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? []
    if (hash && name) listed.set(name, hash)
    else if (line.trim()) problems.push(`${MANIFEST} has a line that names no file: “${short(line)}”.`)
  }
  let same = 0
  for (const [name, hash] of listed) {
    const bytes = zip.names.includes(name) ? await zip.read(name, MOST) : null
    if (!bytes) problems.push(`${name} is listed and is not there.`)
    else if (createHash('sha256').update(bytes).digest('hex') !== hash)
      problems.push(`${name} was changed after the archive was made.`)
    else same++
  }
  for (const name of zip.names)
    if (name !== MANIFEST && !listed.has(name)) problems.push(`${name} is not listed; somebody added it.`)
  return same
}

/** `words`: of each excerpt, by its id. */
const holdPassages = async (zip: Archive, problems: string[]) => {
  const found = { stand: 0, all: 0, unheld: 0, words: new Map<string, string>() }
  const read = annotations.safeParse(parsed(await textOf(zip, 'excerpts.json')))
  if (!read.success) {
    problems.push('excerpts.json is missing or cannot be read.')
    return found
  }
  const texts = new Map<string, string | null>()
  for (const { id, target } of read.data.items) {
    const selectors = Array.isArray(target.selector) ? target.selector : [target.selector]
    const place = selectors.map((each) => position.safeParse(each).data).find(Boolean)
    const exact = selectors.map((each) => quote.safeParse(each).data).find(Boolean)?.exact
    const name = id.replace('urn:vouch:excerpt:', '')
    if (exact !== undefined) found.words.set(name, exact)
    if (!texts.has(target.source)) texts.set(target.source, await textOf(zip, target.source))
    const text = texts.get(target.source) ?? null
    if (text === null || !place || exact === undefined) {
      found.unheld++
      continue
    }
    found.all++
    if (text.slice(place.start, place.end) === exact) found.stand++
    else problems.push(`“${short(exact)}” does not stand at its place in ${target.source} (excerpt ${name}).`)
  }
  return found
}

const holdQuotations = async (zip: Archive, words: Map<string, string>, problems: string[]) => {
  const markdown = await textOf(zip, 'brief.md')
  if (markdown === null) return
  const brief = withOrder(fromMarkdown(markdown).contents)
  for (const [id, excerpt] of brief.excerpts)
    if (words.has(id) && words.get(id) !== wordsOf(excerpt) && excerpt.kind === 'anchored')
      problems.push(`brief.md and excerpts.json give other words for excerpt ${id}.`)
  const whole = { ...brief, body: withFootnotes(brief.body, brief.footnotes) }
  for (const { standing, words: quoted } of quotationsOf(whole))
    if (standing.is === 'held' && standing.difference.is === 'differs')
      problems.push(`The quotation “${short(quoted)}” in the brief differs from its passage.`)
}

const parsed = (text: string | null): unknown => {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return null
  }
}
