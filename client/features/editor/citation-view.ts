/**
 * A citation on the page: a button that shows a raised number. The number and its name come from a decoration
 * (citation-numbers.ts), so that renumbering touches attributes only.
 */
import { Citation } from '../../../shared/editor/schema.ts'

/** The id of the citation that an element of the page belongs to. */
export const citationOf = (target: EventTarget | null): { id: string; element: HTMLElement } | null => {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-citation]') : null
  return element?.dataset.id ? { id: element.dataset.id, element } : null
}

export const CitationWithView = Citation.extend({
  addNodeView() {
    return ({ node, editor }) => {
      const dom = document.createElement('span')
      dom.className = 'citation'
      dom.dataset.citation = ''
      dom.dataset.id = String(node.attrs.id ?? '')
      dom.setAttribute('role', 'button')
      // While writing, arrow keys reach it and Tab leaves the page; a reader has no caret.
      dom.tabIndex = editor.isEditable ? -1 : 0
      return {
        dom,
        update(next) {
          if (next.type !== node.type || next.attrs.id !== node.attrs.id) return false
          dom.tabIndex = editor.isEditable ? -1 : 0
          return true
        },
        ignoreMutation: () => true,
      }
    }
  },
})
