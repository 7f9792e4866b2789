/** Words of a pasted page as a brief has them: links that may be followed, raised and lowered signs, quotation marks. */
import { isLinkAddress } from '../../../../shared/markdown/normal.ts'
import { startsRightToLeft } from '../../../../shared/text/direction.ts'
import { all, styleOf, unwrap, wordsOf } from './elements.ts'
import { leave, type LeftOut } from './left-out.ts'
import type { Pieces } from './pieces.ts'

/** In characters. Longer ones carry a whole form in them, and no program opens them. */
const LONGEST_ADDRESS = 16_000

export function* tidyInline(root: Element, left: LeftOut): Pieces<void> {
  for (const link of all(root, 'a')) {
    yield
    const href = (link.getAttribute('href') ?? '').trim()
    if (isLinkAddress(href) && href.length <= LONGEST_ADDRESS && URL.canParse(href)) {
      link.setAttribute('href', href)
      continue
    }
    if (href !== '' && !href.startsWith('#') && wordsOf(link) !== '') leave(left, 'link')
    unwrap(link)
  }
  for (const one of all(root, 'sup, sub')) {
    yield
    raise(one)
  }
  for (const one of all(root, 'q:not([data-excerpt])')) {
    yield
    one.prepend('“')
    one.append('”')
  }
  for (const one of all(root, '[dir]'))
    if (one.getAttribute('dir') !== 'rtl' || !says(one)) one.removeAttribute('dir')
  // White as it was written: two spaces in a row are one on a page.
  for (const one of all(root, '[style*="white-space"]'))
    if (!/^(PRE|CODE)$/.test(one.nodeName) && /^(SPAN|P|B|DIV|FONT)$/.test(one.nodeName))
      one.setAttribute('style', styleOf(one).replace(/white-space[^;]*;?/gi, ''))
}

/** Whether the words alone would run the other way. */
const says = (element: Element): boolean => !startsRightToLeft(wordsOf(element))

const RAISED: Record<string, string> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
  '+': '⁺',
  '-': '⁻',
  '−': '⁻',
  '(': '⁽',
  ')': '⁾',
  n: 'ⁿ',
  i: 'ⁱ',
}
const LOWERED: Record<string, string> = {
  '0': '₀',
  '1': '₁',
  '2': '₂',
  '3': '₃',
  '4': '₄',
  '5': '₅',
  '6': '₆',
  '7': '₇',
  '8': '₈',
  '9': '₉',
  '+': '₊',
  '-': '₋',
  '−': '₋',
  '(': '₍',
  ')': '₎',
}

/** m² and CO₂ are other words than m2 and CO2. What has no such sign stays as it is. */
const raise = (element: Element): void => {
  const signs = element.nodeName === 'SUP' ? RAISED : LOWERED
  const words = wordsOf(element)
  const raised = [...words].map((sign) => signs[sign])
  if (words !== '' && element.querySelector('a, [data-footnote]') === null && raised.every((sign) => sign))
    element.replaceWith(raised.join(''))
}
