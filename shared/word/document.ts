/**
 * A Word file as it was read: what its words are, how they look, who changed and remarked what. Plain data; the server makes it of
 * the file, and everything here is held against sizes there. A page that has it may match it with a brief.
 */
import { z } from 'zod'

/** Of one character style that a brief has, too. */
const mark = z.enum(['bold', 'italic', 'strike', 'code'])

/** Who made a tracked change or a remark; `at` is what the file says, null where it says nothing. */
export const byLine = z.object({ author: z.string(), at: z.string().nullable() })
export type ByLine = z.infer<typeof byLine>

/** One cite of a reference manager's field, as CSL's citation data has it. */
export const fieldCite = z.object({
  item: z.record(z.string(), z.unknown()),
  locator: z.string().nullable(),
  label: z.string().nullable(),
  prefix: z.string().nullable(),
  suffix: z.string().nullable(),
  suppressAuthor: z.boolean(),
})
export type FieldCite = z.infer<typeof fieldCite>

/** A field of a citation: its id is ours where the file is, and the reference manager's elsewhere. */
export const fieldCitation = z.object({ id: z.string(), cites: z.array(fieldCite) })
export type FieldCitation = z.infer<typeof fieldCitation>

const look = {
  marks: z.array(mark).optional(),
  href: z.string().optional(),
  inserted: byLine.optional(),
  deleted: byLine.optional(),
}

export const wordRun = z.union([
  /** A line break is '\n'. */
  z.object({ is: z.literal('text'), text: z.string(), ...look }),
  /** `note`: its place in the file's list of notes. */
  z.object({ is: z.literal('note'), note: z.number().int(), ...look }),
  z.object({ is: z.literal('citation'), citation: fieldCitation, ...look }),
  /** `picture`: its place in the file's list of pictures. */
  z.object({ is: z.literal('picture'), picture: z.number().int(), alt: z.string(), ...look }),
])
export type WordRun = z.infer<typeof wordRun>

/** What a paragraph is for. */
export const ROLES_OF_PARAGRAPHS = [
  'plain',
  'heading',
  'title',
  'subtitle',
  'quote',
  'quote-source',
  'callout',
  'code',
  'caption',
  'contents',
  'bibliography',
  'rule',
] as const

export const wordParagraph = z.object({
  is: z.literal('paragraph'),
  role: z.enum(ROLES_OF_PARAGRAPHS),
  /** Of a heading, from 1 to 6. */
  level: z.number().int().optional(),
  /** `depth` from 0; `start`: the number of a numbered list's first item. */
  list: z
    .object({
      id: z.string(),
      depth: z.number().int(),
      ordered: z.boolean(),
      start: z.number().int(),
    })
    .optional(),
  dir: z.enum(['rtl', 'ltr']).optional(),
  runs: z.array(wordRun),
  /** Names of the bookmarks of ours that begin in it (shared/word/bookmark.ts). */
  bookmarks: z.array(z.string()).optional(),
  /** Its end, as a tracked change: two paragraphs were made of one, or one of two. */
  inserted: byLine.optional(),
  deleted: byLine.optional(),
})
export type WordParagraph = z.infer<typeof wordParagraph>

export type WordCell = {
  columns: number
  rows: number
  head: boolean
  blocks: WordBlock[]
}
export type WordRow = { cells: WordCell[]; inserted?: ByLine | undefined; deleted?: ByLine | undefined }
export type WordTable = { is: 'table'; rows: WordRow[] }
export type WordBlock = WordParagraph | WordTable

export const wordTable: z.ZodType<WordTable> = z.lazy(() =>
  z.object({
    is: z.literal('table'),
    rows: z.array(
      z.object({
        cells: z.array(
          z.object({
            columns: z.number().int(),
            rows: z.number().int(),
            head: z.boolean(),
            blocks: z.array(wordBlock),
          }),
        ),
        inserted: byLine.optional(),
        deleted: byLine.optional(),
      }),
    ),
  }),
)
export const wordBlock: z.ZodType<WordBlock> = z.union([wordParagraph, wordTable])

export const wordNote = z.object({ blocks: z.array(wordBlock) })
export type WordNote = z.infer<typeof wordNote>

export const wordComment = byLine.extend({
  text: z.string(),
  /** The words that it is about; '' for a place between words. */
  words: z.string(),
  /** Number of the paragraph that it begins in, counting those in tables, from 0; null: in a note, or nowhere. */
  paragraph: z.number().int().nullable(),
})
export type WordComment = z.infer<typeof wordComment>

export const wordDocument = z.object({
  title: z.string().nullable(),
  authors: z.array(z.string()),
  language: z.string().nullable(),
  blocks: z.array(wordBlock),
  notes: z.array(wordNote),
  comments: z.array(wordComment),
  /** How many pictures it has; their bytes travel apart. */
  pictures: z.number().int(),
  /** What of it was not understood: a name, and how often. */
  left: z.array(z.object({ what: z.string(), times: z.number().int() })),
})
export type WordDocument = z.infer<typeof wordDocument>

/** Its paragraphs in the order in which they are read, those in tables where the table stands. */
export const paragraphsOf = (blocks: readonly WordBlock[]): WordParagraph[] =>
  blocks.flatMap((block) =>
    block.is === 'paragraph'
      ? [block]
      : block.rows.flatMap(({ cells }) => cells.flatMap((cell) => paragraphsOf(cell.blocks))),
  )
