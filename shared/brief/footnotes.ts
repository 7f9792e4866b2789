/**
 * The texts of the writer's own footnotes. The body holds a mark with an id; the text stands in the root `footnotes` under
 * that id, so that two people can write in it. A text is never deleted with its mark: undo brings the mark back to it.
 */
import * as Y from 'yjs'
import { type BodyNode, makeElement, readElement } from './body.ts'
import { roots } from './document.ts'

/** Footnote id → the paragraphs of its text, at least one. */
export type Footnotes = ReadonlyMap<string, readonly BodyNode[]>

const EMPTY: readonly BodyNode[] = [{ type: 'paragraph' }]

/** Null where no text stands. */
export const readFootnote = (_id: string, text: unknown): readonly BodyNode[] | null =>
  text instanceof Y.XmlElement ? (readElement(text).content ?? EMPTY) : null

/** Never throws for what a document holds. */
export const readFootnotes = (doc: Y.Doc): Map<string, readonly BodyNode[]> =>
  new Map(
    [...roots(doc).footnotes].flatMap(([id, element]): [string, readonly BodyNode[]][] => {
      const text = readFootnote(id, element)
      return text ? [[id, text]] : []
    }),
  )

/** Puts a text under an id, in place of what may stand there. Belongs into a transaction with the mark. */
export const writeFootnote = (doc: Y.Doc, id: string, paragraphs: readonly BodyNode[] = EMPTY): void => {
  const content = paragraphs.length > 0 ? [...paragraphs] : [...EMPTY]
  roots(doc).footnotes.set(id, makeElement({ type: 'footnoteText', content }))
}

/** Ids of the footnotes in document order, as often as they stand there. */
export const footnoteIds = (node: BodyNode): string[] => [
  ...(node.type === 'footnote' && typeof node.attrs?.id === 'string' ? [node.attrs.id] : []),
  ...(node.content ?? []).flatMap(footnoteIds),
]

/** The body with the texts of the footnotes that it names behind it: for what looks at every word of a brief. `named`: their ids, where they are known. */
export const withFootnotes = (
  body: BodyNode,
  footnotes: Footnotes,
  named: readonly string[] = footnoteIds(body),
): BodyNode => {
  const texts = [...new Set(named)].flatMap((id): BodyNode[] => {
    const content = footnotes.get(id)
    return content ? [{ type: 'footnoteText', content: [...content] }] : []
  })
  return texts.length ? { ...body, content: [...(body.content ?? []), ...texts] } : body
}

/** How a footnote is called beside the numbers of sources: a, b, … z, aa, ab. `place` counts from 0. */
export const footnoteLetter = (place: number): string =>
  (place < 26 ? '' : footnoteLetter(Math.floor(place / 26) - 1)) + String.fromCharCode(97 + (place % 26))
