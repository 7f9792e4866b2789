/**
 * The shapes of what the HTTP API takes and gives. The server holds requests against them and writes the
 * OpenAPI document from them; the client reads answers with the same types.
 */
import { z } from 'zod'
import { ID_PATTERN } from '../brief/id.ts'
import { cslItem } from '../cite/csl.ts'
import { TITLE_LIMIT } from '../brief/about.ts'
import { excerpt, says } from '../brief/excerpt.ts'
import { captureRef, source } from '../brief/source.ts'
import { ROLES } from '../brief/role.ts'
import { GRADE_SCALES, SOURCE_GRADES } from '../check/grades.ts'

/** A person's name, in characters: one line. */
export const NAME_LIMIT = 80
/** Pasted text and uploaded text files, in bytes; and the text of whatever else is brought in, in characters. */
export const TEXT_LIMIT = 10 * 1024 * 1024
/** An uploaded file with its pictures and fonts, in bytes. */
export const UPLOAD_LIMIT = 100 * 1024 * 1024
/** Words selected on a page that is sent, in characters. */
export const SELECTION_LIMIT = 20_000

const line = (limit: number) =>
  z
    .string()
    .transform((s) => s.replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(1).max(limit))

export const role = z.enum(ROLES)

export const me = z.object({ id: z.string(), name: z.string(), owner: z.boolean() })
export type Me = z.infer<typeof me>

/** `key` is the printed one-time key; the name is asked for only when the workspace has no owner yet. */
export const signInInput = z.object({ key: z.string().max(200), name: line(NAME_LIMIT).optional() })
export const joinInput = z.object({ name: line(NAME_LIMIT).optional() })

export const newBriefInput = z.object({
  title: line(TITLE_LIMIT),
  template: z.string().max(64).optional(),
  /** BCP 47: what the brief is to be written in. */
  lang: z
    .string()
    .max(35)
    .regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i)
    .optional(),
  /** Copies this brief, body and evidence, under the new title: "Make it yours". */
  copyOf: z.string().max(64).optional(),
})
export const changeBriefInput = z.object({ title: line(TITLE_LIMIT) })

export const briefSummary = z.object({
  id: z.string(),
  title: z.string(),
  role,
  /** The finished example of the first run. */
  example: z.boolean(),
  createdAt: z.string(),
  changedAt: z.string(),
  people: z.number().int(),
})
export type BriefSummary = z.infer<typeof briefSummary>

export const newLinkInput = z.object({
  role: z.enum(['editor', 'commenter', 'viewer']),
  /** ISO 8601; without it the link holds until it is taken back. */
  expires: z.iso.datetime({ offset: true }).optional(),
})
/** `url` is known only when the link is made: the server keeps a hash of its key. */
export const shareLink = z.object({
  id: z.string(),
  role,
  createdAt: z.string(),
  createdBy: z.string(),
  expires: z.string().nullable(),
  used: z.number().int(),
})
export type ShareLink = z.infer<typeof shareLink>

export const member = z.object({ id: z.string(), name: z.string(), role, since: z.string() })
export type Member = z.infer<typeof member>

/** A cell of a row: where its words stand, and its place in the table. shared/text/table-cell.ts finds its headings. */
export const blockCell = z.object({
  start: z.number().int(),
  end: z.number().int(),
  /** From 0, counting what cells before and above reach over. */
  column: z.number().int(),
  /** How many columns and rows it reaches over, when it is more than one. */
  columns: z.number().int().optional(),
  rows: z.number().int().optional(),
  /** It heads its row or its column. */
  head: z.boolean().optional(),
})
export type BlockCell = z.infer<typeof blockCell>

/** A block of a capture's text: UTF-16 offsets, end exclusive. */
export const textBlock = z.object({
  kind: z.enum(['heading', 'paragraph', 'list-item', 'quote', 'code', 'row', 'caption']),
  level: z.number().int().optional(),
  start: z.number().int(),
  end: z.number().int(),
  /** Rows and captions of one table share its number, from 0. */
  table: z.number().int().optional(),
  cells: z.array(blockCell).optional(),
})
export type TextBlock = z.infer<typeof textBlock>

/** Where a page begins in a capture's text. */
export const pageStart = z.object({
  /** From 1, as the file counts. */
  page: z.number().int(),
  /** What is printed on it ("iv", "A-3"), where that is another name. */
  label: z.string().optional(),
  /** UTF-16 offset; a page without text begins where the next one does. */
  start: z.number().int(),
})
export type PageStart = z.infer<typeof pageStart>

