/**
 * What readers of a PDF marked in it: highlighted, underlined and struck words (ISO 32000-1, 12.5.6.10), found again in the
 * text that was drawn from it, with what they wrote to them.
 */
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { fold, unfold } from '../../shared/anchor/fold.ts'
import { resolve } from '../../shared/anchor/resolve.ts'
import type { PageStart } from '../../shared/wire/inputs.ts'
import { colourName } from './mark-colour.ts'

export type Mark = {
  /** Empty for a mark that is on no words: a note at the margin, a frame. */
  words: string
  /** UTF-16 offsets in the text; null where it has no such words, or several that nothing tells apart. */
  place: { start: number; end: number } | null
  comment: string
  /** The mark's colour. */
  tags: string[]
}

/** With the words around it on its page. */
export type PageMark = Omit<Mark, 'place'> & { page: number; before: string; after: string }

const ON_WORDS = ['Highlight', 'Underline', 'Squiggly', 'StrikeOut']
const BESIDE_WORDS = ['Text', 'FreeText', 'Square', 'Ink']

/** More are a file that was made to have many. */
export const MOST_MARKS = 2000
const COMMENT = 10_000
const AROUND = 64

/** What pdf.js gives of an annotation, as far as it is used here. */
type Annotation = {
  subtype: string
  contentsObj?: { str: string }
  color?: ArrayLike<number> | null
  /** Of four corners each, the upper left one first. */
  quadPoints?: ArrayLike<number> | null
  overlaidText?: string
}

/** `items`: the page's text as pdf.js gives it. */
export const marksOfPage = async (
  page: PDFPageProxy,
  number: number,
  items: readonly unknown[],
): Promise<PageMark[]> => {
  const all = (await page.getAnnotations()) as Annotation[]
  const marks = all.filter(({ subtype }) => ON_WORDS.includes(subtype) || BESIDE_WORDS.includes(subtype))
  if (marks.length === 0) return []
  const text = placedText(items)
  return marks.slice(0, MOST_MARKS).map((mark): PageMark => {
    const colour = colourName(mark.color)
    const said = {
      page: number,
      comment: (mark.contentsObj?.str ?? '').replace(/\r\n?/g, '\n').trim().slice(0, COMMENT),
      tags: colour ? [colour] : [],
    }
    const words = ON_WORDS.includes(mark.subtype) ? (mark.overlaidText ?? '').trim() : ''
    return { ...said, ...around(text, words, mark.quadPoints) }
  })
}

/** The page's text as the file draws it, and where each part begins, in it and on the page. */
type PlacedText = { text: string; parts: { from: number; x: number; y: number; width: number }[] }

const placedText = (items: readonly unknown[]): PlacedText => {
  let text = ''
  const parts: PlacedText['parts'] = []
  for (const item of items as { str?: string; transform: number[]; width: number }[]) {
    if (!item.str) continue
    parts.push({ from: text.length, x: item.transform[4] ?? 0, y: item.transform[5] ?? 0, width: item.width })
    text += `${item.str} `
  }
  return { text, parts }
}

/** The words with those around them: of several places with the same words, the one nearest to the mark. */
const around = (
  { text, parts }: PlacedText,
  words: string,
  quads: ArrayLike<number> | null | undefined,
): { words: string; before: string; after: string } => {
  const folded = fold(text, 'tight')
  const sought = fold(words, 'tight').text
  if (sought === '') return { words, before: '', after: '' }
  const [x = 0, top = 0, , , , bottom = top] = Array.from(quads ?? [])
  let best: { start: number; end: number; far: number } | null = null
  for (let at = folded.text.indexOf(sought); at >= 0; at = folded.text.indexOf(sought, at + 1)) {
    const place = unfold(folded, text, at, at + sought.length)
    const part = parts.findLast(({ from }) => from <= place.start)!
    const length = (parts[parts.indexOf(part) + 1]?.from ?? text.length) - part.from
    const left = part.x + (part.width * (place.start - part.from)) / Math.max(1, length)
    const far = Math.hypot(left - x, part.y - (top + bottom) / 2)
    if (!best || far < best.far) best = { ...place, far }
  }
  if (!best) return { words, before: '', after: '' }
  return {
    words: text.slice(best.start, best.end),
    before: text.slice(Math.max(0, best.start - AROUND), best.start),
    after: text.slice(best.end, best.end + AROUND),
  }
}

/** Each on its own page of the text, in the order of the text. */
export const placeMarks = (text: string, pages: readonly PageStart[], marks: readonly PageMark[]): Mark[] =>
  marks
    .map(({ page, before, after, ...mark }): Mark => {
      const at = pages.findIndex((each) => each.page === page)
      const start = pages[at]?.start ?? 0
      const own = text.slice(start, pages[at + 1]?.start ?? text.length)
      const place = placeOfWords(own, mark.words, before, after)
      return { ...mark, place: place && { start: place.start + start, end: place.end + start } }
    })
    .toSorted((a, b) => (a.place?.start ?? Infinity) - (b.place?.start ?? Infinity) || 0)

/** Word for word, layout aside; null where they stand nowhere, or in places that the words around do not tell apart. */
export const placeOfWords = (
  text: string,
  words: string,
  before = '',
  after = '',
): { start: number; end: number } | null => {
  const exact = words.trim()
  if (exact === '') return null
  const found = resolve(text, [
    { type: 'TextPositionSelector', start: 0, end: exact.length },
    { type: 'TextQuoteSelector', exact, prefix: before, suffix: after },
  ])
  const stands = ['exact', 'moved', 'reflowed', 'context-changed'].includes(found.state)
  return stands && found.state !== 'gone' ? { start: found.start, end: found.end } : null
}
