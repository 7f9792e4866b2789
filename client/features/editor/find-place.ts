/**
 * Where a citation that lost its place belongs: behind the sentence it was last seen with, found again although
 * words in it may have changed.
 */
import type { Node } from '@tiptap/pm/model'
import { sentences } from '../../../shared/text/sentences.ts'
import { textMap } from './text-map.ts'

/** Below this share of common words it is another sentence, and the person is asked to choose the place. */
const ENOUGH = 0.6

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** Twice the common words over all words (Dice), each word as often as it stands in both. */
export const likeness = (a: string, b: string): number => {
  const [left, right] = [wordsOf(a), wordsOf(b)]
  if (left.length + right.length === 0) return 0
  const count = new Map<string, number>()
  for (const word of left) count.set(word, (count.get(word) ?? 0) + 1)
  let common = 0
  for (const word of right) {
    const n = count.get(word) ?? 0
    if (n === 0) continue
    common++
    count.set(word, n - 1)
  }
  return (2 * common) / (left.length + right.length)
}

/** The position behind the most similar sentence, before white space; null when no sentence is similar enough. */
export const findPlace = (doc: Node, sentence: string): number | null => {
  if (sentence.trim() === '') return null
  let best = { likeness: 0, pos: 0 }
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true
    if (node.type.spec.code) return false
    const map = textMap(node, pos + 1)
    for (const span of sentences(map.text)) {
      const found = likeness(sentence, map.text.slice(span.start, span.end))
      if (found > best.likeness) best = { likeness: found, pos: map.positionOf(span.end - 1) + 1 }
    }
    return false
  })
  return best.likeness >= ENOUGH ? best.pos : null
}
