/**
 * The text in a copy of a document that another copy does not have: what a person wrote and the server did not
 * take, for "Recovered text". Text only; a piece for each paragraph, in the order of the page.
 */
import * as Y from 'yjs'
import { roots } from '../../shared/brief/document.ts'

/** Fields of records that hold words of a person, where what is lost is worth showing. */
const WORDS = new Set(['title', 'says', 'note', 'exact', 'text'])

type Reach = Map<number, number>

/** `known`: the state vector of what is not lost. */
export const lostText = (doc: Y.Doc, known: Uint8Array): string[] => {
  const reach = Y.decodeStateVector(known)
  /** The types that hold lost letters, each with one of its items. */
  const texts = new Map<unknown, Y.Item>()
  const words: string[] = []
  for (const [client, structs] of doc.store.clients)
    for (const item of structs) {
      if (!(item instanceof Y.Item) || item.deleted || endOf(item) <= (reach.get(client) ?? 0)) continue
      if (item.content instanceof Y.ContentString) texts.set(item.parent, item)
      else if (item.parentSub !== null && WORDS.has(item.parentSub)) words.push(...wordsOf(item))
    }

  const pieces: string[] = []
  for (const type of inOrder(roots(doc).body)) {
    const item = texts.get(type)
    if (item) pieces.push(lettersBeside(item, reach))
    texts.delete(type)
  }
  for (const item of texts.values()) pieces.push(lettersBeside(item, reach))
  return [...pieces, ...words].map((piece) => piece.trim()).filter(Boolean)
}

const endOf = (item: Y.Item) => item.id.clock + item.length

const wordsOf = (item: Y.Item): string[] =>
  item.content.getContent().filter((value): value is string => typeof value === 'string')

/** The lost letters of the text that `item` stands in, in its order. */
const lettersBeside = (item: Y.Item, reach: Reach): string => {
  let first = item
  while (first.left) first = first.left
  let letters = ''
  for (let each: Y.Item | null = first; each; each = each.right)
    if (!each.deleted && each.content instanceof Y.ContentString)
      letters += each.content.str.slice(firstLost(each, reach))
  return letters
}

/** Where in a run of letters the lost ones begin: a run that is known may have grown. */
const firstLost = ({ id, length }: Y.Item, reach: Reach): number =>
  Math.min(length, Math.max(0, (reach.get(id.client) ?? 0) - id.clock))

function* inOrder(type: Y.XmlFragment | Y.XmlElement): Generator<unknown> {
  for (const child of type.toArray()) {
    yield child
    if (child instanceof Y.XmlElement) yield* inOrder(child)
  }
}
