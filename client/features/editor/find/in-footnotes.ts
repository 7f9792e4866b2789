/** Finds and replaces in the texts of footnotes, which stand apart from the page's document. */
import * as Y from 'yjs'
import { roots } from '../../../../shared/brief/document.ts'
import type { Finding } from './find-query.ts'

const LETTER = '[\\p{L}\\p{N}_]'

/** The same as prosemirror-search looks for; null: nothing, or no pattern. */
const patternOf = ({ words, caseSensitive, wholeWord, regexp }: Finding): RegExp | null => {
  if (words === '') return null
  const source = regexp ? words : words.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
  try {
    return new RegExp(
      wholeWord ? `(?<!${LETTER})(?:${source})(?!${LETTER})` : source,
      caseSensitive ? 'gu' : 'giu',
    )
  } catch {
    return null
  }
}

const textsOf = (node: Y.XmlElement | Y.XmlText | Y.XmlHook): Y.XmlText[] =>
  node instanceof Y.XmlText
    ? [node]
    : node instanceof Y.XmlElement
      ? (node.toArray() as (Y.XmlElement | Y.XmlText)[]).flatMap(textsOf)
      : []

type Place = { at: number; length: number; words: string }

/** Positions as Yjs counts them: what is embedded takes one. */
const placesIn = (text: Y.XmlText, pattern: RegExp): Place[] => {
  let at = 0
  return (text.toDelta() as { insert: unknown }[]).flatMap(({ insert }) => {
    const start = at
    at += typeof insert === 'string' ? insert.length : 1
    if (typeof insert !== 'string') return []
    return [...insert.matchAll(pattern)]
      .filter(([found]) => found !== '')
      .map((match) => ({ at: start + match.index, length: match[0].length, words: match[0] }))
  })
}

/** `placed`: ids of the footnotes that stand on the page. */
const all = (doc: Y.Doc, placed: readonly string[]): Y.XmlText[] =>
  placed.flatMap((id) => {
    const text = roots(doc).footnotes.get(id)
    return text instanceof Y.XmlElement ? textsOf(text) : []
  })

export const countInFootnotes = (doc: Y.Doc, placed: readonly string[], finding: Finding): number => {
  const pattern = patternOf(finding)
  if (!pattern) return 0
  return all(doc, placed).reduce((sum, text) => sum + placesIn(text, pattern).length, 0)
}

/** Returns how many it replaced. `$1` and `$&` mean in a pattern's replacement what they mean to JavaScript. */
export const replaceInFootnotes = (
  doc: Y.Doc,
  placed: readonly string[],
  finding: Finding,
  origin: unknown,
): number => {
  const pattern = patternOf(finding)
  if (!pattern) return 0
  let replaced = 0
  doc.transact(() => {
    for (const text of all(doc, placed))
      for (const { at, length, words } of placesIn(text, pattern).toReversed()) {
        const instead = finding.regexp
          ? words.replace(new RegExp(pattern.source, pattern.flags.replace('g', '')), finding.replacement)
          : finding.replacement
        // Before the old words go, so that it looks as they do.
        if (instead) text.insert(at + length, instead)
        text.delete(at, length)
        replaced++
      }
  }, origin)
  return replaced
}
