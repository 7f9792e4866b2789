/**
 * The beginning of a brief as HTML: what a page shows while its program is on the way. The schema draws it, as it draws the page
 * in the editor. What it says beside the brief's own words is in the brief's language: it is made once, for every reader.
 */
import { renderToHTMLString } from '@tiptap/static-renderer/pm/html-string'
import type * as Y from 'yjs'
import { XmlElement } from 'yjs'
import { readAbout } from '../../shared/brief/about.ts'
import { type BodyNode, readElement } from '../../shared/brief/body.ts'
import { readCitations } from '../../shared/brief/citation.ts'
import { footnoteLetter, readFootnotes } from '../../shared/brief/footnotes.ts'
import { keptLines, keptNode } from '../../shared/brief/kept-block.ts'
import { roots } from '../../shared/brief/document.ts'
import { orderOf } from '../../shared/brief/order.ts'
import { Callout } from '../../shared/editor/blocks.ts'
import { extensions } from '../../shared/editor/schema.ts'
import { writtenIn } from '../../shared/words/written.ts'

/** More than the tallest screen shows. */
const LETTERS = 12_000
const BLOCKS = 120

/** Safe HTML; empty where there is nothing to show, or something that only the page's own program can draw. */
export const firstText = (doc: Y.Doc): string => {
  const body = beginning(doc)
  if (!body.content) return ''
  const { lang } = readAbout(doc)
  const words = writtenIn(lang)
  const { numbers, footnotes } = orderOf(body, readCitations(doc), readFootnotes(doc))
  const letters = new Map(footnotes.map((id, i) => [id, footnoteLetter(i)]))
  try {
    const html = renderToHTMLString({
      extensions: extensions.map((each) => (each.name === Callout.name ? Callout.configure(words) : each)),
      content: body,
      options: {
        nodeMapping: {
          citation: ({ node }) => {
            const cited = numbers.get(String(node.attrs.id)) ?? []
            const shown = cited.length > 0 ? [...new Set(cited)].join(', ') : '?'
            return `<span class="citation" data-n="${shown}" aria-label="${words.citation(shown)}"></span>`
          },
          quotation: ({ children }) =>
            `<blockquote class="quotation"><div class="quotation-words">${[children].flat().join('')}</div></blockquote>`,
          footnote: ({ node }) => {
            const letter = letters.get(String(node.attrs.id)) ?? '?'
            return `<span class="footnote" data-n="${letter}" aria-label="${words.footnote(letter)}"></span>`
          },
          taskItem({ node, children }) {
            const isDone = node.attrs.checked === true
            return `<li><label><input type="checkbox" disabled${isDone ? ' checked' : ''} aria-label="${isDone ? words.done : words.notDone}"></label><div>${[children].flat().join('')}</div></li>`
          },
          picture: ({ node }) => pictureOf(node.attrs),
          unknown: ({ node }) =>
            `<div class="kept-block">${keptLines(keptNode(node.attrs.data)).map(paragraphOf).join('')}</div>`,
          // They follow from the whole brief, of which this is the beginning.
          references: () => '',
          tableOfContents: () => '',
        },
      },
    })
    return `<div class="page-text" lang="${escaped(lang)}">${html}</div>`
  } catch {
    return ''
  }
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

const paragraphOf = (words: string) => `<p>${escaped(words)}</p>`

/** With its room on the page, so that nothing moves when it comes. */
const pictureOf = ({ sha256, alt, width, height }: Readonly<Record<string, unknown>>): string => {
  if (typeof sha256 !== 'string' || !/^[0-9a-f]{64}$/.test(sha256)) return ''
  const sides = [
    ['width', width],
    ['height', height],
  ].flatMap(([name, side]) => (typeof side === 'number' ? [` ${String(name)}="${Math.trunc(side)}"`] : []))
  const words = typeof alt === 'string' ? escaped(alt) : ''
  return `<img src="/api/captures/${sha256}/bytes" alt="${words}"${sides.join('')}>`
}

const beginning = (doc: Y.Doc): BodyNode => {
  const content: BodyNode[] = []
  let letters = 0
  for (const block of roots(doc).body.toArray()) {
    if (!(block instanceof XmlElement)) continue
    const node = readElement(block)
    content.push(node)
    letters += lettersOf(node)
    if (letters > LETTERS || content.length >= BLOCKS) break
  }
  return content.length > 0 ? { type: 'doc', content } : { type: 'doc' }
}

const lettersOf = (node: BodyNode): number =>
  (node.text?.length ?? 0) + (node.content ?? []).reduce((sum, child) => sum + lettersOf(child), 0)
