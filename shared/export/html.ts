/**
 * A brief as one HTML page that stands alone: as a reader sees it, with what each citation rests on a press away. No script is needed and
 * none is in it, nothing is fetched. A pure function: the same brief gives the same bytes everywhere.
 */
import { type Portable, portable } from '../markdown/portable.ts'
import type { BodyNode } from '../brief/body.ts'
import { wordsOfBlock } from '../brief/covers.ts'
import { footnoteLetter } from '../brief/footnotes.ts'
import type { ReadBrief } from '../brief/read.ts'
import { tryStyle } from '../brief/styled.ts'
import { formatReference } from '../cite/reference.ts'
import { plainRuns } from '../cite/runs-of-html.ts'
import type { StyleData, Styled } from '../cite/styler.ts'
import type { WrittenWords } from '../words/english.ts'
import { writtenIn } from '../words/written.ts'
import { beforeStop } from './before-stop.ts'
import { escapeHtml } from './escape-html.ts'
import { isHeaded } from './headed-list.ts'
import { languageRunsRightToLeft } from '../text/direction.ts'
import { drawBody, type HtmlParts } from './html-blocks.ts'
import { dayOf, drawRuns, noteOf, type NoteOptions, saidBy } from './html-notes.ts'
import { PAGE_STYLE } from './html-style.ts'
import { dataAddress, type Pictures } from './pictures.ts'

export type HtmlOptions = Partial<NoteOptions> & {
  /** Of a page that is published: HTML for its head, and for under its title. */
  around?: { head: string; underTitle: string }
  /** Stand in the page itself; what is not among them is said in its words. */
  pictures?: Pictures
  /** Instead: where a page of this server has a picture. */
  pictureAt?: (sha256: string) => string
}

