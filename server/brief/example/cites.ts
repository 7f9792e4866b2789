/**
 * What each citation of the example brief rests on, in the order of the page. A cite names an excerpt; its
 * source and locator follow from the excerpt.
 */
import type { CitationRecord, Cite } from '../../../shared/brief/citation.ts'

export type ExampleCite = { excerpt: string } & Pick<Cite, 'use' | 'bearing'> & { prefix?: string }
export type ExampleCitation = { id: string; cites: ExampleCite[]; covers?: CitationRecord['covers'] }

const rests = (excerpt: string): ExampleCite => ({ excerpt, use: 'paraphrased', bearing: 'supports' })
const quotes = (excerpt: string): ExampleCite => ({ excerpt, use: 'quoted', bearing: 'supports' })
const computes = (excerpt: string): ExampleCite => ({ excerpt, use: 'computed', bearing: 'supports' })
const against = (excerpt: string): ExampleCite => ({
  excerpt,
  use: 'paraphrased',
  bearing: 'contradicts',
  prefix: 'but see',
})

export const exampleCitations: readonly ExampleCitation[] = [
  // Bottom line
  { id: 'limits', cites: [rests('d-limits')] },
  { id: 'lasting-product', cites: [rests('a-register')] },
  // Key judgments
  { id: 'contracts', cites: [rests('d-limits')] },
  { id: 'draft', cites: [rests('c-halt'), against('c-margin')] },
  { id: 'due-date', cites: [rests('d-report')] },
  { id: 'earlier-bodies', cites: [rests('a-earlier')] },
  { id: 'staffing', cites: [rests('c-staff')] },
  { id: 'sum', cites: [rests('d-sum')] },
  { id: 'cost', cites: [rests('a-cost'), rests('a-new-money')] },
  { id: 'public-report', cites: [rests('v-public')] },
  { id: 'to-whom', cites: [rests('d-report')] },
  // What has been decided
  { id: 'founding', cites: [rests('d-date')] },
  { id: 'members', cites: [rests('d-members')] },
  { id: 'register', cites: [computes('d-register')] },
  { id: 'end', cites: [rests('d-ends')] },
  { id: 'article-two', cites: [quotes('d-limits')], covers: 'block' },
  // What is reported
  { id: 'list', cites: [rests('c-list')] },
  { id: 'wheel', cites: [quotes('c-wheel')] },
  { id: 'above', cites: [rests('d-limits'), rests('c-briefing')] },
  { id: 'two-sums', cites: [rests('d-sum'), against('c-sum')] },
  { id: 'same-figure', cites: [rests('a-cost')] },
  // Where the actors stand
  { id: 'minister', cites: [rests('v-public')] },
  { id: 'objection', cites: [rests('c-halt')] },
  { id: 'seats', cites: [rests('p-seats')] },
  { id: 'hosting', cites: [rests('c-hosting')] },
  { id: 'goodwill', cites: [rests('a-goodwill')] },
  // What we do not know
  { id: 'systems', cites: [rests('a-systems')] },
  { id: 'data-lead', cites: [rests('c-staff')] },
  // What would change our view
  { id: 'changes', cites: [rests('a-change')] },
]
