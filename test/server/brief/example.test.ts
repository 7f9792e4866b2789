/** The brief that a new workspace opens with is held to what the product asks of any brief, and to more. */
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { resolve } from '../../../shared/anchor/resolve.ts'
import { coveredIn } from '../../../shared/brief/covers.ts'
import { wordsOf } from '../../../shared/brief/excerpt.ts'
import { ID_PATTERN } from '../../../shared/brief/id.ts'
import type { BodyNode } from '../../../shared/brief/body.ts'
import { readBrief, withOrder } from '../../../shared/brief/read.ts'
import { quotationsOf } from '../../../shared/check/quotations.ts'
import { checkStanding } from '../../../shared/check/standing.ts'
import { BLOCKS_WITH_ID, schema } from '../../../shared/editor/schema.ts'
import { fromMarkdown } from '../../../shared/markdown/read.ts'
import { toMarkdown } from '../../../shared/markdown/write.ts'
import { buildExample, type IngestedFile } from '../../../server/brief/example/example.ts'
import { type ExampleFile, exampleFiles } from '../../../server/brief/example/files.ts'
import { captureRefOf } from '../../../server/ingest/ingest.ts'
import { ingestHere } from '../../support/ingest-here.ts'

const ingestAll = async (now?: Date) =>
  new Map(
    await Promise.all(
      exampleFiles.map(async (file): Promise<[ExampleFile['source'], IngestedFile]> => {
        const made = await ingestHere(file, now)
        const { text, blocks } = made.capture
        return [file.source, { capture: captureRefOf(made), text, blocks }]
      }),
    ),
  )

const texts = await ingestAll()
const build = (ingested = texts) => {
  const doc = new Y.Doc()
  buildExample(doc, ingested)
  return readBrief(doc)
}
const brief = build()
const citations = brief.order.placed.map((id) => brief.citations.get(id)!)
const cites = citations.flatMap((citation) => citation.cites)
const excerpts = [...brief.excerpts.values()]

const blocksOf = (node: BodyNode): BodyNode[] => [node, ...(node.content ?? []).flatMap(blocksOf)]
const blocks = blocksOf(brief.body)
const cellText = (node: BodyNode): string => node.text ?? (node.content ?? []).map(cellText).join('')

