/** The words of a quotation and of its source as tokens that can be held against each other. */
import { fold } from '../anchor/fold.ts'
import { words } from '../text/word-diff.ts'

export type Token = {
  kind: 'word' | 'mark' | 'omission' | 'insertion' | 'sic' | 'emphasis'
  /** As it stands. */
  text: string
  /** What is compared: typography folded, hyphens within the word dropped; for a word with "[t]he" its letters. */
  key: string
  /** "[t]he": the writer says that the case of the first letter is theirs. */
  caseMarked?: boolean
}

// "[T]he" before any other bracket: it is one word, and its case is marked as the writer's.
const EDITORIAL =
  /(?<letter>\[\p{L}\](?=\p{L}))|(?<sic>\[\s*sic!?\s*\]|\(\s*sic!?\s*\))|(?<omission>\[\s*(?:\.\s?\.\s?\.|…)\s*\]|\(\s*(?:\.\s?\.\s?\.|…)\s*\)|\.{4}|\.\s?\.\s?\.|…)|(?<emphasis>[([]\s*(?:emphasis|italics|emphases)\s+(?:added|mine|ours|supplied|in(?:\s+the)?\s+original)\s*[)\]]|[([](?:my|our)\s+emphasis[)\]])|(?<insertion>\[[^\][]{1,400}\])/giu

const keyOf = (word: string) => {
  const key = fold(word).text
  return /\p{L}/u.test(key) ? key.replace(/-/g, '') : key
}

const plainTokens = (text: string): Token[] =>
  words(text).flatMap((word): Token[] => {
    const key = keyOf(word)
    // Quotation marks change with the quotation they stand in, and white space is layout.
    if (/^["'\s]*$/.test(key) && !/^\p{L}/u.test(key)) return []
    return [{ kind: /[\p{L}\p{N}%‰]/u.test(key) ? 'word' : 'mark', text: word, key: key || '-' }]
  })

/** Soft hyphens and zero-width characters would part words; they are no part of any. */
const clean = (text: string) => text.replace(/[\u00AD\u200B-\u200F\u2060-\u2064\uFEFF]/g, '')

export const sourceTokens = (text: string): Token[] => plainTokens(clean(text))

export const quoteTokens = (text: string): Token[] => {
  const whole = clean(text)
  const tokens: Token[] = []
  let at = 0
  let letter = ''
  const take = (plain: string) => {
    const some = plainTokens(letter + plain)
    const first = some[0]
    if (letter && first)
      some[0] = { ...first, text: `[${letter}]${first.text.slice(letter.length)}`, caseMarked: true }
    tokens.push(...some)
    letter = ''
  }
  for (const match of whole.matchAll(EDITORIAL)) {
    take(whole.slice(at, match.index))
    at = match.index + match[0].length
    const groups = match.groups ?? {}
    if (groups.letter) {
      letter = match[0].slice(1, -1)
      continue
    }
    const kind = (['sic', 'omission', 'emphasis', 'insertion'] as const).find(
      (name) => groups[name] !== undefined,
    )
    tokens.push({ kind: kind ?? 'insertion', text: match[0], key: '' })
  }
  take(whole.slice(at))
  return tokens
}
