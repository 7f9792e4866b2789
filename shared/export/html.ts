/**
 * A brief as one HTML page that stands alone: as a reader sees it, with what each citation rests on a press away. No script is needed and
 * none is in it, nothing is fetched. A pure function: the same brief gives the same bytes everywhere.
 */
import { type Portable, portable } from '../markdown/portable.ts'
import type { BodyNode } from '../brief/body.ts'
import { wordsOfBlock } from '../brief/covers.ts'
import { footnoteLetter } from '../brief/footnotes.ts'
import type { ReadBrief } from '../brief/read.ts'
import { formatReference } from '../cite/reference.ts'
import { escapeHtml } from './escape-html.ts'
import { drawBody, type HtmlParts } from './html-blocks.ts'
import { dayOf, drawRuns, noteOf, type NoteOptions, saidBy } from './html-notes.ts'
import { PAGE_STYLE } from './html-style.ts'

export type HtmlOptions = Partial<NoteOptions> & {
  /** Of a page that is published: HTML for its head, and for under its title. */
  around?: { head: string; underTitle: string }
  /** Where a picture can be had; without it, its words stand for it. */
  picture?: (sha256: string) => string
}

export const toHtml = (brief: ReadBrief, options: HtmlOptions = {}): string => {
  const { around, picture } = options
  const chosen: NoteOptions = {
    audience: options.audience ?? 'outside',
    evidence: options.evidence ?? 'all',
    ...(options.facts && { facts: options.facts }),
  }
  const file = portable(brief, chosen.audience)
  const { about } = file
  let drewSources = false
  const marked = new Set<string>()
  let headings = 0
  const parts: HtmlParts = {
    heading: () => `h-${++headings}`,
    contents: () => contents(file.body),
    footnote: (id) => footnoteMark(id, file),
    citation(id) {
      const isFirst = !marked.has(id)
      marked.add(id)
      return mark(id, file, isFirst)
    },
    picture: picture ?? null,
    quotationFoot: (id) => quotationFoot(id, file),
    references() {
      if (drewSources) return ''
      drewSources = true
      return sources(file, isHeaded(file.body))
    },
  }
  const body = drawBody(file.body, parts)
  const title = escapeHtml(about.title || 'Untitled brief')
  const handling = about.handling?.trim() ? escapeHtml(about.handling.trim()) : ''
  const by = [about.authors.map(escapeHtml).join(', '), about.date ? dayOf(about.date) : '']
    .filter(Boolean)
    .join(' · ')
  return [
    '<!doctype html>',
    `<html lang="${escapeHtml(about.lang)}"${isRightToLeft(about.lang) ? ' dir="rtl"' : ''}>`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src ${picture ? "'self'" : 'data:'}; base-uri 'none'; form-action 'none'">`,
    `<title>${title}</title>`,
    around?.head ?? '',
    `<style>${PAGE_STYLE}${handling && marginsOf(about.handling!)}</style>`,
    '</head>',
    '<body>',
    handling && `<p class="handling">${handling}</p>`,
    '<main>',
    `<header><h1>${title}</h1>${by && `<p class="by">${by}</p>`}${around?.underTitle ?? ''}</header>`,
    body,
    drewSources ? '' : sources(file, false),
    '</main>',
    footnotes(file, parts),
    notes(file, chosen),
    handling && `<p class="handling foot">${handling}</p>`,
    '</body>',
    '</html>',
    '',
  ]
    .filter((line, at, all) => line !== '' || at === all.length - 1)
    .join('\n')
}

/** On each sheet, above and below, as marks of handling ask for (TLP 2.0, section 5). */
const marginsOf = (handling: string): string => {
  const text = handling.trim().replace(/[^\p{L}\p{N} :+./-]/gu, ' ')
  return `\n@page { @top-center { content: "${text}"; } @bottom-center { content: "${text}"; } }`
}

const isRightToLeft = (lang: string): boolean => /^(ar|dv|fa|he|ku|ps|sd|ug|ur|yi)(-|$)/i.test(lang)

const numbersOf = (id: string, brief: Portable): string => {
  const numbers = brief.order.numbers.get(id) ?? []
  return numbers.length > 0 ? [...new Set(numbers)].join(', ') : '?'
}

