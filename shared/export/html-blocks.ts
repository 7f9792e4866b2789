/** The body of a brief as HTML, node by node of the one schema. */
import type { WrittenWords } from '../words/english.ts'
import { directionOfBlock } from '../brief/direction.ts'
import type { Direction } from '../text/direction.ts'
import type { BodyMark, BodyNode } from '../brief/body.ts'
import { keptLines, keptNode } from '../brief/kept-block.ts'
import { calloutKind } from '../editor/blocks.ts'
import { escapeHtml, safeAddress } from './escape-html.ts'
import { insteadOfPicture, isNamed } from './pictures.ts'

/** What the body asks of the brief around it. */
export type HtmlParts = {
  /** In the language of the brief. */
  words: WrittenWords
  /** Which way the page runs. */
  runs: Direction
  /** The raised mark of a citation. */
  citation(id: string): string
  /** The raised mark of a footnote. */
  footnote(id: string): string
  /** The level of the brief's uppermost headings. */
  topLevel: number
  /** The name of the next heading of the page, which the list of contents leads to. */
  heading(): string
  /** The list of headings, in its place. */
  contents(): string
  /** The address of a picture; null: its words stand for it. */
  picture(sha256: string): string | null
  /** Under a quotation: who says it, and where. */
  quotationFoot(excerptId: string): string
  /** The list of sources, in its place. */
  references(): string
}

type Draw = (node: BodyNode, parts: HtmlParts) => string

const inner: Draw = (node, parts) => drawAll(node.content ?? [], parts)
const tag =
  (name: string): Draw =>
  (node, parts) =>
    `<${name}${directionOf(node, parts)}>${turned(node, parts)}</${name}>`

/** What runs as the page does says nothing. */
const directionOf = (node: BodyNode, { runs }: HtmlParts): string => {
  const direction = directionOfBlock(node)
  return direction && (direction !== runs || node.attrs?.dir) ? ` dir="${direction}"` : ''
}

/** What stands in it runs as it does. */
const turned: Draw = (node, parts) => inner(node, { ...parts, runs: directionOfBlock(node) ?? parts.runs })

const span = (node: BodyNode, name: 'colspan' | 'rowspan'): string => {
  const value = Number(node.attrs?.[name] ?? 1)
  return Number.isInteger(value) && value > 1 && value <= 1000 ? ` ${name}="${value}"` : ''
}

/** A row of headings heads its columns, any other heading its row. */
const row = (node: BodyNode, parts: HtmlParts): string => {
  const cells = node.content ?? []
  const scope = cells.every(({ type }) => type === 'tableHeader') ? 'col' : 'row'
  return `<tr>${cells
    .map((cell) => {
      const name = cell.type === 'tableHeader' ? 'th' : 'td'
      const spans = span(cell, 'colspan') + span(cell, 'rowspan')
      return `<${name}${name === 'th' ? ` scope="${scope}"` : ''}${spans}>${inner(cell, parts)}</${name}>`
    })
    .join('')}</tr>`
}

