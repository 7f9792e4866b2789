/**
 * A page's tree without what is no text: an allow-list of elements, without any attribute that does something.
 * What is hidden is left out, and what word processors write in their own way is put into HTML's.
 */
import type { Element, ElementContent, Root } from 'hast'
import { sanitize, type Schema } from 'hast-util-sanitize'
import { withWordLists } from './word-lists.ts'

/** Never read, with all that is in them. */
const LEFT_OUT = (
  'script style noscript template iframe frame object embed applet svg math canvas audio video map nav ' +
  'button select option textarea input datalist meter progress dialog head title link meta'
).split(' ')

/** Flow on with the words around them; every other element begins and ends a block. */
export const INLINE = new Set(
  (
    'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q rp rt ruby s samp ' +
    'small span strike strong sub sup time tt u var wbr br'
  ).split(' '),
)

/** Blocks that mean something; others are a `div`. */
const BLOCKS = new Set(
  (
    'h1 h2 h3 h4 h5 h6 p div blockquote pre ul ol li dl dt dd figure figcaption ' +
    'table caption thead tbody tfoot tr td th html body'
  ).split(' '),
)

const schema: Schema = {
  tagNames: [...INLINE, ...BLOCKS],
  attributes: { td: ['colSpan', 'rowSpan', 'scope'], th: ['colSpan', 'rowSpan', 'scope'], table: ['role'] },
  strip: LEFT_OUT,
  clobber: [],
  ancestors: {},
  protocols: {},
  required: {},
}

const leftOut = new Set(LEFT_OUT)

export const cleanTree = (tree: Root): Root => {
  const plain: Root = {
    type: 'root',
    children: tree.children.flatMap((each) => plainly(each as ElementContent)),
  }
  return sanitize(plain, schema) as Root
}

const plainly = (node: ElementContent): ElementContent[] => {
  if (node.type === 'text') return [node]
  if (node.type !== 'element' || leftOut.has(node.tagName) || isHidden(node)) return []
  const children = withWordLists(node.children).flatMap(plainly)
  const tagName = INLINE.has(node.tagName) || BLOCKS.has(node.tagName) ? node.tagName : 'div'
  return [{ ...node, tagName, children }]
}

const isHidden = ({ properties }: Element): boolean =>
  (properties.hidden !== undefined && properties.hidden !== false && properties.hidden !== 'until-found') ||
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i.test(
    String(properties.style ?? ''),
  )