export const captureInfo = captureRef.extend({
  /** Encoding the bytes were read in, as in the WHATWG Encoding Standard. */
  encoding: z.string(),
  /** Size of the original bytes. */
  bytes: z.number().int(),
  blocks: z.array(textBlock),
  /** In order; not there for what has no pages. A scan has pages and no text (`length` 0). */
  pages: z.array(pageStart).optional(),
})
export type CaptureInfo = z.infer<typeof captureInfo>

/** One of: pasted text, pasted mark-up, a page as its reader had it, an address, a bibliography, a work without text, or (multipart) a file. */
export const newSourceInput = z.union([
  z.object({ text: z.string(), item: cslItem.optional() }),
  z.strictObject({ bibtex: z.string() }),
  z.strictObject({ ris: z.string() }),
  z.strictObject({ csl: z.string() }),
  z.strictObject({
    /** Of a page on the public web: the server fetches it. */
    url: z.string().max(4000),
    item: cslItem.optional(),
    /** What the source is to be called: who asks twice, because an answer was lost, has it once. */
    id: z.string().regex(ID_PATTERN).optional(),
  }),
  z.strictObject({
    /** A page as its reader's browser had it. */
    html: z.string(),
    /** Where it stood. */
    address: z.string().max(4000),
    /** Words of it that the reader had selected: they become an excerpt where the text has them once. */
    selection: z.string().max(SELECTION_LIMIT).optional(),
  }),
  z.object({
    html: z.string(),
    item: cslItem.optional(),
    text: z.undefined().optional(),
    address: z.undefined().optional(),
  }),
  // Named here: a text that is no string must not quietly become a work without text.
  z.object({ item: cslItem, text: z.undefined().optional(), html: z.undefined().optional() }),
])
/**
 * A later state of a work, for `POST …/sources/:source/captures`: pasted text, pasted mark-up, an address of the public
 * web, a PDF that is here, of which other pages are to be read, or (multipart) a file.
 */
export const newCaptureInput = z.union([
  /** Its hash; `pages` of the address says which. */
  z.strictObject({ capture: z.string().max(64) }),
  z.strictObject({ url: z.string().max(4000) }),
  z.strictObject({ text: z.string() }),
  z.strictObject({ html: z.string() }),
])
/** How an excerpt stands in another saved copy. */
export const standing = z.object({
  excerpt: z.string(),
  state: z.enum(['exact', 'moved', 'reflowed', 'context-changed', 'changed', 'ambiguous', 'gone']),
  start: z.number().int().optional(),
  end: z.number().int().optional(),
  numbers: z.boolean().optional().describe('The state is "changed", and a number is not the same'),
  polarity: z.boolean().optional().describe('The state is "changed", and a "not" came or went'),
})

/** Of a new capture of a source: how each of its excerpts stands in it. */
export const addedCapture = z.object({
  capture: captureInfo,
  unchanged: z
    .boolean()
    .optional()
    .describe('It is the newest copy that the source had already, and nothing was added'),
  anchors: z.array(standing),
  incomplete: z.string().optional().describe('Why not all excerpts could be looked up; the copy is added'),
})
export const newSourceResult = z.object({
  source,
  capture: captureInfo.optional(),
  /** Of the words that were selected on a page. */
  excerpt: z.string().optional(),
})
export const bibliographyResult = z.object({
  added: z.number().int(),
  /** Were there already; they gained the fields that they lacked. */
  merged: z.number().int(),
  /** Entries that could not be read, by the line they begin at, from 1. */
  problems: z.array(z.object({ line: z.number().int(), why: z.string() })),
})
export type BibliographyResult = z.infer<typeof bibliographyResult>
/** What came of a list of works with their files, packed in one archive. */
export const collectionResult = z.object({
  works: z.array(
    z.object({
      /** Id of the source. */
      source: z.string(),
      title: z.string(),
      /** False: it was here already; it gained what it lacked. */
      added: z.boolean(),
      /** Saved copies and excerpts that came with it, those left out that were here. */
      copies: z.number().int(),
      excerpts: z.number().int(),
      /** What did not come with it, a sentence each. */
      problems: z.array(z.string()),
    }),
  ),
  /** Works that did not come: where they stand in the list or what they are called, and why. */
  problems: z.array(z.object({ entry: z.string(), why: z.string() })),
})
export type CollectionResult = z.infer<typeof collectionResult>