/** Every node of the schema; test/shared/export holds this to it. */
export const HTML_NODES: Record<string, Draw> = {
  doc: inner,
  text: (node) => escapeHtml(node.text ?? ''),
  // An empty paragraph is a line that its writer left.
  paragraph: (node, parts) =>
    node.content?.length ? tag('p')(node, parts) : `<p${directionOf(node, parts)}><br></p>`,
  heading(node, parts) {
    const level = Number(node.attrs?.level ?? 1)
    // The title of the brief is the page's only first heading, and none is left out below it.
    const name = `h${Math.min(6, Math.max(2, Number.isInteger(level) ? level - parts.topLevel + 2 : 2))}`
    return `<${name} id="${parts.heading()}"${directionOf(node, parts)}>${inner(node, parts)}</${name}>`
  },
  bulletList: (node, parts) => `<ul>${inner(node, parts)}</ul>`,
  orderedList(node, parts) {
    const start = Number(node.attrs?.start ?? 1)
    const from = Number.isInteger(start) && start !== 1 && Math.abs(start) < 1e9 ? ` start="${start}"` : ''
    return `<ol${from}>${inner(node, parts)}</ol>`
  },
  listItem: tag('li'),
  taskList: (node, parts) => `<ul class="tasks">${inner(node, parts)}</ul>`,
  taskItem(node, parts) {
    const isDone = node.attrs?.checked === true
    return `<li${directionOf(node, parts)}><input type="checkbox" disabled${isDone ? ' checked' : ''} aria-label="${isDone ? parts.words.done : parts.words.notDone}"><div>${turned(node, parts)}</div></li>`
  },
  callout(node, parts) {
    const kind = calloutKind(node.attrs?.kind)
    const label = parts.words.callouts[kind]
    return `<aside class="callout"${directionOf(node, parts)}>${label && `<p class="label">${label}</p>`}${turned(node, parts)}</aside>`
  },
  figure: (node, parts) => `<figure>${inner(node, parts)}</figure>`,
  picture(node, parts) {
    const { sha256, alt, width, height } = node.attrs ?? {}
    const address = isNamed(sha256) ? parts.picture(sha256) : null
    if (address === null) return `<p class="picture">${escapeHtml(insteadOfPicture(node, parts.words))}</p>`
    const size = [width, height].every((side) => Number.isInteger(side) && Number(side) > 0)
      ? ` width="${Number(width)}" height="${Number(height)}"`
      : ''
    return `<img src="${escapeHtml(address)}" alt="${escapeHtml(String(alt ?? ''))}"${size}>`
  },
  caption: tag('figcaption'),
  footnote: (node, parts) => parts.footnote(String(node.attrs?.id ?? '')),
  footnoteText: inner,
  tableOfContents: (_, parts) => parts.contents(),
  unknown: (node) =>
    `<div class="kept">${keptLines(keptNode(node.attrs?.data))
      .map((words) => `<p>${escapeHtml(words)}</p>`)
      .join('')}</div>`,
  blockquote: tag('blockquote'),
  codeBlock: (node) =>
    `<pre><code>${(node.content ?? []).map(({ text }) => escapeHtml(text ?? '')).join('')}</code></pre>`,
  horizontalRule: () => '<hr>',
  hardBreak: () => '<br>',
  table: (node, parts) =>
    `<div class="table"><table${directionOf(node, parts)}>${turned(node, parts)}</table></div>`,
  tableRow: row,
  tableHeader: inner,
  tableCell: inner,
  citation: (node, parts) => parts.citation(String(node.attrs?.id ?? '')),
  quotation: (node, parts) =>
    `<figure class="quotation"><blockquote${directionOf(node, parts)}>${turned(node, parts)}</blockquote>${parts.quotationFoot(String(node.attrs?.excerpt ?? ''))}</figure>`,
  references: (_, parts) => parts.references(),
}

/** Every mark of the schema, the outermost first. */
export const HTML_MARKS: Record<string, (inside: string, mark: BodyMark) => string> = {
  link(inside, { attrs }) {
    const href = safeAddress(attrs?.href)
    return href ? `<a href="${escapeHtml(href)}" rel="noopener noreferrer">${inside}</a>` : inside
  },
  quoted: (inside) => `<q>${inside}</q>`,
  bold: (inside) => `<strong>${inside}</strong>`,
  italic: (inside) => `<em>${inside}</em>`,
  strike: (inside) => `<s>${inside}</s>`,
  code: (inside) => `<code>${inside}</code>`,
}

const ORDER = Object.keys(HTML_MARKS)

/** Neighbours that share their outermost mark stand in one element: a link of three pieces is one link. */
const drawAll = (nodes: readonly BodyNode[], parts: HtmlParts, depth = 0): string => {
  let html = ''
  for (let at = 0; at < nodes.length;) {
    const mark = marksOf(nodes[at]!)[depth]
    if (!mark) {
      const node = nodes[at]!
      html += HTML_NODES[node.type]?.(node, parts) ?? inner(node, parts)
      at++
      continue
    }
    let end = at + 1
    while (end < nodes.length && same(marksOf(nodes[end]!)[depth], mark)) end++
    html += HTML_MARKS[mark.type]!(drawAll(nodes.slice(at, end), parts, depth + 1), mark)
    at = end
  }
  return html
}

const marksOf = (node: BodyNode): BodyMark[] =>
  (node.marks ?? [])
    .filter(({ type }) => type in HTML_MARKS)
    .toSorted((a, b) => ORDER.indexOf(a.type) - ORDER.indexOf(b.type))

const same = (a: BodyMark | undefined, b: BodyMark): boolean =>
  a !== undefined && a.type === b.type && JSON.stringify(a.attrs ?? {}) === JSON.stringify(b.attrs ?? {})

export const drawBody = (body: BodyNode, parts: HtmlParts): string => drawAll([body], parts)
