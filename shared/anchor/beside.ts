/**
 * A negation directly before or behind a passage: "did [approve it]" and "did not [approve it]" hold the same
 * words of the passage and say opposite things.
 */
import { fold } from './fold.ts'
import { isNegation } from './meaning.ts'
import type { Place } from './page.ts'
import type { Selectors } from './selectors.ts'

/** Words on each side: "did not formally approve" has its negation at the second. */
const WORDS = 2
/** Characters in which they are looked for. */
const REACH = 48

/** The place with its negation where one came, the place itself where one went; null where neither happened. */
export const negationBeside = (text: string, selectors: Selectors, place: Place): Place | null => {
  const [, { prefix, suffix }] = selectors
  const before = wordsBefore(text.slice(Math.max(0, place.start - REACH), place.start))
  const after = wordsAfter(text.slice(place.end, place.end + REACH))
  const was = [count(wordsBefore(prefix)), count(wordsAfter(suffix))]
  const is = [count(before), count(after)]
  if (was[0] === is[0] && was[1] === is[1]) return null
  const first = before.find(({ word }) => isNegation(word))
  const last = after.findLast(({ word }) => isNegation(word))
  return {
    start: is[0]! > was[0]! && first ? place.start - first.back : place.start,
    end: is[1]! > was[1]! && last ? place.end + last.ahead : place.end,
  }
}

type Beside = { word: string; back: number; ahead: number }

const count = (words: Beside[]) => words.filter(({ word }) => isNegation(word)).length

const WORD = /[\p{L}\p{M}\p{N}'’]+/gu
/** What stands beyond the end of a sentence or a block says nothing of this one. */
const END = /[.!?…;:\n]/u

const wordsBefore = (text: string): Beside[] => {
  const sentence = text.split(END).at(-1)!
  return [...sentence.matchAll(WORD)].slice(-WORDS).map(({ 0: word, index }) => ({
    word: fold(word).text,
    back: sentence.length - index,
    ahead: 0,
  }))
}

const wordsAfter = (text: string): Beside[] => {
  const sentence = text.split(END)[0]!
  return [...sentence.matchAll(WORD)].slice(0, WORDS).map(({ 0: word, index }) => ({
    word: fold(word).text,
    back: 0,
    ahead: index + word.length,
  }))
}
