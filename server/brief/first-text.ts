/**
 * The beginning of a brief as HTML: what a page shows while its program is on the way. The schema draws it, as it draws the page
 * in the editor.
 */
import { renderToHTMLString } from '@tiptap/static-renderer/pm/html-string'
import type * as Y from 'yjs'
import { XmlElement } from 'yjs'
import { type BodyNode, readElement } from '../../shared/brief/body.ts'
import { readCitations } from '../../shared/brief/citation.ts'
import { roots } from '../../shared/brief/document.ts'
import { orderOf } from '../../shared/brief/order.ts'
import { extensions } from '../../shared/editor/schema.ts'

/** More than the tallest screen shows. */
const LETTERS = 12_000
const BLOCKS = 120

/** Safe HTML; empty where there is nothing to show, or something that only the page's own program can draw. */
export const firstText = (doc: Y.Doc): string => {
  const body = beginning(doc)
  if (!body.content) return ''
  const { numbers } = orderOf(body, readCitations(doc))
  try {
    return renderToHTMLString({
      extensions,
      content: body,
      options: {
        nodeMapping: {
          citation: ({ node }) => {
            const cited = numbers.get(String(node.attrs.id)) ?? []
            const shown = cited.length > 0 ? [...new Set(cited)].join(', ') : '?'
            return `<span class="citation" data-n="${shown}" aria-label="Citation ${shown}"></span>`
          },
          quotation: ({ children }) =>
            `<blockquote class="quotation"><div class="quotation-words">${[children].flat().join('')}</div></blockquote>`,
          // It follows from the whole brief, of which this is the beginning.
          references: () => '',
        },
      },
    })
  } catch {
    return ''
  }
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
