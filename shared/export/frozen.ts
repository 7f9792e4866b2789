/** A brief as it was published, and nothing that readers are not shown: kept as JSON, read again to be drawn or erased from. */
import { z } from 'zod'
import { about } from '../brief/about.ts'
import type { BodyNode } from '../brief/body.ts'
import { citationRecord } from '../brief/citation.ts'
import { type Excerpt, excerpt } from '../brief/excerpt.ts'
import { type ReadBrief, withOrder } from '../brief/read.ts'
import { source } from '../brief/source.ts'
import { portable } from '../markdown/portable.ts'
import type { Facts } from './html-notes.ts'

const node: z.ZodType<BodyNode> = z.looseObject({ type: z.string() }) as never

const frozen = z.object({
  about,
  body: node,
  footnotes: z.array(z.tuple([z.string(), z.array(node)])),
  sources: z.array(source),
  excerpts: z.array(excerpt),
  citations: z.array(citationRecord),
  facts: z.object({
    excerpts: z.record(z.string(), z.array(z.string())),
    citations: z.record(z.string(), z.string()),
  }),
})

export type Frozen = { brief: ReadBrief; facts: Facts }

export const freeze = (brief: ReadBrief, facts: Facts): string => {
  const shown = portable(brief, 'outside')
  return JSON.stringify({
    about: shown.about,
    body: shown.body,
    footnotes: [...shown.footnotes],
    sources: [...shown.sources.values()],
    excerpts: [...shown.excerpts.values()].map(bare),
    citations: [...shown.citations.values()],
    facts,
  })
}

/** Without what its makers noted; the copy that it was taken from stays, or nobody could erase it by that. */
const bare = (full: Excerpt): Excerpt => {
  const { id, source: of, says, via, locator, translations, erased } = full
  const shown = { id, source: of, says, via, locator, translations, erased }
  if (full.kind === 'attested') return excerpt.parse({ ...shown, kind: 'attested', attested: full.attested })
  const [position, { type, exact }] = full.selector
  return excerpt.parse({
    ...shown,
    kind: 'anchored',
    capture: full.capture,
    cell: full.cell,
    selector: [position, { type, exact }],
  })
}

export const thaw = (json: string): Frozen => {
  const { facts, footnotes, sources, excerpts, citations, ...rest } = frozen.parse(JSON.parse(json))
  const byId = <T extends { id: string }>(records: T[]) => new Map(records.map((each) => [each.id, each]))
  return {
    facts,
    brief: withOrder({
      ...rest,
      footnotes: new Map(footnotes),
      sources: byId(sources),
      excerpts: byId(excerpts),
      citations: byId(citations),
      checks: new Map(),
    }),
  }
}
