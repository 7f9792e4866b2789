/**
 * Holds what was pasted against the shape that the server takes: attributes that it would refuse go back to their
 * defaults, and marks with such attributes go. Who sent them could else not write on.
 */
import { Fragment, type Mark, type Node, Slice } from '@tiptap/pm/model'
import { allowsAttribute, allowsMark } from '../../../../shared/editor/allowed.ts'

export const throughEdge = (slice: Slice): Slice =>
  new Slice(clean(slice.content), slice.openStart, slice.openEnd)

const clean = (content: Fragment): Fragment => {
  const nodes: Node[] = []
  content.forEach((node) => {
    const marks = node.marks.some((mark) => !isSane(mark)) ? node.marks.filter(isSane) : node.marks
    if (node.isText) return nodes.push(marks === node.marks ? node : node.mark(marks))
    const attrs = saneAttrs(node)
    return nodes.push(
      node.isLeaf && attrs === node.attrs && marks === node.marks
        ? node
        : node.type.create(attrs, clean(node.content), marks),
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
