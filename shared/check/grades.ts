/**
 * The scales that sources and what they say are graded on. A grade of a source says nothing of what it says: the two are
 * given separately and never added up. "Cannot be judged" is no low grade, and what nobody graded has none.
 *
 * `plain` is our own; `admiralty` is the Admiralty code (NATO AJP-2.1, FM 2-22.3): a letter for the reliability of the
 * source, a digit for the credibility of the information.
 */
import { english, type WrittenWords } from '../words/english.ts'

export const GRADE_SCALES = ['plain', 'admiralty'] as const
export type GradeScale = (typeof GRADE_SCALES)[number]

const PLAIN = ['official', 'named', 'unnamed', 'reprint', 'not-judged']

const RELIABILITY = ['A', 'B', 'C', 'D', 'E', 'F']

const CREDIBILITY = ['1', '2', '3', '4', '5', '6']

/** What a source can be graded as. */
export const sourceGrades: Record<GradeScale, readonly string[]> = { plain: PLAIN, admiralty: RELIABILITY }

/** What an excerpt, a piece of information, can be graded as. */
export const excerptGrades: Record<GradeScale, readonly string[]> = { plain: PLAIN, admiralty: CREDIBILITY }

/** A grade in words on whichever scale it was given: a workspace may change its scale, and old grades stay what they were. */
export const gradeWords = (
  of: 'source' | 'excerpt',
  value: string,
  words: WrittenWords = english,
): string => {
  const scales = of === 'source' ? sourceGrades : excerptGrades
  if (!GRADE_SCALES.some((scale) => scales[scale].includes(value))) return value
  const said = words.grades[value]!
  return /^[A-F1-6]$/.test(value) ? `${value} · ${said}` : said
}

/** Every grade that a source can have, of either scale. */
export const SOURCE_GRADES = GRADE_SCALES.flatMap((scale) => sourceGrades[scale])
