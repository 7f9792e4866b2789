/**
 * The CSL-JSON item of a work: the subset this product edits, with every other CSL field kept as it came.
 * Source: CSL 1.0.2 data schema (csl-data.json).
 */
import { z } from 'zod'

export const cslName = z.looseObject({
  family: z.string().optional(),
  given: z.string().optional(),
  literal: z.string().optional(),
})
export type CslName = z.infer<typeof cslName>

/** `{'date-parts': [[2024, 3, 1]]}`; month and day may be missing, a second part makes a range. */
export const cslDate = z.looseObject({
  'date-parts': z.array(z.array(z.union([z.number(), z.string()]))).optional(),
  raw: z.string().optional(),
  literal: z.string().optional(),
})
export type CslDate = z.infer<typeof cslDate>

/** The CSL types the forms offer; any other CSL type is kept. */
export const CSL_TYPES = [
  'article-newspaper',
  'article-magazine',
  'article-journal',
  'report',
  'webpage',
  'post',
  'post-weblog',
  'broadcast',
  'motion_picture',
  'song',
  'graphic',
  'interview',
  'speech',
  'book',
  'chapter',
  'legislation',
  'personal_communication',
  'document',
] as const

export const cslItem = z.looseObject({
  type: z.string().max(64).default('document'),
  title: z.string().max(2000).optional(),
  author: z.array(cslName).max(500).optional(),
  issued: cslDate.optional(),
  accessed: cslDate.optional(),
  publisher: z.string().max(1000).optional(),
  'container-title': z.string().max(1000).optional(),
  URL: z.string().max(4000).optional(),
  DOI: z.string().max(500).optional(),
  language: z.string().max(64).optional(),
})
/** The item without its `id`: on export the id is the source's citation key. */
export type CslItem = z.infer<typeof cslItem>
