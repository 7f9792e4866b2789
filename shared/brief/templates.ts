/**
 * Where a brief can start from: sections with a line of guidance each, and how many words it is to have. Guidance stands in no document: it is
 * shown where a section is still empty, so it goes when somebody writes and no export has it. What they say is of a language:
 * shared/words.
 */
import type { TemplatesWords, TemplateWords } from '../words/english-templates.ts'
import { everyWritten, writtenIn } from '../words/written.ts'
import type { BodyNode } from './body.ts'
import { newId } from './id.ts'

export type Template = {
  id: keyof TemplatesWords
  /** Words of the finished text, without notes and sources; null: as many as it takes. */
  words: number | null
}

export const TEMPLATES: readonly Template[] = [
  { id: 'policy-brief', words: 1500 },
  { id: 'policy-brief-long', words: 3000 },
  { id: 'decision-brief', words: 450 },
  { id: 'intelligence-assessment', words: 3000 },
  { id: 'taskforce-tracker', words: null },
]

export const templateCalled = (id: unknown): Template | undefined =>
  TEMPLATES.find((template) => template.id === id)

/** What it says in this language (a BCP 47 tag), in English where there are no words for it. */
export const templateIn = (lang: string, { id }: Template): TemplateWords => writtenIn(lang).templates[id]

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

/** The body that a brief in this language begins with. */
export const bodyOfTemplate = (template: Template, lang: string): BodyNode => {
  const heading = (words: string): BodyNode => ({
    type: 'heading',
    attrs: { id: newId(), level: 2 },
    content: [{ type: 'text', text: words }],
  })
  return {
    type: 'doc',
    content: [
      ...templateIn(lang, template).sections.flatMap(({ title, table: heads }) => [
        heading(title),
        { type: 'paragraph', attrs: { id: newId() } },
        ...(heads ? [table(heads)] : []),
      ]),
      heading(writtenIn(lang).sources),
      { type: 'references', attrs: { id: newId() } },
    ],
  }
}

/**
 * The guidance for what stands under this heading, in the language of the heading: what a brief is said to be in may have changed since it
 * began. Null: there is none.
 */
export const guidanceUnder = ({ id }: Template, heading: string): string | null =>
  everyWritten()
    .flatMap(({ templates }) => templates[id].sections)
    .find(({ title }) => title === heading.trim())?.guidance ?? null

/** Whether a heading is one that the template gives a brief, in whichever language. */
export const isGiven = (template: Template, heading: string): boolean =>
  guidanceUnder(template, heading) !== null ||
  everyWritten().some(({ sources }) => sources === heading.trim())
