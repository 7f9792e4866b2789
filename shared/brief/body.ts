/**
 * The body as plain data: ProseMirror's JSON, read out of the Y.XmlFragment and written into it without an
 * editor. What the binding of the editor makes and reads is made and read here in the same shape.
 */
import * as Y from 'yjs'
import { DEPTH_LIMIT } from '../editor/depth.ts'
import { roots } from './document.ts'
import { textBlocks } from './text-block.ts'

export type BodyMark = { type: string; attrs?: Record<string, unknown> }

/** A node of the body as ProseMirror's `toJSON` gives it. Attributes that are null are left out. */
export type BodyNode = {
  type: string
  attrs?: Record<string, unknown>
  content?: BodyNode[]
  text?: string
  marks?: BodyMark[]
}

/** The binding stores marks that may overlap as `name--hash`. */
const markName = (attribute: string) => /^(.*)--[a-zA-Z0-9+/=]{8}$/s.exec(attribute)?.[1] ?? attribute

const marksOf = (attributes: Record<string, unknown> | undefined): BodyMark[] =>
  Object.entries(attributes ?? {})
    .filter(([name, value]) => name !== 'ychange' && value !== null && value !== undefined && value !== false)
    .map(([name, value]) => {
      const attrs = plainAttributes(value)
      return Object.keys(attrs).length ? { type: markName(name), attrs } : { type: markName(name) }
    })
    .sort((a, b) => (a.type < b.type ? -1 : a.type > b.type ? 1 : 0))

const plainAttributes = (value: unknown): Record<string, unknown> =>
  typeof value !== 'object' || value === null || Array.isArray(value)
    ? {}
    : Object.fromEntries(Object.entries(value).filter(([, v]) => v !== null && v !== undefined))

const withMarks = (node: BodyNode, marks: BodyMark[]): BodyNode => (marks.length ? { ...node, marks } : node)

/** Elements that were read before, and did not change since. */
export type ReadBefore = WeakMap<object, BodyNode>

const readText = (text: Y.XmlText, depth: number, before?: ReadBefore): BodyNode[] => {
  const delta = text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]
  return delta.flatMap(({ insert, attributes }): BodyNode[] => {
    const marks = marksOf(attributes)
    if (typeof insert === 'string') return insert ? [withMarks({ type: 'text', text: insert }, marks)] : []
    if (insert instanceof Y.XmlElement) return [withMarks(readElement(insert, depth, before), marks)]
    return []
  })
}

/** One Y.XmlElement, with all it holds, as a node. Never throws. What stands in `before` is taken from there, and what is read put there. */
export const readElement = (element: Y.XmlElement, depth = 0, before?: ReadBefore): BodyNode => {
  const known = before?.get(element)
  if (known) return known
  const node: BodyNode = { type: element.nodeName }
  const attrs = plainAttributes(element.getAttributes())
  delete attrs.ychange
  if (Object.keys(attrs).length) node.attrs = attrs
  const content = depth >= DEPTH_LIMIT ? [] : readChildren(element, depth + 1, before)
  if (content.length) node.content = content
  before?.set(element, node)
  return node
}

const readChildren = (parent: Y.XmlElement | Y.XmlFragment, depth: number, before?: ReadBefore): BodyNode[] =>
  joinText(
    parent.toArray().flatMap((child): BodyNode[] => {
      if (child instanceof Y.XmlText) return readText(child, depth, before)
      if (child instanceof Y.XmlElement) return [readElement(child, depth, before)]
      return []
    }),
  )

const sameMarks = (a: BodyNode, b: BodyNode) =>
  JSON.stringify(a.marks ?? []) === JSON.stringify(b.marks ?? [])

/** ProseMirror keeps neighbouring text of the same marks as one node; two Y.XmlText beside each other do not. */
const joinText = (nodes: BodyNode[]): BodyNode[] => {
  const joined: BodyNode[] = []
  for (const node of nodes) {
    const last = joined.at(-1)
    if (last?.text !== undefined && node.text !== undefined && sameMarks(last, node))
      joined[joined.length - 1] = { ...last, text: last.text + node.text }
    else joined.push(node)
  }
  return joined
}

/** The body of a brief. Whatever stands in the document, this reads: unknown nodes come out as they are. */
export const readBody = (doc: Y.Doc): BodyNode => {
  const content = readChildren(roots(doc).body, 0)
  return content.length ? { type: 'doc', content } : { type: 'doc' }
}

const markAttributes = (marks: BodyMark[] | undefined): Record<string, unknown> =>
  Object.fromEntries((marks ?? []).map((m) => [m.type, m.attrs ?? {}]))

const makeText = (nodes: BodyNode[]): Y.XmlText => {
  const text = new Y.XmlText()
  text.applyDelta(
    nodes.map((n) => ({
      insert: n.text ?? makeElement(n),
      attributes: markAttributes(n.marks),
    })),
    // A code block's last line may be empty; by default Yjs drops a last line break.
    { sanitize: false },
  )
  return text
}

/** A node as the Y.XmlElement that the binding would make of it. */
export const makeElement = (node: BodyNode): Y.XmlElement => {
  const element = new Y.XmlElement(node.type)
  for (const [name, value] of Object.entries(node.attrs ?? {}))
    // Yjs keeps every JSON value, numbers as numbers; its type speaks of strings only.
    if (value !== null && value !== undefined) element.setAttribute(name, value as string)
  const content = node.content ?? []
  if (textBlocks.has(node.type)) {
    if (content.length) element.insert(0, [makeText(content)])
  } else element.insert(0, content.map(makeElement))
  return element
}

/** Puts `body` in place of what the document's body holds. */
export const writeBody = (doc: Y.Doc, body: BodyNode): void => {
  const fragment = roots(doc).body
  doc.transact(() => {
    if (fragment.length) fragment.delete(0, fragment.length)
    fragment.insert(0, (body.content ?? []).map(makeElement))
  })
}
