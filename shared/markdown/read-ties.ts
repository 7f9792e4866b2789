/** Reads the ties back. Every line passes the shape of its record or is left out and counted. */
import { z } from 'zod'
import type { BodyNode } from '../brief/body.ts'
import { check as checkShape, type Check } from '../brief/check.ts'
import { cite as citeShape, citationRecord } from '../brief/citation.ts'
import { type Excerpt, excerpt as excerptShape } from '../brief/excerpt.ts'
import { ID_PATTERN } from '../brief/id.ts'
import { type Source, source as sourceShape } from '../brief/source.ts'
import type { Report } from './report.ts'

/** A cite names its source by the key that it has in the file, or by id where the file has none. */
type TiedCite = Omit<z.infer<typeof citeShape>, 'source'> & ({ key: string } | { source: string })
type TiedCitation = Pick<z.infer<typeof citationRecord>, 'covers' | 'removed' | 'sentence'> & {
  cites: TiedCite[]
}
type TiedSource = Omit<Source, 'item' | 'key'> & {
  /** The key in the file. */
  fileKey: string
  key: string
  item: Source['item'] | null
}

export type Ties = {
  /** Field → [as front matter holds it, as it is]. */
  about: Map<string, [unknown, unknown]>
  /** Fingerprint of a block as the text reads → the blocks that read so, in order; null where the text says all. */
  blocks: Map<string, (BodyNode | null)[]>
  body: Map<string, BodyNode>
  checks: Map<string, Check>
  citations: Map<string, TiedCitation>
  excerpts: Map<string, Excerpt>
  sources: Map<string, TiedSource>
}

const noTies = (): Ties => ({
  about: new Map(),
  blocks: new Map(),
  body: new Map(),
  checks: new Map(),
  citations: new Map(),
  excerpts: new Map(),
  sources: new Map(),
})

const fields = z.record(z.string(), z.unknown())
const bodyNode = z.looseObject({ type: z.string() })

const readCite = (value: unknown, index: number): TiedCite => {
  const { id, cite, source, ...rest } = fields.parse(value)
  const read = citeShape.parse({ ...rest, id: cite ?? `c${index}`, source: source ?? '' })
  const { source: sourceId, ...others } = read
  return typeof id === 'string'
    ? { ...others, key: id }
    : { ...others, source: z.string().min(1).parse(sourceId) }
}

/** An excerpt that left its capture behind is someone's word for what the source says. */
const readExcerpt = (id: string, value: unknown): Excerpt => {
  const { exact, sha256, erased, fragment, ...rest } = fields.parse(value)
  if (typeof exact !== 'string' && (rest.selector || rest.attested))
    return excerptShape.parse({
      ...rest,
      id,
      erased,
      ...(rest.attested ? { kind: 'attested' } : { kind: 'anchored', capture: sha256 }),
    })
  const by = { id: '', name: 'Imported file' }
  const gone = erased === true ? { by, at: '', why: '' } : null
  return excerptShape.parse({
    ...rest,
    id,
    erased: gone,
    kind: 'attested',
    attested: { words: exact ?? '', by, at: '', fragment },
  })
}

const readLine = (ties: Ties, kind: string, id: string, rest: string): void => {
  const value: unknown = JSON.parse(rest)
  switch (kind) {
    case 'cite': {
      const record = Array.isArray(value) ? { cites: value } : fields.parse(value)
      const { covers, removed, sentence } = citationRecord.parse({ ...record, id, cites: [] })
      const cites = z.array(z.unknown()).parse(record.cites).map(readCite)
      ties.citations.set(id, { covers, removed, sentence, cites })
      return
    }
    case 'check':
      ties.checks.set(id, checkShape.parse(value))
      return
    case 'excerpt':
      ties.excerpts.set(id, readExcerpt(id, value))
      return
    case 'source': {
      const { id: fileKey, key, item, ...others } = fields.parse(value)
      const file = z.string().min(1).max(200).parse(fileKey)
      const whole = sourceShape.parse({ ...others, id, key: key ?? file, item: item ?? {} })
      ties.sources.set(id, { ...whole, fileKey: file, item: item === undefined ? null : whole.item })
      return
    }
    case 'block':
      ties.blocks.set(id, z.array(bodyNode.nullable()).parse(value) as (BodyNode | null)[])
      return
    case 'body':
      ties.body.set(id, bodyNode.parse(value) as BodyNode)
      return
    case 'about':
      ties.about.set(id, z.tuple([z.unknown(), z.unknown()]).parse(value))
      return
    default:
      throw new Error('This line of the ties is of an unknown kind.')
  }
}

/** After so many lines that are none it is no list of ties, and reading on only costs time. */
const MOST_BAD_LINES = 2000

/** Takes the ties out of a text. Never throws. */
export const splitTies = (text: string, report: Report): { ties: Ties; rest: string } => {
  const ties = noTies()
  const opening = [...text.matchAll(/^<!-- vouch:ties (\d+)[ \t]*$/gm)].at(-1)
  if (!opening) return { ties, rest: text }
  const from = opening.index + opening[0].length
  const close = text.indexOf('-->', from)
  const inner = text.slice(from, close < 0 ? text.length : close)
  const rest = text.slice(0, opening.index) + (close < 0 ? '' : text.slice(close + 3))
  if (close < 0) report.note('ties-open')
  if (opening[1] !== '1') report.note('ties-version')
  if (close < 0 || opening[1] !== '1') return { ties, rest }
  let bad = 0
  for (const line of inner.split('\n')) {
    if (!line.trim()) continue
    if (bad >= MOST_BAD_LINES) {
      report.note('ties-long')
      break
    }
    const [, kind = '', id = '', json = ''] = /^(\w+) (\S+) (.*)$/.exec(line) ?? []
    try {
      const named = kind === 'block' || kind === 'body' ? /^[0-9a-f]{32}$/ : ID_PATTERN
      if (!named.test(id)) throw new Error('This line of the ties has no id that can be one.')
      readLine(ties, kind, id, json)
    } catch {
      bad++
      report.note('ties')
    }
  }
  return { ties, rest }
}
