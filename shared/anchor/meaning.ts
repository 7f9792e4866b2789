/**
 * The two kinds of change that turn a statement around while hardly a letter changes: another number, and a
 * negation more or less. No measure of likeness sees them, so they are looked for by name.
 */
import { words } from '../text/word-diff.ts'
import { fold } from './fold.ts'

const NUMBER_WORDS = new Set(
  (
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen ' +
    'seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million ' +
    'billion trillion dozen half third quarter double triple twice percent'
  ).split(' '),
)

const NEGATIONS = new Set(
  (
    'not no never none nor neither nobody nothing nowhere without cannot hardly barely scarcely ' +
    'nicht kein keine keinen keiner nie ne pas jamais'
  ).split(' '),
)

/** Words that a prefix negates. */
const NEGATING = /^(un|in|im|il|ir|dis|non-?|mis)(?=\p{L}{3})/u

const plain = (word: string) => fold(word).text.toLowerCase()

export const isNumber = (word: string): boolean =>
  /[\p{Nd}\p{No}\p{Nl}%‰]/u.test(word) || NUMBER_WORDS.has(plain(word))

export const isNegation = (word: string): boolean => {
  const w = plain(word)
  return NEGATIONS.has(w) || w.endsWith("n't")
}

/** Whether one of `these` is the negation of one of `those`: "unlikely" of "likely". */
const negatesOne = (these: ReadonlySet<string>, those: ReadonlySet<string>) =>
  [...these].some((word) => NEGATING.test(word) && those.has(word.replace(NEGATING, '')))

const pick = (text: string, wanted: (word: string) => boolean) => words(text).filter(wanted).map(plain)

const sameList = (a: string[], b: string[]) => a.length === b.length && a.every((word, i) => word === b[i])

/** Whether the numbers of two versions differ, in themselves or in their order. */
export const numbersDiffer = (before: string, after: string): boolean =>
  !sameList(pick(before, isNumber), pick(after, isNumber))

const isWord = (word: string) => /\p{L}/u.test(word)

/** Whether a negation came or went, as a word or as a prefix. */
export const polarityDiffers = (before: string, after: string): boolean => {
  if (pick(before, isNegation).length !== pick(after, isNegation).length) return true
  const a = new Set(pick(before, isWord))
  const b = new Set(pick(after, isWord))
  const gone = new Set([...a].filter((word) => !b.has(word)))
  const come = new Set([...b].filter((word) => !a.has(word)))
  return negatesOne(gone, come) || negatesOne(come, gone)
}
