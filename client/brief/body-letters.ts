/** The letters of a body, also as they stood before a change: line ends around each block, citations left out. */
import * as Y from 'yjs'

/** A run of letters, and the item that holds it; line ends and breaks have none. */
export type Letters = { text: string; item: Y.Item | null }

/** A type with its place in Yjs: the item it is in, and its first one. */
export type YType = Pick<Y.AbstractType<unknown>, '_item' | '_start'>

/** `stands`: which items count. Inside a type that does not stand, nothing does. */
export function* lettersIn(type: YType, stands: (item: Y.Item) => boolean): Generator<Letters> {
  const { _start: first } = type
  for (let item = first; item; item = item.right) {
    if (!stands(item)) continue
    if (item.content instanceof Y.ContentString) yield { text: item.content.str, item }
    if (!(item.content instanceof Y.ContentType)) continue
    const inner: unknown = item.content.type
    if (inner instanceof Y.XmlText) yield* lettersIn(inner, stands)
    else if (!(inner instanceof Y.XmlElement)) continue
    else if (inner.nodeName === 'hardBreak') yield { text: ' ', item: null }
    else if (inner.nodeName !== 'citation') yield* blockIn(inner, stands)
  }
}

export function* blockIn(block: YType, stands: (item: Y.Item) => boolean): Generator<Letters> {
  yield { text: '\n', item: null }
  yield* lettersIn(block, stands)
  yield { text: '\n', item: null }
}

export const textOf = (letters: Iterable<Letters>): string => {
  let all = ''
  for (const { text } of letters) all += text
  return all
}

/** What stands now. */
export const standing = (item: Y.Item): boolean => !item.deleted

/** What stood before a change that is not cleaned up yet. */
export const stoodBefore =
  ({ beforeState, deleteSet }: Y.Transaction) =>
  (item: Y.Item): boolean =>
    item.id.clock < (beforeState.get(item.id.client) ?? 0) &&
    (!item.deleted || Y.isDeleted(deleteSet, item.id))

/** How often a phrase stands in a text. */
export const timesIn = (text: string, phrase: string): number => text.split(phrase).length - 1

/** Fewer words than these stand in a text by chance, and are no sign that a passage is still there. */
const FEW = 4

export const isShort = (words: string): boolean => words.trim().split(/\s+/).length < FEW

/** Whether each word of a passage still stands in a text beside two others of it, wherever its blocks now begin and end. */
export const standsIn = (text: string, passage: string): boolean => {
  const letters = text.replace(/\s+/g, '')
  const words = passage.trim().split(/\s+/)
  const found = words.map((_, i) => letters.includes(words.slice(i, i + 3).join('')))
  const last = words.length - 3
  return words.every((_, i) => [i - 2, i - 1, i].some((from) => from >= 0 && from <= last && found[from]))
}

export const holdsWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)