describe('the example brief', () => {
  it('takes every excerpt word for word from its source', () => {
    for (const excerpt of excerpts) {
      if (excerpt.kind !== 'anchored') continue
      const { text } = texts.get(excerpt.source as ExampleFile['source'])!
      expect(resolve(text, excerpt.selector), excerpt.id).toMatchObject({ state: 'exact' })
      expect(text.split(wordsOf(excerpt)).length, `${excerpt.id} stands once`).toBe(2)
    }
  })

  it('says of every second-hand excerpt who asserts it, and of every excerpt where it stands', () => {
    for (const excerpt of excerpts) {
      if (!brief.sources.get(excerpt.source)!.item.author) expect(excerpt.says?.name, excerpt.id).toBeTruthy()
      if (excerpt.kind === 'anchored') expect(excerpt.locator, excerpt.id).not.toBeNull()
    }
  })

  it('cites every source and every excerpt, and places every citation once', () => {
    expect(brief.order).toMatchObject({ unplaced: [], doubled: [], unknown: [] })
    expect(new Set(brief.order.sources)).toEqual(new Set(brief.sources.keys()))
    expect(new Set(cites.map((cite) => cite.excerpt))).toEqual(new Set(brief.excerpts.keys()))
    for (const cite of cites) expect(brief.excerpts.get(cite.excerpt!)?.source, cite.id).toBe(cite.source)
  })

  it('shows what evidence is like: second-hand reports, two sources for one sentence, one against it', () => {
    expect(citations.length).toBeGreaterThanOrEqual(12)
    const unnamedReports = cites.filter((cite) => {
      const excerpt = brief.excerpts.get(cite.excerpt!)!
      return cite.use === 'paraphrased' && (excerpt.via.length > 0 || excerpt.says?.named === false)
    })
    expect(unnamedReports.length).toBeGreaterThanOrEqual(5)
    expect(citations.some((one) => new Set(one.cites.map((cite) => cite.source)).size === 2)).toBe(true)
    expect(cites.some((cite) => cite.bearing === 'contradicts')).toBe(true)
    expect(excerpts.some((e) => e.kind === 'attested' && e.attested.fragment === 't=1122,1141')).toBe(true)
  })

  it('quotes without a difference, in a block and within a sentence', () => {
    const quotations = quotationsOf(brief)
    expect(quotations.map((q) => q.kind).sort()).toEqual(['block', 'inline'])
    for (const { standing, words } of quotations)
      expect(standing, words).toMatchObject({ is: 'held', difference: { is: 'same' } })
  })

  it('has a body of the schema, with an id on every block that carries one', () => {
    expect(() => schema.nodeFromJSON(brief.body).check()).not.toThrow()
    const ids = blocks.filter((b) => BLOCKS_WITH_ID.includes(b.type)).map((b) => String(b.attrs?.id))
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of [...ids, ...brief.citations.keys(), ...brief.excerpts.keys(), ...brief.sources.keys()])
      expect(id).toMatch(ID_PATTERN)
  })

  it('has a citation in each row of its table', () => {
    const rows = blocks.filter((b) => b.type === 'tableRow' && b.content![0]!.type === 'tableCell')
    expect(rows.length).toBeGreaterThan(2)
    for (const row of rows)
      expect(
        blocksOf(row).some((node) => node.type === 'citation'),
        cellText(row),
      ).toBe(true)
  })

  it('carries two checks that stand, and remembers the sentence of every citation', () => {
    expect(brief.checks.size).toBe(2)
    for (const [id, check] of brief.checks) {
      const citation = brief.citations.get(id)!
      expect(check.by.name).toBe('Vouch example')
      expect(checkStanding(check, coveredIn(brief.body, id, citation.covers))).toBe('stands')
      expect(check.excerpts).toEqual(citation.cites.map((cite) => cite.excerpt))
    }
    for (const { id, covers, sentence } of citations) expect(sentence).toBe(coveredIn(brief.body, id, covers))
  })

  it('says of each source, in its title and in its text, that it is an example', () => {
    for (const source of brief.sources.values()) expect(source.item.title).toMatch(/\[example\]$/)
    for (const { text } of texts.values())
      expect(text).toContain('Example source, written for Vouch. Valmere is an invented country')
  })

  it('puts a likelihood in italics, and never beside a confidence', () => {
    const judgments = blocks.filter(
      (b) => b.marks?.some((mark) => mark.type === 'italic') && b.text!.length < 40,
    )
    expect(judgments.map((b) => b.text)).toEqual([
      'very likely',
      'very likely',
      'likely',
      'unlikely',
      'roughly even chance',
    ])
    for (const block of blocks.filter((b) => b.type === 'paragraph'))
      for (const sentence of cellText(block).split(/(?<=\.) /))
        expect(/\bconfidence\b/.test(sentence) && /\blikely\b|\bchance\b/.test(sentence), sentence).toBe(
          false,
        )
  })

  it('goes out as Markdown and comes back without losing a tie', () => {
    const file = toMarkdown(brief)
    const { contents, report } = fromMarkdown(file)
    expect(report).toEqual([])
    expect(toMarkdown(withOrder(contents))).toBe(file)
    expect(contents.sources).toEqual(brief.sources)
    expect(contents.excerpts).toEqual(brief.excerpts)
    expect(contents.citations).toEqual(brief.citations)
    expect(contents.checks).toEqual(brief.checks)
  })

  it('is the same whenever it is made', async () => {
    expect(build(await ingestAll(new Date('2031-05-04T03:02:01Z')))).toEqual(brief)
  })

  it('cannot be made from sources that do not say what it quotes', () => {
    const other = new Map(texts)
    other.set('decree', { ...texts.get('decree')!, text: texts.get('decree')!.text.replaceAll('0.9', '0.8') })
    expect(() => build(other)).toThrow('d-sum does not stand in its source decree')
  })
})
