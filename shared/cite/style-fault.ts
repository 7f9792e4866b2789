/** Whether a text is a CSL style that can be used here: the sentence that says why not, or null. Never throws. */
import { openStyler, type StyleData } from './styler.ts'
import { isUsableSize } from './style-size.ts'
import { wellFormedXml } from './well-formed-xml.ts'

/** Of a style's text, in characters: the longest that Zotero's repository has is below it. */
export const STYLE_LIMIT = 300_000

/** For who chose the file just now. */
export const styleFault = (csl: string, locales: Omit<StyleData, 'csl'>): string | null => {
  const fault = faultOfStyle(csl, locales)
  return fault && `${fault} Nothing was changed.`
}

/** The same for a style that came along with something else. */
export const faultOfStyle = (csl: string, locales: Omit<StyleData, 'csl'>): string | null => {
  if (csl.length > STYLE_LIMIT)
    return `This style is longer than ${STYLE_LIMIT.toLocaleString('en')} characters.`
  if (/<!DOCTYPE|<!ENTITY/i.test(csl) || !wellFormedXml(csl) || !/<style[\s>]/.test(csl))
    return 'This file is not a CSL style: it cannot be read.'
  if (/<link\b[^>]*rel\s*=\s*["']independent-parent["']/.test(csl))
    return `This style only points to another one${parentOf(csl)}. Choose the file of that style.`
  if (!/<citation[\s>]/.test(csl)) return 'This style does not say how to cite in the text.'
  if (!/<bibliography[\s>]/.test(csl)) return 'This style does not say how to list sources.'
  if (!isUsableSize(csl)) return 'This style cannot be used: its parts call each other too often.'
  try {
    const { clusters, bibliography } = openStyler({ csl, ...locales }).style(
      [{ id: 'sample', note: 1, cites: [SAMPLE_CITE] }],
      new Map([[SAMPLE_CITE.source, SAMPLE_WORK]]),
    )
    if (clusters.size > 0 && bibliography.length > 0) return null
  } catch {
    // What citeproc does not take is told below.
  }
  return 'This style cannot be used: it has mistakes in it.'
}

const parentOf = (csl: string): string => {
  const tag = /<link\b[^>]*rel\s*=\s*["']independent-parent["'][^>]*>/.exec(csl)?.[0]
  const name = /href\s*=\s*["'][^"']*\/([\w.-]+)["']/.exec(tag ?? '')?.[1]
  return name ? ` (${name})` : ''
}

/** What a style is tried with, and shown by. */
export const SAMPLE_CITE = {
  source: 'work',
  locator: '4',
  label: 'page',
  prefix: null,
  suffix: null,
  suppressAuthor: false,
  citedIn: null,
}
export const SAMPLE_WORK = {
  type: 'report',
  title: 'Health at a Glance',
  author: [{ literal: 'OECD' }],
  publisher: 'OECD Publishing',
  issued: { 'date-parts': [[2022]] },
}
