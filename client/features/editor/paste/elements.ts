/** Small things to do with the elements of a pasted page. They stand in a document without a window: nothing in it loads or runs. */

export const all = (root: Element, selector: string): Element[] => [...root.querySelectorAll(selector)]

export const styleOf = (element: Element): string => element.getAttribute('style') ?? ''

export const wordsOf = (element: Node): string =>
  (element.textContent ?? '').replace(/[\s\u00a0]+/g, ' ').trim()

export const unwrap = (element: Element): void => element.replaceWith(...element.childNodes)

/** The same content and place, under another name; attributes are left behind. */
export const renamed = (element: Element, name: string): Element => {
  const other = element.ownerDocument.createElement(name)
  other.append(...element.childNodes)
  element.replaceWith(other)
  return other
}

const BLOCKS =
  'address,article,aside,blockquote,center,dd,details,div,dl,dt,fieldset,figcaption,figure,footer,form,h1,h2,h3,h4,h5,h6,header,hgroup,hr,li,main,nav,ol,p,pre,section,summary,table,tbody,td,tfoot,th,thead,tr,ul'
const BLOCK_NAMES = new Set(BLOCKS.split(','))

export const isBlock = (node: Node): boolean => BLOCK_NAMES.has(node.nodeName.toLowerCase())

export const hasBlocks = (element: Element): boolean => element.querySelector(BLOCKS) !== null
