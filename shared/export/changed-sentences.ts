/** What changed between two versions of a text, sentence by sentence: for readers who knew the earlier one. */
import { diff } from 'fast-myers-diff'
import type { BodyNode } from '../brief/body.ts'
import { wordsOfBlock } from '../brief/covers.ts'
import { textBlocks } from '../brief/text-block.ts'
import { sentences } from '../text/sentences.ts'
import { type DiffPart, wordDiff, words } from '../text/word-diff.ts'

export type SentenceChange = { is: 'added' | 'removed'; words: string } | { is: 'changed'; parts: DiffPart[] }

/** Of two sentences in the same place, as much must be the same for one to have become the other. */
const ALIKE = 0.5

/** In the order of the text; where a stretch was rewritten, what is gone stands before what is new. */
export const changedSentences = (before: BodyNode, after: BodyNode): SentenceChange[] => {
  const a = sentencesOf(before)
  const b = sentencesOf(after)
  const changes: SentenceChange[] = []
  for (const [start, end, from, to] of diff(a, b))
    changes.push(...within(a.slice(start, end), b.slice(from, to)))
  return changes
}

const sentencesOf = (node: BodyNode): string[] => {
  if (!textBlocks.has(node.type)) return (node.content ?? []).flatMap(sentencesOf)
  const text = wordsOfBlock(node)
  return sentences(text).map(({ start, end }) => text.slice(start, end).replace(/\s+/gu, ' '))
}

/** Each new sentence takes the first of those gone that is like it; those before that one are gone for good. */
const within = (gone: string[], come: string[]): SentenceChange[] => {
  const changes: SentenceChange[] = []
  let at = 0
  for (const sentence of come) {
    const match = gone.findIndex((each, n) => n >= at && likeness(each, sentence) >= ALIKE)
    if (match < 0) {
      changes.push({ is: 'added', words: sentence })
      continue
    }
    for (const each of gone.slice(at, match)) changes.push({ is: 'removed', words: each })
    changes.push({ is: 'changed', parts: wordDiff(gone[match]!, sentence) })
    at = match + 1
  }
  for (const each of gone.slice(at)) changes.push({ is: 'removed', words: each })
  return changes
}

/** Words that both have, of those of the longer one: 0 to 1. */
const likeness = (a: string, b: string): number => {
  const counted = new Map<string, number>()
  const ours = words(a).filter((word) => word.trim())
  const theirs = words(b).filter((word) => word.trim())
  for (const word of ours) counted.set(word, (counted.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of theirs) {
    const left = counted.get(word) ?? 0
    if (left > 0) shared++
    counted.set(word, left - 1)
  }
  return shared / Math.max(1, ours.length, theirs.length)
}
