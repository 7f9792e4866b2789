/** The lines of an answer that says how far it is (application/x-ndjson), one JSON object each. */
import { z } from 'zod'

export const step = z.discriminatedUnion('is', [
  /** Others come first. */
  z.object({ is: z.literal('waiting') }),
  /** `done` of `of` pages, where pages are counted. */
  z.object({ is: z.literal('reading'), done: z.number().optional(), of: z.number().optional() }),
  /** The last line: what the request without progress would have answered. */
  z.object({ is: z.literal('done'), answer: z.unknown() }),
  /** The last line: a problem document (RFC 9457). */
  z.object({
    is: z.literal('refused'),
    problem: z.object({ type: z.string(), title: z.string(), status: z.number(), detail: z.string() }),
  }),
])
export type Step = z.infer<typeof step>
