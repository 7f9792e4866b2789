/**
 * A citation on the page: a button that shows a raised number. The number and its name come from a decoration
 * (citation-numbers.ts), so that renumbering touches attributes only.
 */
import type { Decoration } from '@tiptap/pm/view'
import type { Run } from '../../../shared/cite/reference.ts'
import { drawRuns } from './draw-runs.ts'
import { Citation } from '../../../shared/editor/schema.ts'

/** The id of the citation that an element of the page belongs to. */
export const citationOf = (target: EventTarget | null): { id: string; element: HTMLElement } | null => {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-citation]') : null
  return element?.dataset.id ? { id: element.dataset.id, element } : null
}

/** What a style writes in the line, from the decoration; null where a number is drawn. */
const runsOf = (decorations: readonly Decoration[]): readonly Run[] | null =>
  decorations.map(({ spec }) => (spec as { runs?: readonly Run[] }).runs).find(Boolean) ?? null

export const CitationWithView = Citation.extend({
  addNodeView() {
    return ({ node, editor, decorations }) => {
      const dom = document.createElement('span')
      dom.className = 'citation'
      dom.dataset.citation = ''
      dom.dataset.id = String(node.attrs.id ?? '')
      dom.setAttribute('role', 'button')
      let runs: readonly Run[] | null = null
      const write = (now: readonly Run[] | null) => {
        if (now === runs) return
        runs = now
        // The whole is a button already: an address in it is words.
        dom.replaceChildren(...drawRuns((now ?? []).map((run) => ({ ...run, href: undefined }))))
      }
      write(runsOf(decorations))
      // While writing, arrow keys reach it and Tab leaves the page; a reader has no caret.
      dom.tabIndex = editor.isEditable ? -1 : 0
      return {
        dom,
        update(next, changed) {
          if (next.type !== node.type || next.attrs.id !== node.attrs.id) return false
          dom.tabIndex = editor.isEditable ? -1 : 0
          write(runsOf(changed))
          return true
        },
        ignoreMutation: () => true,
      }
    }
  },
})
