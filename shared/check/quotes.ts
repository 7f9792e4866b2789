/**
 * Whether quoted words are the source's words. What editors may do to a quotation is fair: leave words out with
 * an ellipsis, put their own in brackets, [sic], another case of a first letter, "(emphasis added)", other
 * typography, a part of the passage. Any other difference is shown word by word.
 */
import { isNegation, isNumber, polarityDiffers } from '../anchor/meaning.ts'
import { align, type Step } from './align.ts'
import { quoteTokens, sourceTokens } from './quote-tokens.ts'

/** What was done to the source's words and is fair. */
export type Allowance =
  'layout' | 'case' | 'omission' | 'insertion' | 'sic' | 'emphasis' | 'punctuation' | 'part'

/** `same` and `added` read as the quotation, `same` and `removed` as the source; a space parts two parts. */
export type QuotePart = {
  kind: 'same' | 'added' | 'removed'
  text: string
  /** This part changes a number or turns the statement around. */
  loud?: 'number' | 'negation'
}

export type QuoteDifference =
  | { is: 'same' }
  | { is: 'fair'; allowed: Allowance[] }
  | { is: 'differs'; parts: QuotePart[]; loudest: 'number' | 'negation' | 'words' }

const loudness = (text: string): QuotePart['loud'] => {
  const parts = text.split(/\s+/)
  if (parts.some(isNegation)) return 'negation'
  return parts.some(isNumber) ? 'number' : undefined
}

/** Tokens read as text again: no space before a mark that closes, none after one that opens. */
const textOf = (tokens: readonly string[]) =>
  tokens
    .map((token, i) =>
      i === 0 || /^[,.;:!?)\]%‰]/.test(token) || '(['.includes(tokens[i - 1]!.at(-1)!) ? token : ` ${token}`,
    )
    .join('')

const partsOf = (steps: Step[]): QuotePart[] => {
  // Joined at the end: to look at the last sign of a text that grows token by token takes ever longer.
  const pieces: { kind: QuotePart['kind']; tokens: string[] }[] = []
  const put = (kind: QuotePart['kind'], tokens: string[]) => {
    const last = pieces.at(-1)
    if (last?.kind === kind) for (const token of tokens) last.tokens.push(token)
    else if (tokens.length > 0) pieces.push({ kind, tokens })
  }
  let removed: string[] = []
  let added: string[] = []
  const flush = () => {
    put('removed', removed)
    put('added', added)
    removed = []
    added = []
  }
  for (const step of steps) {
    if (step.is === 'unlike' || step.is === 'removed') removed.push(step.source.text)
    if (step.is === 'unlike' || step.is === 'added') added.push(step.quote.text)
    if (step.is === 'same' || step.is === 'editorial') {
      flush()
      put('same', [step.quote.text])
    }
  }
  flush()
  const parts = pieces.map(({ kind, tokens }): QuotePart => ({ kind, text: textOf(tokens) }))
  return parts.map((part, i) => {
    if (part.kind === 'same') return part
    const other = parts[part.kind === 'removed' ? i + 1 : i - 1]
    const opposite = other && other.kind !== 'same' && polarityDiffers(part.text, other.text)
    const loud = opposite ? 'negation' : loudness(part.text)
    return loud ? { ...part, loud } : part
  })
}

const plainly = (text: string) => text.replace(/\s+/gu, ' ').trim()

/** `words` as quoted in the brief, `excerptWords` as they stand in the source. */
export const quoteDifference = (words: string, excerptWords: string): QuoteDifference => {
  if (plainly(words) === plainly(excerptWords)) return { is: 'same' }
  const quote = quoteTokens(words)
  const source = sourceTokens(excerptWords)
  const { steps, partial } = align(quote, source)
  const differs = steps.some((s) => s.is === 'unlike' || s.is === 'added' || s.is === 'removed')
  if (differs || !steps.some((s) => s.is === 'same')) {
    const parts = partsOf(steps)
    if (!parts.some((p) => p.kind !== 'same')) parts.push({ kind: 'removed', text: plainly(excerptWords) })
    const loud = (kind: 'number' | 'negation') => parts.some((part) => part.loud === kind)
    return {
      is: 'differs',
      parts,
      loudest: loud('negation') ? 'negation' : loud('number') ? 'number' : 'words',
    }
  }
  const allowed = new Set<Allowance>()
  for (const step of steps) {
    if (step.is === 'editorial' && step.quote.kind !== 'word' && step.quote.kind !== 'mark')
      allowed.add(step.quote.kind)
    if (step.is === 'same' && step.otherCase) allowed.add('case')
    if (step.is === 'punctuation') allowed.add('punctuation')
  }
  if (partial) allowed.add('part')
  if (allowed.size === 0) allowed.add('layout')
  return { is: 'fair', allowed: [...allowed].sort() }
}