/** Something that happened to a work which the brief uses; it names the work and no other brief. */
export const notice = z.object({
  id: z.number().int(),
  /** Id of the source in this brief. */
  source: z.string(),
  kind: z.enum(['captured', 'retracted', 'corrected', 'discredited', 'reinstated']),
  why: z.string(),
  by: z.string().nullable(),
  at: z.string(),
  /** Whether who asks may bring it into the brief: a new capture only who may read it. */
  mayTake: z.boolean(),
})
export type Notice = z.infer<typeof notice>
export const settleInput = z.object({ do: z.enum(['take', 'dismiss']) })
export const withdrawalInput = z.object({
  kind: z.enum(['retracted', 'corrected', 'discredited']),
  why: line(500),
})
export type WithdrawalInput = z.infer<typeof withdrawalInput>
/** Of a withdrawal that is taken back. */
export const reinstateInput = withdrawalInput.pick({ why: true })

/** Looking again at the address of a source, and what came of it last. */
export const checkOutcome = z.enum(['unchanged', 'new-copy', 'refused'])
export type CheckOutcome = z.infer<typeof checkOutcome>
export const sourceCheck = z.object({
  source: z.string(),
  schedule: z
    .object({
      every: z.enum(['daily', 'weekly']),
      /** YYYY-MM-DD in UTC, the last day. */
      until: z.string(),
      /** A name; null: somebody who is not here any more. */
      by: z.string().nullable(),
    })
    .nullable(),
  /** Somebody asked for it, and its turn has not come. */
  waiting: z.boolean(),
  last: z
    .object({
      at: z.string(),
      outcome: checkOutcome,
      /** Of what was refused: a sentence for a person. */
      why: z.string().nullable(),
    })
    .nullable(),
})
export type SourceCheck = z.infer<typeof sourceCheck>
export const scheduleInput = z.object({ every: z.enum(['daily', 'weekly']), until: z.iso.date() })
export type ScheduleInput = z.infer<typeof scheduleInput>

export const newExcerptInput = z.object({
  sourceId: z.string().max(64),
  capture: z.string().max(64),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  says: says.optional(),
  via: z.array(z.string().max(500)).max(20).optional(),
  note: z.string().max(10_000).optional(),
})
export const excerptResult = excerpt

export const importInput = z.object({ markdown: z.string(), title: line(TITLE_LIMIT).optional() })
export const importResult = z.object({
  id: z.string(),
  /** What was not understood, a sentence each. */
  report: z.array(z.string()),
})
export const repairInput = z.object({
  /** Without it nothing is changed. */
  apply: z.boolean().default(false),
})
/** Numbers are changes, each about a moment's typing. */
export const repairReport = z.object({
  documents: z.array(
    z.object({
      /** `BRIEF_ID`, or `BRIEF_ID.discussion`. */
      document: z.string(),
      /** Missing or damaged. */
      damaged: z.number().int(),
      /** Whole, but built on what is missing: they cannot be kept. */
      lost: z.number().int(),
      /** Whole and later than what is missing: they are kept. */
      kept: z.number().int(),
    }),
  ),
  repaired: z.boolean(),
})
export type RepairReport = z.infer<typeof repairReport>
export const newTokenInput = z.object({ name: line(NAME_LIMIT) })

/** An API token, without what it lets in by: that is shown once, when it is made. */
export const tokenInfo = z.object({
  id: z.string(),
  name: z.string(),
  created: z.string(),
  person: z.object({ id: z.string(), name: z.string() }),
})
export type TokenInfo = z.infer<typeof tokenInfo>

