/**
 * Holds what was pasted against the shape that the server takes: attributes that it would refuse go back to their
 * defaults, and marks with such attributes go. Who sent them could else not write on.
 */
import { Fragment, type Mark, type Node, Slice } from '@tiptap/pm/model'
import { allowsAttribute, allowsMark } from '../../../../shared/editor/allowed.ts'

export const throughEdge = (slice: Slice): Slice =>
  new Slice(contentThroughEdge(slice.content, new Set()), slice.openStart, slice.openEnd)

/** `seen`: what the parts before this one have, of what a brief has once. */
export const contentThroughEdge = (content: Fragment, seen: Set<string>): Fragment => clean(content, seen)

/** Each of them draws what stands in the whole brief: a hundred of them end the page. */
const ONCE = new Set(['tableOfContents', 'references'])

const clean = (content: Fragment, seen: Set<string>): Fragment => {
  const nodes: Node[] = []
  content.forEach((node) => {
    const { name } = node.type
    if (seen.has(name)) return
    if (ONCE.has(name)) seen.add(name)
    const marks = node.marks.some((mark) => !isSane(mark)) ? node.marks.filter(isSane) : node.marks
    if (node.isText) return nodes.push(marks === node.marks ? node : node.mark(marks))
    const attrs = saneAttrs(node)
    return nodes.push(
      node.isLeaf && attrs === node.attrs && marks === node.marks
        ? node
        : node.type.create(attrs, clean(node.content, seen), marks),
    )
  })
  return Fragment.from(nodes)
}

const isSane = (mark: Mark) => allowsMark(mark.type.name, mark.attrs)

const saneAttrs = (node: Node): Node['attrs'] => {
  const wrong = Object.keys(node.attrs).filter(
    (name) => !allowsAttribute(node.type.name, name, node.attrs[name]),
  )
  if (wrong.length === 0) return node.attrs
  const kept = { ...node.attrs }
  for (const name of wrong) kept[name] = node.type.spec.attrs?.[name]?.default ?? null
  return kept
}
