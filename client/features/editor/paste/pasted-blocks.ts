/** Blocks of a pasted page as a brief has them: Word's titles and quotations, lists, task lists, definitions, empty lines. */
import { all, hasBlocks, isBlock, renamed, styleOf, unwrap, wordsOf } from './elements.ts'
import { takeSign } from './word-lists.ts'
import type { Pieces } from './pieces.ts'

export function* tidyBlocks(root: Element): Pieces<void> {
  yield* wordStyles(root)
  yield* taskLists(root)
  for (const list of all(root, 'ul > ul, ul > ol, ol > ul, ol > ol')) {
    yield
    intoEntry(list)
  }
  for (const heading of all(root, 'h1, h2, h3, h4, h5, h6')) {
    yield
    takeSign(heading)
    // Bold is how it looks, not what it says.
    for (const bold of all(heading, 'b, strong')) unwrap(bold)
    for (const span of all(heading, '[style*="font-weight"]')) span.removeAttribute('style')
    for (const block of all(heading, 'p, div')) unwrap(block)
  }
  for (const one of all(root, 'dt, summary, legend')) {
    yield
    const line = renamed(one, 'p')
    const bold = line.ownerDocument.createElement('b')
    bold.append(...line.childNodes)
    line.append(bold)
  }
  for (const one of all(root, 'dd')) {
    yield
    if (!hasBlocks(one)) renamed(one, 'p')
  }
  for (const line of all(root, 'br')) {
    yield
    if (isBetweenBlocks(line) || endsBlock(line)) line.remove()
  }
  for (const line of all(root, 'p, h1, h2, h3, h4, h5, h6')) {
    yield
    if (isEmpty(line)) line.remove()
  }
}

const WORD_STYLES: readonly [RegExp, string][] = [
  [/^MsoTitle/, 'h1'],
  // The line below a title names who wrote it and when: no part of the outline.
  [/^MsoSubtitle/, 'p'],
  [/^Mso(Intense)?Quote/, 'blockquote'],
]

function* wordStyles(root: Element): Pieces<void> {
  for (const line of all(root, 'p[class*="Mso"]')) {
    yield
    const name = line.getAttribute('class') ?? ''
    if (/^MsoToc\d/.test(name)) {
      // Its lines are drawn from the headings here.
      if (line.previousElementSibling?.hasAttribute('data-contents')) line.remove()
      else {
        const contents = renamed(line, 'nav')
        contents.replaceChildren()
        contents.setAttribute('data-contents', '')
        // Spaces beside it would be taken for a line.
        for (const beside of [contents.previousSibling, contents.nextSibling])
          if (beside?.nodeType === 3 && wordsOf(beside) === '') beside.remove()
      }
      continue
    }
    const [, other] = WORD_STYLES.find(([style]) => style.test(name)) ?? []
    if (other && !line.closest('li, td, th')) renamed(line, other)
  }
  for (const tab of all(root, '[style*="mso-tab-count"], [style*="mso-spacerun"], .Apple-converted-space'))
    tab.replaceWith(' ')
}

/** Boxes to tick: Google Docs gives its entries a role, others put an input before the words. */
function* taskLists(root: Element): Pieces<void> {
  for (const list of all(root, 'ul')) {
    yield
    const items = [...list.children].filter(({ nodeName }) => nodeName === 'LI')
    if (items.length === 0 || !items.every(isTask) || list.hasAttribute('data-type')) continue
    list.setAttribute('data-type', 'taskList')
    for (const item of items) {
      const box = item.querySelector('input[type="checkbox"]')
      const isDone = item.getAttribute('aria-checked') === 'true' || box?.hasAttribute('checked') === true
      item.setAttribute('data-type', 'taskItem')
      item.setAttribute('data-checked', String(isDone))
      box?.remove()
    }
  }
}

const isTask = (item: Element): boolean =>
  item.getAttribute('role') === 'checkbox' ||
  item.getAttribute('aria-checked') !== null ||
  item.querySelector(
    ':scope > input[type="checkbox"], :scope > p > input[type="checkbox"], :scope > label > input[type="checkbox"]',
  ) !== null

/** A list directly within a list belongs to the entry before it. */
const intoEntry = (list: Element): void => {
  let before = list.previousElementSibling
  while (before && before.nodeName !== 'LI') before = before.previousElementSibling
  if (before) before.append(list)
}

const isBetweenBlocks = (line: Element): boolean => {
  if (/page-break|column-break/i.test(styleOf(line)) || line.getAttribute('clear') === 'all') return true
  const beside = (way: 'previousSibling' | 'nextSibling') => {
    let node = line[way]
    while (node && (node.nodeType === 8 || (node.nodeType === 3 && wordsOf(node) === ''))) node = node[way]
    return node
  }
  const before = beside('previousSibling')
  const after = beside('nextSibling')
  return (!before || isBlock(before) || before.nodeName === 'BR') && (!after || isBlock(after))
    ? !/^(P|H[1-6]|TD|TH|LI|PRE|SPAN)$/.test(line.parentElement?.nodeName ?? '')
    : false
}

/** The last one of a block is not drawn. */
const endsBlock = (line: Element): boolean => {
  let at: Node = line
  for (;;) {
    for (let next = at.nextSibling; next; next = next.nextSibling)
      if (next.nodeType === 1 || (next.nodeType === 3 && wordsOf(next) !== '')) return false
    if (!at.parentNode) return false
    at = at.parentNode
    if (isBlock(at)) return at.nodeName !== 'PRE'
  }
}

const isEmpty = (line: Element): boolean =>
  wordsOf(line) === '' &&
  line.querySelector('img, [data-footnote], [data-citation], table, ul, ol, pre') === null &&
  // An entry and a cell are never without a paragraph.
  !/^(LI|TD|TH)$/.test(line.parentElement?.nodeName ?? '')
