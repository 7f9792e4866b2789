/**
 * Lays a quotation's tokens beside its source's, with the fewest differences: an omission swallows words of the
 * source for nothing, a bracket a few, and the source may go on before and after the quotation.
 */
import { isNegation, isNumber } from '../anchor/meaning.ts'
import type { Token } from './quote-tokens.ts'

export type Step =
  | { is: 'same'; quote: Token; source: Token; otherCase: boolean }
  | { is: 'editorial'; quote: Token }
  /** A mark more, less or other where an editor may: at the ends, and beside an omission or a bracket. */
  | { is: 'punctuation' }
  | { is: 'unlike'; quote: Token; source: Token }
  | { is: 'added'; quote: Token }
  | { is: 'removed'; source: Token }

/** `partial`: the source's words go on before or after the quotation. */
export type Alignment = { steps: Step[]; partial: boolean }

/** "[He] said" may stand for this many words of the source; more need an ellipsis. */
const BRACKET_REPLACES = 12
/** Cells of the table, a quarter of a second: larger ones are told apart by their beginnings and ends only. */
const MOST_CELLS = 6_000_000

const WORD = 4
const MARK = 1

const cost = (t: Token) => (t.kind === 'mark' ? MARK : WORD)

const sameWord = (q: Token, s: Token, first: boolean): 'same' | 'case' | null => {
  if (q.key === s.key) return q.caseMarked ? 'case' : 'same'
  if (!first && !q.caseMarked) return null
  const [a, b] = [q.key, s.key]
  return a.slice(1) === b.slice(1) && a.slice(0, 1).toLowerCase() === b.slice(0, 1).toLowerCase()
    ? 'case'
    : null
}

const isEditorial = (t: Token) => t.kind !== 'word' && t.kind !== 'mark'

/** What an omission or a bracket may not swallow: it would turn the sentence around or change its figure. */
const mayNotGo = (swallowed: Token[], by: Token) => {
  if (by.kind === 'insertion') return swallowed.some((t) => isNegation(t.text) || isNumber(t.text))
  // "did […] approve" for "did not approve": a negation goes only with the clause it stands in.
  return swallowed.some((t) => isNegation(t.text)) && !swallowed.some((t) => /[,;:.!?-]/.test(t.key))
}

const FROM_BOTH = 0
const FROM_QUOTE = 1
const FROM_SOURCE = 2

const plainAlignment = (quote: Token[], source: Token[]): Alignment => {
  let head = 0
  while (head < quote.length && head < source.length && quote[head]!.key === source[head]!.key) head++
  return {
    steps: [
      ...quote
        .slice(0, head)
        .map((q, i): Step => ({ is: 'same', quote: q, source: source[i]!, otherCase: false })),
      ...source.slice(head).map((s): Step => ({ is: 'removed', source: s })),
      ...quote
        .slice(head)
        .map((q): Step => (isEditorial(q) ? { is: 'editorial', quote: q } : { is: 'added', quote: q })),
    ],
    partial: false,
  }
}

export const align = (quote: Token[], source: Token[]): Alignment => {
  const n = quote.length
  const m = source.length
  if ((n + 1) * (m + 1) > MOST_CELLS) return plainAlignment(quote, source)
  const width = m + 1
  const total = new Float64Array((n + 1) * width)
  const from = new Uint8Array((n + 1) * width)
  // The first row stays zero: the quotation may begin anywhere in its source.
  for (let i = 1; i <= n; i++) {
    const q = quote[i - 1]!
    const first = i === 1 || isEditorial(quote[i - 2]!) || /^[.!?:]$/.test(quote[i - 2]!.key)
    // An omission swallows for a hair's breadth, so that equal words are kept when there is a choice.
    const swallow = q.kind === 'omission' ? 0.001 : q.kind === 'insertion' ? WORD / 2 / BRACKET_REPLACES : -1
    const added = isEditorial(q) ? 0 : cost(q)
    for (let j = 0; j <= m; j++) {
      const cell = i * width + j
      let best = total[cell - width]! + added
      let way = FROM_QUOTE
      const s = j > 0 ? source[j - 1]! : undefined
      if (s) {
        if (!isEditorial(q)) {
          const price = sameWord(q, s, first) ? 0 : q.kind === s.kind ? cost(q) * 1.5 : Infinity
          const both = total[cell - width - 1]! + price
          if (both <= best) {
            best = both
            way = FROM_BOTH
          }
        }
        const removed = total[cell - 1]! + (swallow >= 0 ? swallow : cost(s))
        if (removed < best) {
          best = removed
          way = FROM_SOURCE
        }
      }
      total[cell] = best
      from[cell] = way
    }
  }
  // …and may end anywhere.
  let end = m
  for (let j = m; j >= 0; j--) if (total[n * width + j]! < total[n * width + end]!) end = j
  return trace(quote, source, from, end)
}

const trace = (quote: Token[], source: Token[], from: Uint8Array, end: number): Alignment => {
  const width = source.length + 1
  const steps: Step[] = []
  let i = quote.length
  let j = end
  let swallowed: Token[] = []
  while (i > 0) {
    const q = quote[i - 1]!
    const way = from[i * width + j]
    if (way === FROM_SOURCE) {
      const s = source[--j]!
      if (q.kind === 'omission' || q.kind === 'insertion') swallowed.unshift(s)
      else steps.push({ is: 'removed', source: s })
      continue
    }
    if (way === FROM_QUOTE) {
      i--
      if (isEditorial(q)) {
        steps.push({ is: 'editorial', quote: q })
        if (mayNotGo(swallowed, q))
          steps.push(...swallowed.reverse().map((s): Step => ({ is: 'removed', source: s })))
        swallowed = []
      } else steps.push({ is: 'added', quote: q })
      continue
    }
    i--
    const s = source[--j]!
    const first = i === 0 || isEditorial(quote[i - 1]!) || /^[.!?:]$/.test(quote[i - 1]!.key)
    const like = sameWord(q, s, first)
    steps.push(
      like
        ? { is: 'same', quote: q, source: s, otherCase: like === 'case' }
        : { is: 'unlike', quote: q, source: s },
    )
  }
  steps.reverse()
  const partial = [...source.slice(0, j), ...source.slice(end)].some((t) => t.kind === 'word')
  return { steps: forgiveMarks(steps), partial }
}

const markOnly = (step: Step): boolean =>
  (step.is === 'added' && step.quote.kind === 'mark') ||
  (step.is === 'removed' && step.source.kind === 'mark') ||
  (step.is === 'unlike' && step.quote.kind === 'mark' && step.source.kind === 'mark')

/** Marks at the ends of a quotation and beside what its writer put in belong to its writer. */
const forgiveMarks = (steps: Step[]): Step[] => {
  const mild = (at: number, step: 1 | -1): boolean => {
    let k = at
    while (steps[k] && markOnly(steps[k]!)) k += step
    return steps[k] === undefined || steps[k]!.is === 'editorial'
  }
  return steps.map((step, k) =>
    markOnly(step) && (mild(k, 1) || mild(k, -1)) ? { is: 'punctuation' } : step,
  )
}
