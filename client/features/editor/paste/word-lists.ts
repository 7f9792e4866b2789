/**
 * Lists out of Word. On the clipboard they are paragraphs: `mso-list:l0 level2 lfo1` in their style says how deep one
 * stands, and a span with `mso-list:Ignore` holds the sign before it. Word on the web writes a list of its own for each entry, with the
 * level in `data-aria-level`.
 */
import { all, isBlock, styleOf, wordsOf } from './elements.ts'

type Entry = { level: number; list: string; kind: 'ol' | 'ul'; start: number; content: Node[] }
type Open = Pick<Entry, 'level' | 'kind' | 'list'> & { element: Element }

const LEVEL = /mso-list:\s*(\S+)\s+level(\d+)(?:\s+(\S+?))?\s*(?:;|$)/i
/** Word has nine. */
const LEVELS = 9
const NUMBERED = /^\(?(?:\d+|[a-z]|[ivxlcdm]+)(?:\.\d+)*[.)]+$/i

export const nestWordLists = (root: Element): void => {
  const formats = listFormats(root)
  const parents = new Set(
    all(root, '[style*="mso-list"], .ListContainerWrapper').flatMap((one) => one.parentElement ?? []),
  )
  for (const parent of parents) nestWithin(parent, formats)
}

const nestWithin = (parent: Element, formats: ReadonlyMap<string, Entry['kind']>): void => {
  let open: Open[] = []
  for (const child of Array.from(parent.childNodes)) {
    if (child.nodeType !== 1) {
      if (wordsOf(child) !== '' && child.nodeType === 3) open = []
      continue
    }
    const element = child as Element
    const entries = entriesOf(element, formats)
    if (entries.length > 0) {
      for (const entry of entries) open = put(entry, open, element)
      element.remove()
    } else if (open.length > 0 && isContinued(element)) {
      const level = indentOf(element)
      const shallow = open.filter((one) => one.level <= level)
      open = shallow.length > 0 ? shallow : open.slice(0, 1)
      open.at(-1)!.element.lastElementChild!.append(element)
    } else open = []
  }
}

/** A paragraph of an entry that has more than one. */
const isContinued = (element: Element) =>
  element.nodeName === 'P' && (element.getAttribute('class') ?? '').startsWith('MsoListParagraph')

/** Word indents each level by half an inch. */
const indentOf = (element: Element): number => {
  const [, many, unit] = /margin-left:\s*([\d.]+)(in|pt|cm)/i.exec(styleOf(element)) ?? []
  const inches = Number(many ?? 0.5) / ({ in: 1, pt: 72, cm: 2.54 }[unit?.toLowerCase() ?? 'in'] ?? 1)
  return Math.max(1, Math.round(inches * 2))
}

const entriesOf = (element: Element, formats: ReadonlyMap<string, Entry['kind']>): Entry[] => {
  if (element.classList.contains('ListContainerWrapper')) return all(element, 'li').map(webEntry)
  const found = element.nodeName === 'P' ? LEVEL.exec(styleOf(element)) : null
  if (!found) return []
  const [, list, depth, instance] = found
  const level = Math.min(Math.max(Number(depth), 1), LEVELS)
  const sign = takeSign(element)
  const kind = sign === null ? (formats.get(`${list} ${level}`) ?? 'ul') : NUMBERED.test(sign) ? 'ol' : 'ul'
  const number = /^\(?(\d+)[.)]+$/.exec(sign ?? '')?.[1]
  return [
    {
      level,
      list: `${list} ${instance ?? ''}`,
      kind,
      start: number ? Number(number) : 1,
      content: [...element.childNodes],
    },
  ]
}

const webEntry = (item: Element): Entry => ({
  level: Math.min(Math.max(Number(item.getAttribute('data-aria-level')) || 1, 1), LEVELS),
  list: item.getAttribute('data-listid') ?? '',
  kind: item.parentElement?.nodeName === 'OL' ? 'ol' : 'ul',
  start: Number(item.getAttribute('data-aria-posinset')) || 1,
  content: [...item.childNodes],
})

/** The sign that Word drew before the words, which goes; null where there is none. A heading's number goes the same way. */
export const takeSign = (element: Element): string | null => {
  const [span] = all(element, 'span').filter((one) => /mso-list:\s*Ignore/i.test(styleOf(one)))
  if (!span) return null
  const sign = wordsOf(span)
  span.remove()
  return sign
}

const put = (entry: Entry, before: Open[], at: Element): Open[] => {
  const open = before.filter(({ level }) => level <= entry.level)
  const top = open.at(-1)
  const isSame =
    top?.level === entry.level &&
    top.kind === entry.kind &&
    // Another list begins where the number starts again.
    (top.list === entry.list || entry.kind === 'ul' || entry.start > 1)
  if (!isSame) {
    if (top?.level === entry.level) open.pop()
    const element = at.ownerDocument.createElement(entry.kind)
    if (entry.kind === 'ol' && entry.start > 1) element.setAttribute('start', String(entry.start))
    const above = open.at(-1)
    if (above) above.element.lastElementChild!.append(element)
    else at.before(element)
    open.push({ level: entry.level, kind: entry.kind, list: entry.list, element })
  }
  const item = at.ownerDocument.createElement('li')
  if (entry.content.some(isBlock)) item.append(...entry.content)
  else {
    const words = at.ownerDocument.createElement('p')
    words.append(...entry.content)
    item.append(words)
  }
  open.at(-1)!.element.append(item)
  return open
}

/** `@list l0:level1 {mso-level-number-format:bullet; …}` in the style sheet: for entries that come without their sign. */
const listFormats = (root: Element): Map<string, Entry['kind']> => {
  const sheets = all(root.ownerDocument.documentElement, 'style').map((sheet) => sheet.textContent ?? '')
  return new Map(
    [...sheets.join('\n').matchAll(/@list\s+(\w+):level(\d)[^{]{0,40}\{([^}]{0,2000})\}/g)].map(
      ([, list, level, rules]) => [
        `${list} ${level}`,
        /mso-level-number-format:\s*bullet/.test(rules!) ? ('ul' as const) : ('ol' as const),
      ],
    ),
  )
}
