/**
 * The scales that sources and what they say are graded on. A grade of a source says nothing of what it says: the two are
 * given separately and never added up. "Cannot be judged" is no low grade, and what nobody graded has none.
 *
 * `plain` is our own; `admiralty` is the Admiralty code (NATO AJP-2.1, FM 2-22.3): a letter for the reliability of the
 * source, a digit for the credibility of the information.
 */
export const GRADE_SCALES = ['plain', 'admiralty'] as const
export type GradeScale = (typeof GRADE_SCALES)[number]

export type Grade = { value: string; words: string }

const PLAIN: readonly Grade[] = [
  { value: 'official', words: 'Official record' },
  { value: 'named', words: 'Named, on record' },
  { value: 'unnamed', words: 'Unnamed' },
  { value: 'reprint', words: 'Reprint or summary' },
  { value: 'not-judged', words: 'Not judged' },
]

const RELIABILITY: readonly Grade[] = [
  { value: 'A', words: 'Completely reliable' },
  { value: 'B', words: 'Usually reliable' },
  { value: 'C', words: 'Fairly reliable' },
  { value: 'D', words: 'Not usually reliable' },
  { value: 'E', words: 'Unreliable' },
  { value: 'F', words: 'Cannot be judged' },
]

const CREDIBILITY: readonly Grade[] = [
  { value: '1', words: 'Confirmed by other sources' },
  { value: '2', words: 'Probably true' },
  { value: '3', words: 'Possibly true' },
  { value: '4', words: 'Doubtful' },
  { value: '5', words: 'Improbable' },
  { value: '6', words: 'Cannot be judged' },
]

/** What a source can be graded as. */
export const sourceGrades: Record<GradeScale, readonly Grade[]> = { plain: PLAIN, admiralty: RELIABILITY }

/** What an excerpt, a piece of information, can be graded as. */
export const excerptGrades: Record<GradeScale, readonly Grade[]> = { plain: PLAIN, admiralty: CREDIBILITY }

/** A grade in words on whichever scale it was given: a workspace may change its scale, and old grades stay what they were. */
export const gradeWords = (of: 'source' | 'excerpt', value: string): string => {
  const scales = of === 'source' ? sourceGrades : excerptGrades
  const grade = GRADE_SCALES.flatMap((scale) => scales[scale]).find((each) => each.value === value)
  if (!grade) return value
  return /^[A-F1-6]$/.test(value) ? `${value} · ${grade.words}` : grade.words
}

/** Every grade that a source can have, of either scale. */
export const SOURCE_GRADES = GRADE_SCALES.flatMap((scale) => sourceGrades[scale].map(({ value }) => value))