/** `style`: null for the house style. A style that does not work leaves the house style. */
export const toHtml = (
  brief: ReadBrief,
  options: HtmlOptions = {},
  style: StyleData | null = null,
): string => {
  const { around, pictures, pictureAt } = options
  const chosen: NoteOptions = {
    audience: options.audience ?? 'outside',
    evidence: options.evidence ?? 'all',
    ...(options.facts && { facts: options.facts }),
  }
  const file = portable(brief, chosen.audience)
  const { about } = file
  const words = writtenIn(about.lang)
  const styled = tryStyle(file, style)
  if (styled && !styled.notes) file.body = beforeStop(file.body)
  let drewSources = false
  const marked = new Set<string>()
  let headings = 0
  const parts: HtmlParts = {
    words,
    runs: languageRunsRightToLeft(about.lang) ? 'rtl' : 'ltr',
    topLevel: Math.min(6, ...headingsOf(file.body).map(({ level }) => Math.max(1, Math.round(level) || 1))),
    heading: () => `h-${++headings}`,
    contents: () => contents(file.body, words),
    footnote: (id) => footnoteMark(id, file, styled),
    citation(id) {
      const isFirst = !marked.has(id)
      marked.add(id)
      return mark(id, { file, styled, isFirst })
    },
    picture: pictureAt ?? ((sha256) => dataAddress(pictures?.get(sha256))),
    quotationFoot: (id) => quotationFoot(id, file),
    references() {
      if (drewSources) return ''
      drewSources = true
      return sources(file, { styled, headed: isHeaded(file.body) })
    },
  }
  const body = drawBody(file.body, parts)
  const title = escapeHtml(about.title || words.untitledBrief)
  const handling = about.handling?.trim() ? escapeHtml(about.handling.trim()) : ''
  const by = [about.authors.map(escapeHtml).join(', '), about.date ? dayOf(about.date, words) : '']
    .filter(Boolean)
    .join(' · ')
  return [
    '<!doctype html>',
    `<html lang="${escapeHtml(about.lang)}"${parts.runs === 'rtl' ? ' dir="rtl"' : ''}>`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src ${pictureAt ? "'self'" : 'data:'}; base-uri 'none'; form-action 'none'">`,
    `<title>${title}</title>`,
    around?.head ?? '',
    `<style>${PAGE_STYLE}${handling && marginsOf(about.handling!)}</style>`,
    '</head>',
    '<body>',
    handling && `<p class="handling">${handling}</p>`,
    '<main>',
    `<header><h1>${title}</h1>${by && `<p class="by">${by}</p>`}${around?.underTitle ?? ''}</header>`,
    body,
    drewSources ? '' : sources(file, { styled, headed: false }),
    '</main>',
    footnotes(file, parts, styled),
    notes(file, chosen, styled),
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

const noteNumber = (is: 'citation' | 'footnote', id: string, brief: Portable): string => {
  const place = brief.order.notes.findIndex((noted) => noted.is === is && noted.id === id)
  return place < 0 ? '' : String(place + 1)
}

/** How a citation is called where it is spoken of. */
const nameOf = (id: string, brief: Portable, styled: Styled | null): string => {
  if (styled && !styled.notes) return plainRuns(styled.clusters.get(id) ?? []) || '?'
  const numbers = brief.order.numbers.get(id) ?? []
  const own = styled ? noteNumber('citation', id, brief) : ''
  return own || (numbers.length > 0 ? [...new Set(numbers)].join(', ') : '?')
}

/** A citation that a merge doubled leads to the same note, which leads back to its first place. */
const mark = (
  id: string,
  { file, styled, isFirst }: { file: Portable; styled: Styled | null; isFirst: boolean },
): string => {
  const called = escapeHtml(nameOf(id, file, styled))
  const name = isFirst ? ` id="c-${escapeHtml(id)}"` : ''
  const link = (inside: string) =>
    `<a class="cite"${name} href="#n-${escapeHtml(id)}" role="doc-noteref" aria-label="${writtenIn(file.about.lang).citation(called)}">${inside}</a>`
  const runs = styled?.clusters.get(id)
  // A style's words stand in the line; so do those of a note that stands in a footnote already.
  if (runs && (!styled?.notes || !noteNumber('citation', id, file)))
    return ` ${link(drawRuns(runs.map((run) => ({ ...run, href: undefined }))))}`
  return `<sup>${link(called)}</sup>`
}

const footnoteName = (id: string, brief: Portable, styled: Styled | null): string => {
  if (styled?.notes) return noteNumber('footnote', id, brief) || '?'
  const place = brief.order.footnotes.indexOf(id)
  return place < 0 ? '?' : footnoteLetter(place)
}

const footnoteMark = (id: string, brief: Portable, styled: Styled | null): string => {
  const letter = footnoteName(id, brief, styled)
  return `<sup><a class="cite" id="fr-${escapeHtml(id)}" href="#f-${escapeHtml(id)}" role="doc-noteref" aria-label="${writtenIn(brief.about.lang).footnote(letter)}">${letter}</a></sup>`
}

const footnotes = (brief: Portable, parts: HtmlParts, styled: Styled | null): string => {
  if (brief.order.footnotes.length === 0) return ''
  const words = writtenIn(brief.about.lang)
  const items = brief.order.footnotes.map((id) => {
    const letter = footnoteName(id, brief, styled)
    const text = drawBody({ type: 'footnoteText', content: [...(brief.footnotes.get(id) ?? [])] }, parts)
    return `<li id="f-${escapeHtml(id)}" role="doc-endnote"><p class="number">${words.footnote(letter)} <a href="#fr-${escapeHtml(id)}" role="doc-backlink" aria-label="${words.backToFootnote(letter)}">${words.backToText}</a></p>${text}</li>`
  })
  return `<section class="notes" aria-labelledby="footnotes"><h2 id="footnotes">${words.footnotes}</h2><ol>${items.join('\n')}</ol></section>`
}

/** The headings in the order in which they are drawn, each as far in as its level says. */
const headingsOf = (node: BodyNode): { level: number; words: string }[] =>
  node.type === 'heading'
    ? [{ level: Number(node.attrs?.level ?? 1), words: wordsOfBlock(node) }]
    : (node.content ?? []).flatMap(headingsOf)

const contents = (body: BodyNode, words: WrittenWords): string => {
  const items = headingsOf(body).map(
    ({ level, words: heading }, n) =>
      `<li class="level-${Math.min(6, Math.max(1, level || 1))}"><a href="#h-${n + 1}">${escapeHtml(heading || words.untitledSection)}</a></li>`,
  )
  return items.length > 0
    ? `<nav class="contents" aria-label="${words.contents}"><ol>${items.join('')}</ol></nav>`
    : ''
}

const quotationFoot = (excerptId: string, brief: Portable): string => {
  const excerpt = brief.excerpts.get(excerptId)
  if (!excerpt) return ''
  const source = brief.sources.get(excerpt.source)
  const parts = [saidBy(excerpt, writtenIn(brief.about.lang)), source?.item.title ?? ''].filter(
    (part) => part !== '',
  )
  return parts.length > 0 ? `<figcaption>— ${parts.map(escapeHtml).join(' · ')}</figcaption>` : ''
}

const sources = (brief: Portable, { styled, headed }: { styled: Styled | null; headed: boolean }): string => {
  if (brief.order.sources.length === 0) return ''
  const words = writtenIn(brief.about.lang)
  const head = `<section class="sources" ${headed ? `aria-label="${words.sources}">` : `aria-labelledby="sources"><h2 id="sources">${words.sources}</h2>`}`
  if (styled && styled.bibliography.length > 0) {
    const entries = styled.bibliography.map(
      ({ label, runs }) =>
        `<li>${label ? `<span class="label">${escapeHtml(label)}</span> ` : ''}${drawRuns(runs)}</li>`,
    )
    return `${head}<ul class="styled">${entries.join('')}</ul></section>`
  }
  const items = brief.order.sources.map((id) => {
    const source = brief.sources.get(id)
    return `<li>${source ? drawRuns(formatReference(source.item, words)) : words.sourceMissing}</li>`
  })
  return `${head}<ol>${items.join('')}</ol></section>`
}

/** On a screen the note that was asked for comes up from below; on paper they stand at the end. */
const notes = (brief: Portable, options: NoteOptions, styled: Styled | null): string => {
  const placed = [...new Set([...brief.order.placed, ...brief.order.unknown])]
  if (placed.length === 0) return ''
  const words = writtenIn(brief.about.lang)
  const items = placed.map((id) => {
    const called = escapeHtml(nameOf(id, brief, styled))
    const runs = styled?.notes ? styled.clusters.get(id) : undefined
    return `<li id="n-${escapeHtml(id)}" role="doc-endnote"><p class="number">${words.citation(called)} <a href="#c-${escapeHtml(id)}" role="doc-backlink" aria-label="${words.backToCitation(called)}">${words.backToText}</a></p>${runs ? `<p class="styled-note">${drawRuns(runs)}</p>` : ''}${noteOf(id, brief, options)}</li>`
  })
  return `<section class="notes" role="doc-endnotes" aria-labelledby="notes"><h2 id="notes">${words.whatCitationsRestOn}</h2><ol>${items.join('\n')}</ol></section>`
}
