/**
 * What the page's element says of the text in it: the brief's language, by which the browser checks spelling and
 * breaks words, and whether the text is long.
 */
import { Plugin } from '@tiptap/pm/state'
import type * as Y from 'yjs'
import { about } from '../../../shared/brief/about.ts'
import { roots } from '../../../shared/brief/document.ts'

/** Blocks (three screens or so) from which on only those near the window are laid out, and each is painted for itself. */
const LONG = 40

/** BCP 47. */
export const languageOf = (doc: Y.Doc): string => about.shape.lang.parse(roots(doc).about.get('lang'))

export const pageAttributes = (doc: Y.Doc): Plugin =>
  new Plugin({
    props: {
      // A style sheet can count too (`:has(> :nth-child(150))`), and takes seconds for it when 13,000 blocks are pasted.
      attributes: (state) => ({
        lang: languageOf(doc),
        spellcheck: 'true',
        ...(state.doc.childCount >= LONG && { class: 'long' }),
      }),
    },
    view(view) {
      let shown = languageOf(doc)
      const look = () => {
        if (shown === languageOf(doc) || view.isDestroyed) return
        shown = languageOf(doc)
        view.dispatch(view.state.tr)
      }
      roots(doc).about.observe(look)
      return { destroy: () => roots(doc).about.unobserve(look) }
    },
  })
