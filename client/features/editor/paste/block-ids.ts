/** Ids for the blocks of what was pasted, given before it comes: one step for each takes many seconds. */
import { Fragment, type Node } from '@tiptap/pm/model'
import { newId } from '../../../../shared/brief/id.ts'

export const blocksIn = (fragment: Fragment): number => {
  let blocks = 0
  fragment.descendants((node) => {
    if (node.isBlock) blocks++
    return !node.isTextblock
  })
  return blocks
}

export const withIds = (fragment: Fragment): Fragment => {
  const nodes: Node[] = []
  fragment.forEach((node) => {
    if (node.isInline) return nodes.push(node)
    const attrs = 'id' in node.attrs ? { ...node.attrs, id: newId() } : node.attrs
    const content = node.isTextblock ? node.content : withIds(node.content)
    return nodes.push(node.type.create(attrs, content, node.marks))
  })
  return Fragment.from(nodes)
}
