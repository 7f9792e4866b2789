/**
 * Takes nesting away that no brief can hold: what walks a document by recursion ends at a few thousand elements inside
 * each other, and a brief at some sixty. The words stay, as lines. Each node is moved at most once, however deep it stands.
 */
import { isBlock, wordsOf } from './elements.ts'

/** Elements inside each other, of any kind: spans within spans count too. */
const DEEPEST = 250
/** Lists, quotations and boxes inside each other. Each list is two levels of a brief, and the caret may stand in some already. */
const DEEPEST_BLOCKS = 40

const NESTING = new Set(['UL', 'OL', 'LI', 'BLOCKQUOTE', 'ASIDE', 'TABLE', 'FIGURE'])

/** How many lists, quotations and the like were taken apart. */
export const flatten = (root: Element): number => {
  let taken = 0
  const open: { element: Element; depth: number; blocks: number }[] = [{ element: root, depth: 0, blocks: 0 }]
  for (let at = open.pop(); at; at = open.pop()) {
    for (let child: Element | null = at.element.firstElementChild; child; child = child.nextElementSibling) {
      const nests = NESTING.has(child.nodeName)
      if (at.depth >= DEEPEST || (nests && at.blocks >= DEEPEST_BLOCKS)) {
        taken += nests ? 1 : 0
        const lines = child.ownerDocument.createElement('span')
        taken += wordsInto(lines, child)
        child.replaceWith(lines)
        child = lines
      } else open.push({ element: child, depth: at.depth + 1, blocks: at.blocks + (nests ? 1 : 0) })
    }
  }
  return taken
}

/** The words of an element, a line for each block in it. */
const wordsInto = (lines: Element, element: Element): number => {
  const document = element.ownerDocument
  const kept: Node[] = []
  let taken = 0
  let isNewLine = false
  let node: Node | null = element.firstChild
  while (node) {
    if (node.nodeType === 1) {
      if (NESTING.has(node.nodeName)) taken++
      if (isBlock(node)) isNewLine = true
    } else if (node.nodeType === 3 && wordsOf(node) !== '') {
      if (isNewLine && kept.length > 0) kept.push(document.createElement('br'))
      isNewLine = false
      kept.push(node)
    }
    if (node.firstChild) node = node.firstChild
    else {
      let up: Node | null = node
      while (up && up !== element && !up.nextSibling) up = up.parentNode
      node = up && up !== element ? up.nextSibling : null
    }
  }
  // One by one: as arguments of one call, half a million are too many.
  for (const each of kept) lines.appendChild(each)
  return taken
}
