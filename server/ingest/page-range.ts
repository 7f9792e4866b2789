/** Pages of a long PDF that a person asked for: "1-200". */
import { Refusal } from '../../shared/wire/refusal.ts'

/** From 1, both ends included. */
export type PageRange = { from: number; to: number }

/** Pages that are read at once: more than almost any report has; a longer one is read by its parts. */
export const PAGES = 500

/** Null for none. Throws Refusal `invalid`. */
export const pageRange = (written: string | null | undefined): PageRange | null => {
  if (written === null || written === undefined || written.trim() === '') return null
  const match = /^\s*(\d{1,6})\s*(?:[-–—]\s*(\d{1,6})\s*)?$/u.exec(written)
  const from = Number(match?.[1])
  const to = Number(match?.[2] ?? match?.[1])
  if (!match || from < 1 || to < from)
    throw new Refusal('invalid', 'Give pages as two numbers, for example 1-200. Nothing was added.')
  if (to - from >= PAGES)
    throw new Refusal(
      'invalid',
      `Give ${PAGES} pages at most, for example ${from}-${from + PAGES - 1}. Nothing was added.`,
    )
  return { from, to }
}
