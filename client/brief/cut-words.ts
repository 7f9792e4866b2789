/**
 * What a change from the server takes away of words that the server did not have yet: whoever deleted them, or the
 * block around them, cannot have seen them.
 */
import * as Y from 'yjs'
import { roots } from '../../shared/brief/document.ts'
import {
  blockIn,
  holdsWords,
  isShort,
  lettersIn,
  standsIn,
  stoodBefore,
  textOf,
  timesIn,
  type YType,
} from './body-letters.ts'

/** Whole words. Few of them come with the phrase that they stood in, and how often that stood in the body. */
export type Cut = { words: string; within: { phrase: string; stood: number } | null }

/** Whether the words are in the body still, or again. */
export const isThere = ({ words, within }: Cut, now: string): boolean =>
  within ? timesIn(now, within.phrase) >= within.stood : standsIn(now, words)

/**
 * A list for each block. To be called before the change is cleaned up: then its letters are still there. `reach`: up to
 * which clock the server has what a client wrote.
 */
export const cutWords = (transaction: Y.Transaction, reach: (client: number) => number): Cut[][] => {
  const body: YType = roots(transaction.doc).body
  const stood = stoodBefore(transaction)
  const isCut = (item: Y.Item) => item.deleted && item.content instanceof Y.ContentString && stood(item)
  const blocks = new Set<YType>()
  for (const item of deletedBeyond(transaction, reach)) if (isCut(item)) blocks.add(blockOf(item))

  let before: string | null = null
  return [...blocks].flatMap((block) => {
    if (!isIn(body, block)) return []
    let text = ''
    const lost: boolean[] = []
    for (const { text: letters, item } of blockIn(block, stood)) {
      const first = item && isCut(item) ? reach(item.id.client) - item.id.clock : Infinity
      for (let i = 0; i < letters.length; i++) lost.push(i >= first)
      text += letters
    }
    before ??= textOf(lettersIn(body, stood))
    const cuts = spansOf(text, lost).map((span) => cutOf(text, span, before!))
    return cuts.length > 0 ? [cuts] : []
  })
}

function* deletedBeyond(
  { deleteSet, doc }: Y.Transaction,
  reach: (client: number) => number,
): Generator<Y.Item> {
  for (const [client, ranges] of deleteSet.clients)
    for (const { clock, len } of ranges) {
      const from = Math.max(clock, reach(client))
      const structs = doc.store.clients.get(client)
      if (!structs || from >= clock + len) continue
      for (let i = Y.findIndexSS(structs, from); (structs[i]?.id.clock ?? Infinity) < clock + len; i++) {
        const item = structs[i]
        if (item instanceof Y.Item) yield item
      }
    }
}

/** The paragraph, heading or cell that a letter stands in; it may hold several texts. */
const blockOf = (letter: Y.Item): YType => {
  const text = letter.parent as YType
  const block = outerOf(text)
  return block instanceof Y.XmlElement ? block : text
}

const outerOf = ({ _item: item }: YType): YType | null => (item ? (item.parent as YType) : null)

const isIn = (body: YType, type: YType): boolean => {
  let root = type
  for (let outer = outerOf(root); outer; outer = outerOf(root)) root = outer
  return root === body
}

type Span = { from: number; to: number }

/** The lost stretches of a text, each up to the ends of its words; those with no word in them are left out. */
const spansOf = (text: string, lost: boolean[]): Span[] => {
  const spans: Span[] = []
  for (let at = lost.indexOf(true); at >= 0; at = lost.indexOf(true, at)) {
    let [from, to] = [at, at]
    while (lost[to]) to++
    at = to
    if (!holdsWords(text.slice(from, to))) continue
    while (/\s/.test(text[from]!)) from++
    while (/\s/.test(text[to - 1]!)) to--
    while (/\S/.test(text[from - 1] ?? ' ')) from--
    while (/\S/.test(text[to] ?? ' ')) to++
    const last = spans.at(-1)
    if (last && from <= last.to) last.to = to
    else spans.push({ from, to })
  }
  return spans
}

/** Few words are looked for with the words beside them, or with the end of the block. */
const cutOf = (text: string, { from, to }: Span, before: string): Cut => {
  const words = text.slice(from, to)
  if (!isShort(words)) return { words, within: null }
  const left = /(\n|\S+)[^\S\n]*$/.exec(text.slice(0, from))?.[0] ?? ''
  const right = /^[^\S\n]*(\n|\S+)/.exec(text.slice(to))?.[0] ?? ''
  const phrase = left + words + right
  return { words, within: { phrase, stood: timesIn(before, phrase) } }
}