/** A work of the library, as the briefs that one may read have it. */
export const libraryWork = z.object({
  /** `doi:…`, `url:…`; a name for this workspace alone where neither is known. */
  work: z.string(),
  item: cslItem,
  /** First reported by. */
  origin: z.string().nullable(),
  briefs: z.number().int(),
  cited: z.number().int(),
  excerpts: z.number().int(),
  captures: z.number().int(),
  added: z.string(),
  /** shared/check/grades.ts; null: nobody graded it. */
  grade: z.string().nullable(),
})
export type LibraryWork = z.infer<typeof libraryWork>
export const libraryPage = z.object({
  works: z.array(libraryWork),
  total: z.number().int(),
  /** `before` of the next page; null on the last one. */
  cursor: z.string().nullable(),
})
export const workUse = z.object({
  brief: z.string(),
  title: z.string(),
  source,
  sentences: z.array(z.object({ citation: z.string(), sentence: z.string(), placed: z.boolean() })),
  excerpts: z.array(excerpt),
})
export type WorkUse = z.infer<typeof workUse>
/** What happened to a work, for the whole workspace. */
export const workEvent = z.object({
  id: z.number().int(),
  kind: z.enum(['graded', 'retracted', 'corrected', 'discredited', 'reinstated']),
  /** Of `graded`; null: the grade was taken back. */
  grade: z.string().nullable().optional(),
  why: z.string(),
  /** ISO 8601, UTC. */
  at: z.string(),
  /** A name; null: somebody who is not here any more. */
  by: z.string().nullable(),
})
export type WorkEvent = z.infer<typeof workEvent>
export const gradeInput = z.object({
  work: z.string().min(1).max(4500),
  /** Of either scale of shared/check/grades.ts; null takes the grade back. */
  grade: z.enum(SOURCE_GRADES).nullable(),
  why: z.string().trim().max(2000).default(''),
})
export const workspaceSettings = z.object({ gradeScale: z.enum(GRADE_SCALES) })
export type WorkspaceSettings = z.infer<typeof workspaceSettings>
export const workDetails = z.object({
  uses: z.array(workUse),
  /** The last first. */
  events: z.array(workEvent),
  origins: z.array(z.object({ name: z.string(), excerpts: z.array(z.string()) })),
})
export type WorkDetails = z.infer<typeof workDetails>
/** What the library was made anew from. */
export const reindexReport = z.object({
  briefs: z.number().int(),
  sources: z.number().int(),
  captures: z.number().int(),
  /** Briefs that cannot be read; what was listed of them stays. */
  unread: z.array(z.string()),
})

export const takeOverInput = z.object({
  brief: z.string().max(64),
  source: z.string().max(64),
  excerpts: z.array(z.string().max(64)).max(2000).default([]),
})
export const takeOverResult = z.object({
  source,
  /** False: the brief had the work already, and got what it lacked. */
  added: z.boolean(),
  excerpts: z.number().int(),
})

/** Saved copies of other briefs, by hash. */
export const holdCopiesInput = z.object({ hashes: z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(4000) })

/** A place in a saved copy where words were found: UTF-16 offsets, and the text around. */
export const passageFound = z.object({
  start: z.number().int(),
  end: z.number().int(),
  before: z.string(),
  words: z.string(),
  after: z.string(),
})
export const captureFound = z.object({
  hash: z.string(),
  passages: z.array(passageFound),
  /** Where it can be read: the source in each of one's briefs that holds the copy. */
  places: z.array(z.object({ brief: z.string(), title: z.string(), source: z.string(), item: cslItem })),
})
export type CaptureFound = z.infer<typeof captureFound>

/** Evidence to be erased for good; `target` is an id, or a capture's hash. */
export const eraseInput = z.object({
  kind: z.enum(['source', 'capture', 'excerpt']),
  target: z.string().min(1).max(100),
  why: z.string().trim().min(1).max(500),
})

/** How much was erased, and which files of the server, made before, still hold it. */
export const eraseReport = z.object({
  excerpts: z.number(),
  captures: z.number(),
  briefs: z.number(),
  stillIn: z.array(z.string()),
})

/** Why a brief goes outside although a mark or an embargo speaks against it. */
export const exportReason = z.string().trim().min(1).max(500)
export const exportReasonNoted = z.object({
  by: z.string(),
  /** ISO 8601, UTC. */
  at: z.string(),
  format: z.string(),
  why: z.string(),
  /** What spoke against it, a sentence each. */
  against: z.array(z.string()),
})
export type ExportReason = z.infer<typeof exportReasonNoted>

/** Freezes the brief as it is as a page for readers. */
export const publishInput = z.object({
  /** Search engines may list it. */
  openly: z.boolean().default(false),
  /** ISO 8601; before it the page says only that it is not there yet. */
  embargoUntil: z.iso.datetime({ offset: true }).optional(),
  /** Where a mark or an embargo speaks against it; recorded. */
  reason: exportReason.optional(),
})
export const publication = z.object({
  id: z.string(),
  /** From 1, counting what was taken back. */
  number: z.number().int(),
  url: z.string(),
  title: z.string(),
  /** ISO 8601, UTC. */
  at: z.string(),
  /** A name. */
  by: z.string(),
  openly: z.boolean(),
  embargoUntil: z.string().nullable(),
  /** The citation style it has. */
  style: z.string(),
  /** When it was taken back; null: it is there. */
  ended: z.string().nullable(),
})
export type Publication = z.infer<typeof publication>

/** A picture for a figure, as it is stored; width and height in points. */
export const pictureAdded = z.object({
  sha256: z.string(),
  mediaType: z.string(),
  width: z.number().int(),
  height: z.number().int(),
})
export type PictureAdded = z.infer<typeof pictureAdded>
