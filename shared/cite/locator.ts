/** Where in a work a passage stands, as a reader sees it: "p. 42", "paras. 4-6". */
import { english, type WrittenWords } from '../words/english.ts'

/** The labels that a form offers, the most usual first. */
export const LOCATOR_LABELS = [
  'page',
  'paragraph',
  'section',
  'chapter',
  'figure',
  'table',
  'line',
  'note',
  'part',
  'volume',
  'timestamp',
  'appendix',
]

const isSeveral = (locator: string) => /[-–,&]/.test(locator.trim().slice(1))

/** "p. 42", "pp. 7-8"; an unknown label stands as it is; without a label the locator alone; '' without a locator. */
export const locatorText = (
  label: string | null | undefined,
  locator: string | null | undefined,
  words: WrittenWords = english,
): string => {
  const where = (locator ?? '').trim()
  if (!where) return ''
  if (!label) return where
  const terms = Object.hasOwn(words.locators, label) ? words.locators[label] : undefined
  const term = terms ? terms[isSeveral(where) ? 1 : 0] : label
  return words.locator(term, where)
}

/** The label that an English term stands for: "p." and "pp." are 'page'. Null for a term no label has. */
export const labelOfTerm = (term: string): string | null => {
  const found = Object.entries(english.locators).find(([, terms]) => terms.includes(term.toLowerCase()))
  return found ? found[0] : null
}
