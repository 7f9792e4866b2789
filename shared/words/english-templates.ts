/**
 * What a brief's templates say in English: the headings that a brief begins with, and a line of guidance for each. After the formats
 * that ICD 203 and ICD 206, and guides to policy briefs, ask for.
 */

export type SectionWords = {
  title: string
  guidance: string
  /** Headings of a table that stands in it. */
  table?: readonly string[]
}

/** `name`: for who chooses one. */
export type TemplateWords = { name: string; sections: readonly SectionWords[] }

const POLICY: readonly SectionWords[] = [
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

export const englishTemplates = {
  'policy-brief': { name: 'Policy brief', sections: POLICY },
  'policy-brief-long': { name: 'Policy brief, long', sections: POLICY },
  'decision-brief': {
    name: 'Decision brief',
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
  'intelligence-assessment': {
    name: 'Intelligence assessment',
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
  'taskforce-tracker': {
    name: 'Taskforce tracker',
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
} satisfies Record<string, TemplateWords>

/** The same sections in every language, in the same order; no two languages head one with the same words (shared/brief/templates.ts). */
export type TemplatesWords = Record<keyof typeof englishTemplates, TemplateWords>
