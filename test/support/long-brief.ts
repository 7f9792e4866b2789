/** A brief of a given length with citations spread over it, for benchmarks and for tests that want a big one. */
import * as Y from 'yjs'
import { writeBody, type BodyNode } from '../../shared/brief/body.ts'
import { changeAbout } from '../../shared/brief/about.ts'
import { addCitation } from '../../shared/brief/citation.ts'
import { addExcerpt } from '../../shared/brief/excerpt.ts'
import { addSource } from '../../shared/brief/source.ts'
import { random } from './random.ts'

const WORDS =
  'the ministry said exports fell while energy prices rose after officials agreed that a national plan would follow in spring and regional offices report progress on data centres training clusters procurement rules public services staff budgets audits'.split(
    ' ',
  )

export type LongBrief = { words: number; citations: number; seed?: number }

/** A Y.Doc with `words` words in paragraphs of about 90, headings between, and `citations` citations at sentence ends. */
export const longBrief = ({ words, citations, seed = 1 }: LongBrief): Y.Doc => {
  const { below, pick } = random(seed)
  const doc = new Y.Doc()
  changeAbout(doc, { title: `A brief of ${words} words`, date: '2026-01-15', authors: ['A. Analyst'] })
  const excerpts = Array.from({ length: Math.max(5, Math.round(citations / 5)) }, (_, n) => {
    const id = `s${n + 1}x`
    addSource(doc, {
      id,
      item: {
        type: 'report',
        title: `Report ${n + 1} of the statistics office`,
        author: [{ family: `Author${n + 1}`, given: 'A.' }],
        issued: { 'date-parts': [[2000 + (n % 25)]] },
      },
    })
    const excerpt = addExcerpt(doc, {
      id: `e${n + 1}x`,
      source: id,
      kind: 'attested',
      attested: {
        words: `Passage ${n + 1} says that exports fell by ${n + 3} per cent.`,
        by: { id: 'p1', name: 'Ana' },
        at: '2026-01-15T09:00:00Z',
      },
    })
    return { source: id, excerpt }
  })
  // Sentences are short enough that each citation can end one of its own.
  const shortest = Math.max(4, Math.min(12, Math.floor(words / citations) - 4))
  const sentence = (): string => {
    const all = Array.from({ length: shortest + below(6) }, () => pick(WORDS))
    return `${all[0]![0]!.toUpperCase()}${all.join(' ').slice(1)}.`
  }
  const blocks: BodyNode[] = []
  let written = 0
  let cited = 0
  for (let n = 0; written < words; n++) {
    if (n % 12 === 0)
      blocks.push({
        type: 'heading',
        attrs: { level: 2, id: `h${n}` },
        content: [{ type: 'text', text: `Section ${n / 12 + 1}` }],
      })
    const content: BodyNode[] = []
    for (let s = 0; s < 6 && written < words; s++) {
      const text = sentence()
      written += text.split(' ').length
      content.push({ type: 'text', text: s === 0 ? text : ` ${text}` })
      if (cited < Math.round((written / words) * citations)) {
        const id = `c${++cited}x`
        addCitation(doc, { id, cites: [{ id: `k${cited}x`, ...pick(excerpts) }], sentence: text })
        content.push({ type: 'citation', attrs: { id } })
      }
    }
    blocks.push({ type: 'paragraph', attrs: { id: `p${n}` }, content })
  }
  blocks.push({ type: 'references', attrs: { id: 'refs' } })
  writeBody(doc, { type: 'doc', content: blocks })
  return doc
}
