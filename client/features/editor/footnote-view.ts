/** A footnote's mark on the page: a button that shows a raised letter. The letter comes from a decoration, as citations' numbers do. */
import { Footnote } from '../../../shared/editor/blocks.ts'

/** The footnote that an element of the page belongs to. */
export const footnoteOf = (target: EventTarget | null): { id: string; element: HTMLElement } | null => {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-footnote]') : null
  return element?.dataset.id ? { id: element.dataset.id, element } : null
}

export const FootnoteWithView = Footnote.extend({
  addNodeView() {
    return ({ node, editor }) => {
      const dom = document.createElement('span')
      dom.className = 'footnote'
      dom.dataset.footnote = ''
      dom.dataset.id = String(node.attrs.id ?? '')
      dom.setAttribute('role', 'button')
      dom.tabIndex = editor.isEditable ? -1 : 0
      return {
        dom,
        update: (next) => next.type === node.type && next.attrs.id === node.attrs.id,
        ignoreMutation: () => true,
      }
    }
  },
})
