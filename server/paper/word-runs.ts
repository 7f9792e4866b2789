/** Words and marks as runs of a Word file (ECMA-376, part 1, section 17.3.2). */
import type { Run } from '../../shared/cite/reference.ts'
import { safeAddress } from '../../shared/export/escape-html.ts'
import { clean, escapeXml } from '../ingest/xml-words.ts'
import { RIGHT_TO_LEFT } from '../../shared/text/direction.ts'

export type Look = {
  bold?: boolean
  italic?: boolean
  strike?: boolean
  smallCaps?: boolean | undefined
  raised?: boolean | undefined
  lowered?: boolean | undefined
  /** A style for characters. */
  style?: string
}

const properties = (
  { style, bold, italic, strike, smallCaps, raised, lowered }: Look,
  rtl: boolean,
): string => {
  const inner = [
    style ? `<w:rStyle w:val="${style}"/>` : '',
    bold ? '<w:b/><w:bCs/>' : '',
    italic ? '<w:i/><w:iCs/>' : '',
    smallCaps ? '<w:smallCaps/>' : '',
    strike ? '<w:strike/>' : '',
    raised || lowered ? `<w:vertAlign w:val="${raised ? 'superscript' : 'subscript'}"/>` : '',
    rtl ? '<w:rtl/>' : '',
  ].join('')
  return inner && `<w:rPr>${inner}</w:rPr>`
}

/** Line ends and tabs have elements of their own. */
const content = (words: string): string =>
  clean(words)
    .split(/(\r\n|\n|\r|\t)/)
    .map((part) => {
      if (part === '') return ''
      if (part === '\t') return '<w:tab/>'
      return /^[\r\n]/.test(part) ? '<w:br/>' : `<w:t xml:space="preserve">${escapeXml(part)}</w:t>`
    })
    .join('')

/** Word lays out a run in one direction: words of the other one stand in a run of their own. */
export const wordRuns = (words: string, look: Look = {}): string =>
  (
    words.match(
      /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]+(?:[^\p{L}\p{N}]+[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]+)*|[^\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]+/gu,
    ) ?? []
  )
    .map((part) => {
      const inside = content(part)
      return inside && `<w:r>${properties(look, RIGHT_TO_LEFT.test(part))}${inside}</w:r>`
    })
    .join('')

/** Addresses that a part of the file leads to; each part has its own list. */
export type Links = { idOf(address: string): string; relations(): string }

export const linksOf = (first: number): Links => {
  const ids = new Map<string, string>()
  return {
    idOf(address) {
      const id = ids.get(address) ?? `rId${first + ids.size}`
      ids.set(address, id)
      return id
    },
    relations: () =>
      [...ids]
        .map(
          ([address, id]) =>
            `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="${escapeXml(address)}" TargetMode="External"/>`,
        )
        .join(''),
  }
}

/** Leads only to the web and to mail. */
export const linkRuns = (inside: string, href: unknown, links: Links): string => {
  const address = safeAddress(href)
  return address ? `<w:hyperlink r:id="${links.idOf(address)}" w:history="1">${inside}</w:hyperlink>` : inside
}

export const referenceRuns = (runs: readonly Run[], links: Links): string =>
  runs
    .map(({ text, href, ...look }) =>
      safeAddress(href)
        ? linkRuns(wordRuns(text, { style: 'Hyperlink' }), href, links)
        : wordRuns(text, look),
    )
    .join('')

/** A complex field: what it is, and what it shows (section 17.16.18). */
export const field = (instruction: string, result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">${escapeXml(instruction)}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
