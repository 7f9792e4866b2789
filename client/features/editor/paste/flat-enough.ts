/**
 * Takes nesting away that no brief can hold: what walks a document by recursion ends at a few thousand elements inside
 * each other, and a brief at some sixty. The words stay.
 */
import { unwrap } from './elements.ts'

/** Elements inside each other, of any kind: spans within spans count too. */
const DEEPEST = 250
/** Lists, quotations and boxes inside each other. Each list is two levels of a brief, and the caret may stand in some already. */
const DEEPEST_BLOCKS = 40

const NESTING = new Set(['UL', 'OL', 'LI', 'BLOCKQUOTE', 'ASIDE', 'TABLE', 'FIGURE'])

/** How many levels were taken away. */
export const flatten = (root: Element): number => {
  let taken = 0
  const open: { element: Element; depth: number; blocks: number }[] = [{ element: root, depth: 0, blocks: 0 }]
  for (let at = open.pop(); at; at = open.pop()) {
    for (let child = at.element.firstElementChild; child;) {
      const nests = NESTING.has(child.nodeName)
      const next: Element | null = child.nextElementSibling
      const isTooDeep = at.depth >= DEEPEST || (nests && at.blocks >= DEEPEST_BLOCKS)
      if (!isTooDeep) {
        open.push({ element: child, depth: at.depth + 1, blocks: at.blocks + (nests ? 1 : 0) })
        child = next
        continue
      }
      if (nests) taken++
      const inner = child.firstElementChild
      // Words of one entry do not run into those of the next.
      if (child.nodeName === 'LI' && next) child.after(child.ownerDocument.createElement('br'))
      unwrap(child)
      child = inner ?? next
    }
  }
  return taken
}
