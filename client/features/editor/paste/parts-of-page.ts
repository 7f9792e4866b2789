/** A cleaned page in parts that are read one after the other: whole blocks, some hundred elements each. */
import { all, hasBlocks, isBlock } from './elements.ts'

/** They only hold others together. */
const HOLDERS = /^(DIV|SECTION|ARTICLE|MAIN|HEADER|FOOTER|CENTER|FORM|FIELDSET)$/

const PART = 150

/** Each part in an element of its own, in order. The page is empty afterwards. */
export function* partsOf(body: Element): Generator<Element, void, void> {
  const fresh = () => body.ownerDocument.createElement('div')
  let part = fresh()
  let elements = 0
  const ways: ChildNode[][] = [[...body.childNodes].reverse()]
  for (let open = ways.at(-1); open; open = ways.at(-1)) {
    const node = open.pop()
    const element = node?.nodeType === 1 ? (node as Element) : null
    const isHolder = element !== null && HOLDERS.test(element.nodeName) && hasBlocks(element)
    // Words before and within a holder are two paragraphs; those between two blocks are one, and stay together.
    const isEdge = !node || isHolder ? part.lastChild && !isBlock(part.lastChild) : elements >= PART
    if (isEdge && (!node || (element && isBlock(element)))) {
      yield part
      part = fresh()
      elements = 0
    }
    if (!node) ways.pop()
    else if (isHolder) ways.push([...element.childNodes].reverse())
    else {
      part.append(node)
      elements += element ? 1 + all(element, '*').length : 1
    }
  }
  if (part.firstChild) yield part
}
