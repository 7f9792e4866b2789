/** Shows the spaces at which a line does not break, in the block with the caret: elsewhere they are spaces as any other. */
import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

/** U+00A0, and the narrow one of French. */
const FIXED = /[\u00a0\u202f]/g

export const fixedSpaces = () =>
  new Plugin({
    props: {
      decorations({ selection: { $head }, doc }) {
        const { parent } = $head
        if (!parent.isTextblock) return null
        const words = parent.textBetween(0, parent.content.size, undefined, '\ufffc')
        const places = Array.from(words.matchAll(FIXED), ({ index }) => $head.start() + index)
        if (places.length === 0) return null
        return DecorationSet.create(
          doc,
          places.map((at) => Decoration.inline(at, at + 1, { class: 'fixed-space' })),
        )
      },
    },
  })
