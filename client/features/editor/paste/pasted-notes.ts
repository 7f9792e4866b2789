/**
 * Footnotes of a pasted page. Word, LibreOffice, Google Docs, Wikipedia and pandoc write them alike: a mark links to a note, and
 * the note links back to its mark. The first of the two in the page is the mark.
 */
import { all, hasBlocks, styleOf, wordsOf } from './elements.ts'

export type PastedNote = { id: string; content: Element }

/** Numbers, letters, roman numbers and signs, in brackets or not. */
const MARK = /^[\s[(]*(?:\d{1,4}|[a-z]{1,2}|[ivxlcdm]{1,7}|[*†‡§¶#]{1,4})[\s\])]*$/i

/** So many links are looked at; a book has some thousand notes, each with two. */
const LINKS = 10_000

/** Takes the notes out of the page and puts the mark of a footnote where each was called. */
export const takeNotes = (root: Element, newId: () => string): PastedNote[] => {
  const named = new Map<string, Element>()
  for (const element of all(root, '[id], a[name]'))
    for (const name of [element.getAttribute('name'), element.getAttribute('id')])
      if (name && !named.has(name)) named.set(name, element)
  const links = all(root, 'a[href*="#"]').slice(0, LINKS)
  const place = new Map(links.map((link, i) => [link, i]))
  const targetOf = (link: Element) => named.get(fragmentOf(link))
  const isAt = (link: Element, other: Element) =>
    other === link || other.contains(link) || link.contains(other)

  const notes: PastedNote[] = []
  const containers = new Set<Element>()
  const texts = new Map<Element, { container: Element; content: Element }>()
  for (const mark of links) {
    const target = targetOf(mark)
    if (!target || !MARK.test(wordsOf(mark)) || !root.contains(mark)) continue
    const known = texts.get(target)
    const block = known?.container ?? blockOf(target, root)
    if (!block || block.contains(mark)) continue
    const back = all(block, 'a[href*="#"]').filter((link) => {
      const led = targetOf(link)
      return led !== undefined && isAt(mark, led)
    })
    if (!known && (back.length === 0 || place.get(back[0]!)! < place.get(mark)!)) continue
    const container = known?.container ?? wholeNote(block, mark, root, targetOf)
    const content = known?.content ?? wordsOfNote(container, back)
    texts.set(target, { container, content })
    containers.add(container)
    const id = newId()
    notes.push({ id, content: content.cloneNode(true) as Element })
    const node = root.ownerDocument.createElement('span')
    node.setAttribute('data-footnote', '')
    node.setAttribute('data-id', id)
    outermost(mark).replaceWith(node)
  }
  for (const container of containers) removeWithEmptyParents(container, root)
  for (const list of all(root, 'div'))
    if (/mso-element:\s*(?:foot|end)note-list/i.test(styleOf(list)) && all(list, 'a[href*="#"]').length === 0)
      list.remove()
  return notes
}

const fragmentOf = (link: Element): string => {
  const written = (link.getAttribute('href') ?? '').replace(/^[^#]*#/, '')
  try {
    return decodeURIComponent(written)
  } catch {
    return written
  }
}

const blockOf = (target: Element, root: Element): Element | null => {
  const block = target.closest('p, li, dd, div, tr')
  return block && block !== root && root.contains(block) ? block : null
}

/** As far out as nothing but this note stands there. */
const wholeNote = (
  block: Element,
  mark: Element,
  root: Element,
  targetOf: (link: Element) => Element | undefined,
): Element => {
  let whole = block
  for (;;) {
    const parent = whole.parentElement
    if (!parent || parent === root || !root.contains(parent) || parent.contains(mark)) return whole
    if (!/^(DIV|LI)$/.test(parent.nodeName) || parent.querySelector('h1, h2, h3, h4, h5, h6, hr'))
      return whole
    const others = all(parent, 'a[href*="#"]').filter((link) => !whole.contains(link) && targetOf(link))
    if (others.length > 0) return whole
    whole = parent
  }
}

/** Without the link back and the number before the words. */
const wordsOfNote = (container: Element, back: readonly Element[]): Element => {
  for (const link of back) outermost(link).remove()
  const content = container.ownerDocument.createElement('div')
  content.append(...[...container.childNodes].map((node) => node.cloneNode(true)))
  if (!hasBlocks(content)) {
    const line = container.ownerDocument.createElement('p')
    line.append(...content.childNodes)
    content.append(line)
  }
  const walk = [...content.childNodes]
  for (let node = walk.shift(); node; node = walk.shift()) {
    if (node.nodeType === 1) {
      walk.unshift(...node.childNodes)
      continue
    }
    if (node.nodeType !== 3) continue
    const words = (node.nodeValue ?? '').replace(/^[\s\u00a0^↑.]+/, '')
    node.nodeValue = words
    if (words !== '') break
  }
  return content
}

/** The link with what is around it alone: `<sup><a>1</a></sup>`. */
const outermost = (link: Element): Element => {
  let whole = link
  for (;;) {
    const parent = whole.parentElement
    if (!parent || !/^(SUP|SPAN|FONT|B|STRONG)$/.test(parent.nodeName)) return whole
    if (wordsOf(parent) !== wordsOf(whole)) return whole
    whole = parent
  }
}

const removeWithEmptyParents = (element: Element, root: Element): void => {
  const parent = element.parentElement
  const before = element.previousElementSibling
  if (before?.nodeName === 'HR') before.remove()
  element.remove()
  if (
    parent &&
    parent !== root &&
    root.contains(parent) &&
    wordsOf(parent) === '' &&
    !parent.querySelector('img')
  )
    removeWithEmptyParents(parent, root)
}