/** A citation that a merge doubled leads to the same note, which leads back to its first place. */
const mark = (id: string, brief: Portable, isFirst: boolean): string => {
  const number = numbersOf(id, brief)
  const name = isFirst ? ` id="c-${escapeHtml(id)}"` : ''
  return `<sup><a class="cite"${name} href="#n-${escapeHtml(id)}" role="doc-noteref" aria-label="Citation ${number}">${number}</a></sup>`
}

const footnoteMark = (id: string, brief: Portable): string => {
  const place = brief.order.footnotes.indexOf(id)
  const letter = place < 0 ? '?' : footnoteLetter(place)
  return `<sup><a class="cite" id="fr-${escapeHtml(id)}" href="#f-${escapeHtml(id)}" role="doc-noteref" aria-label="Footnote ${letter}">${letter}</a></sup>`
}

const footnotes = (brief: Portable, parts: HtmlParts): string => {
  if (brief.order.footnotes.length === 0) return ''
  const items = brief.order.footnotes.map((id, place) => {
    const letter = footnoteLetter(place)
    const text = drawBody({ type: 'footnoteText', content: [...(brief.footnotes.get(id) ?? [])] }, parts)
    return `<li id="f-${escapeHtml(id)}" role="doc-endnote"><p class="number">Footnote ${letter} <a href="#fr-${escapeHtml(id)}" role="doc-backlink" aria-label="Back to footnote ${letter} in the text">Back to the text</a></p>${text}</li>`
  })
  return `<section class="notes" aria-labelledby="footnotes"><h2 id="footnotes">Footnotes</h2><ol>${items.join('\n')}</ol></section>`
}

/** The headings in the order in which they are drawn, each as far in as its level says. */
const headingsOf = (node: BodyNode): { level: number; words: string }[] =>
  node.type === 'heading'
    ? [{ level: Number(node.attrs?.level ?? 1), words: wordsOfBlock(node) }]
    : (node.content ?? []).flatMap(headingsOf)

const contents = (body: BodyNode): string => {
  const items = headingsOf(body).map(
    ({ level, words }, n) =>
      `<li class="level-${Math.min(6, Math.max(1, level || 1))}"><a href="#h-${n + 1}">${escapeHtml(words || 'Untitled section')}</a></li>`,
  )
  return items.length > 0
    ? `<nav class="contents" aria-label="Contents"><ol>${items.join('')}</ol></nav>`
    : ''
}

const quotationFoot = (excerptId: string, brief: Portable): string => {
  const excerpt = brief.excerpts.get(excerptId)
  if (!excerpt) return ''
  const source = brief.sources.get(excerpt.source)
  const parts = [saidBy(excerpt), source?.item.title ?? ''].filter((part) => part !== '')
  return parts.length > 0 ? `<figcaption>— ${parts.map(escapeHtml).join(' · ')}</figcaption>` : ''
}

/** Whether a heading of the brief's own stands over the list. */
const isHeaded = ({ content = [] }: BodyNode): boolean =>
  content.some(({ type }, at) => type === 'references' && content[at - 1]?.type === 'heading')

const sources = (brief: Portable, headed: boolean): string => {
  if (brief.order.sources.length === 0) return ''
  const items = brief.order.sources.map((id) => {
    const source = brief.sources.get(id)
    return `<li>${source ? drawRuns(formatReference(source.item)) : 'This source is missing from the brief.'}</li>`
  })
  return `<section class="sources" ${headed ? 'aria-label="Sources">' : 'aria-labelledby="sources"><h2 id="sources">Sources</h2>'}<ol>${items.join('')}</ol></section>`
}

/** On a screen the note that was asked for comes up from below; on paper they stand at the end. */
const notes = (brief: Portable, options: NoteOptions): string => {
  const placed = [...new Set([...brief.order.placed, ...brief.order.unknown])]
  if (placed.length === 0) return ''
  const items = placed.map(
    (id) =>
      `<li id="n-${escapeHtml(id)}" role="doc-endnote"><p class="number">Citation ${numbersOf(id, brief)} <a href="#c-${escapeHtml(id)}" role="doc-backlink" aria-label="Back to citation ${numbersOf(id, brief)} in the text">Back to the text</a></p>${noteOf(id, brief, options)}</li>`,
  )
  return `<section class="notes" role="doc-endnotes" aria-labelledby="notes"><h2 id="notes">What the citations rest on</h2><ol>${items.join('\n')}</ol></section>`
}
