/**
 * Where a brief can start from: sections with a line of guidance each, and how many words it is to have. Guidance stands in no document: it is
 * shown where a section is still empty, so it goes when somebody writes and no export has it. After the formats that ICD 203
 * and ICD 206, and guides to policy briefs, ask for.
 */
import type { BodyNode } from './body.ts'
import { newId } from './id.ts'

type Section = {
  title: string
  guidance: string
  /** Headings of a table that stands in it. */
  table?: readonly string[]
}

export type Template = {
  id: string
  name: string
  /** Words of the finished text, without notes and sources; null: as many as it takes. */
  words: number | null
  sections: readonly Section[]
}

const POLICY: readonly Section[] = [
  {
    title: 'Executive summary',
    guidance: 'The claim in one line, then what a minister must know if they read nothing else.',
  },
  { title: 'Key points', guidance: 'At most five, each a whole sentence that can stand alone.' },
  { title: 'Context', guidance: 'What happened, to whom, since when. Facts only, each with its source.' },
  {
    title: 'Current approach and why it falls short',
    guidance: 'What is done today, by whom, and the evidence that it does not do enough.',
  },
  {
    title: 'Options',
    guidance:
      'Two to four, and doing nothing as one of them. What speaks against each stands beside what speaks for it.',
    table: ['Option', 'Effect', 'Cost', 'Feasibility', 'Risks', 'Strength of the evidence'],
  },
  { title: 'Recommendations', guidance: 'At most five, each with who does it and by when.' },
  { title: 'Implementation', guidance: 'First steps, money, law, and how one will see that it works.' },
  {
    title: 'Evidence and method',
    guidance:
      'Where the evidence comes from, how strong it is, what is missing, and what would change the advice.',
  },
]

export const TEMPLATES: readonly Template[] = [
  { id: 'policy-brief', name: 'Policy brief', words: 1500, sections: POLICY },
  { id: 'policy-brief-long', name: 'Policy brief, long', words: 3000, sections: POLICY },
  {
    id: 'decision-brief',
    name: 'Decision brief',
    words: 450,
    sections: [
      { title: 'Question', guidance: 'The decision that is asked for, in one sentence, and by when.' },
      { title: 'Bottom line', guidance: 'The answer, in at most three sentences.' },
      {
        title: 'Key judgments',
        guidance:
          'Each with how likely it is, in words of one scale, and in another sentence how sure you are and why.',
      },
      {
        title: 'Options',
        guidance: 'What could be decided, side by side.',
        table: ['Option', 'Effect', 'Cost', 'Risks'],
      },
      { title: 'Recommendation', guidance: 'One, with who does it and by when.' },
      {
        title: 'What would change our view',
        guidance: 'Events or evidence that would make another answer right.',
      },
    ],
  },
  {
    id: 'intelligence-assessment',
    name: 'Intelligence assessment',
    words: 3000,
    sections: [
      {
        title: 'Key judgments',
        guidance:
          'The most important first; each with its likelihood, and apart from it the confidence and what that rests on.',
      },
      {
        title: 'Scope note and source summary',
        guidance:
          'What was asked, until when evidence was taken in; which sources carry the judgments, their strengths, weaknesses and gaps.',
      },
      {
        title: 'Discussion',
        guidance: 'Each paragraph opens with its point. Facts, assumptions and judgments are told apart.',
      },
      {
        title: 'Alternatives',
        guidance: 'Other readings of the same evidence, and why they are less likely.',
      },
      { title: 'Indicators', guidance: 'What one would see first if a judgment were wrong.' },
      { title: 'Gaps', guidance: 'What is not known, and how it could be.' },
      {
        title: 'Confidence and scale',
        guidance: 'How sure each judgment is and why, and the scale of likelihood that is used.',
      },
    ],
  },
  {
    id: 'taskforce-tracker',
    name: 'Taskforce tracker',
    words: null,
    sections: [
      {
        title: 'Mandate and legal basis',
        guidance: 'Which act set it up, what it may do and what it may not.',
      },
      {
        title: 'Membership and lines of responsibility',
        guidance: 'Who sits in it, who leads, who reports to whom.',
      },
      { title: 'Budget', guidance: 'Money by year and source; what is authorised and what is spent.' },
      {
        title: 'Timeline and deliverables',
        guidance: 'Dates that were set, and what came of them.',
        table: ['Deliverable', 'Due', 'Status', 'Source'],
      },
      { title: 'Priority use cases', guidance: 'What it says it will do first, and for whom.' },
      {
        title: 'Positions of actors',
        guidance: 'Who wants what, in whose words, with a citation in each cell.',
        table: ['Actor', 'Position', 'Said by', 'Source'],
      },
      { title: 'Open questions', guidance: 'What nobody has answered yet, and who could.' },
      { title: 'Risks', guidance: 'What could go wrong, how likely, and how one would notice.' },
      { title: 'Recommendations', guidance: 'What to do about it, by whom and by when.' },
    ],
  },
]

export const templateCalled = (id: unknown): Template | undefined =>
  TEMPLATES.find((template) => template.id === id)

const SOURCES = 'Sources'

const table = (heads: readonly string[]): BodyNode => {
  const cell = (type: string, words: string): BodyNode => ({
    type,
    content: [
      words ? { type: 'paragraph', content: [{ type: 'text', text: words }] } : { type: 'paragraph' },
    ],
  })
  return {
    type: 'table',
    attrs: { id: newId() },
    content: [
      { type: 'tableRow', content: heads.map((words) => cell('tableHeader', words)) },
      ...[1, 2, 3].map((): BodyNode => ({
        type: 'tableRow',
        content: heads.map(() => cell('tableCell', '')),
      })),
    ],
  }
}

/** The body that a brief begins with. */
export const bodyOfTemplate = ({ sections }: Template): BodyNode => {
  const heading = (words: string): BodyNode => ({
    type: 'heading',
    attrs: { id: newId(), level: 2 },
    content: [{ type: 'text', text: words }],
  })
  return {
    type: 'doc',
    content: [
      ...sections.flatMap(({ title, table: heads }) => [
        heading(title),
        { type: 'paragraph', attrs: { id: newId() } },
        ...(heads ? [table(heads)] : []),
      ]),
      heading(SOURCES),
      { type: 'references', attrs: { id: newId() } },
    ],
  }
}

/** The guidance for what stands under this heading; null: there is none. */
export const guidanceUnder = (template: Template, heading: string): string | null =>
  template.sections.find(({ title }) => title === heading.trim())?.guidance ?? null
