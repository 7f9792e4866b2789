/** What changed between two versions of some words, word by word, as a person would mark it. */
import { diff } from 'fast-myers-diff'

export type DiffPart = { kind: 'same' | 'added' | 'removed'; text: string }

/**
 * Above this many words and marks on the changed stretch a person sees no single words any more, and Myers'
 * algorithm takes time with the square of the differences: the stretch is shown as a whole.
 */
const LARGEST = 6000

/** Words with the marks inside them ("83.3", "don't", "well-known"), runs of white space, single marks. */
export const words = (text: string): string[] =>
  text.match(/[\p{L}\p{M}\p{N}]+(?:[.,'’‑-][\p{L}\p{M}\p{N}]+)*|\s+|[^\s\p{L}\p{M}\p{N}]/gu) ?? []

/**
 * The texts of `same` and `removed` joined are `before`; of `same` and `added`, `after`. No part is empty, no two
 * neighbours are of one kind, and what was removed stands before what took its place.
 */
export const wordDiff = (before: string, after: string): DiffPart[] => {
  const parts: DiffPart[] = []
  const put = (kind: DiffPart['kind'], text: string) => {
    if (!text) return
    const last = parts.at(-1)
    if (last?.kind === kind) last.text += text
    else parts.push({ kind, text })
  }
  const a = words(before)
  const b = words(after)
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head++
  let tail = 0
  while (
    tail < a.length - head &&
    tail < b.length - head &&
    a[a.length - 1 - tail] === b[b.length - 1 - tail]
  )
    tail++
  const from = a.slice(head, a.length - tail)
  const to = b.slice(head, b.length - tail)
  put('same', a.slice(0, head).join(''))
  let at = 0
  const changes = from.length + to.length > LARGEST ? [[0, from.length, 0, to.length]] : diff(from, to)
  for (const [start = 0, end = 0, toStart = 0, toEnd = 0] of changes) {
    put('same', from.slice(at, start).join(''))
    put('removed', from.slice(start, end).join(''))
    put('added', to.slice(toStart, toEnd).join(''))
    at = end
  }
  put('same', from.slice(at).join(''))
  put('same', a.slice(a.length - tail).join(''))
  return parts
}
