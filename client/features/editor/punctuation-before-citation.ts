/**
 * Puts punctuation that is typed directly behind a new citation before it: "Exports fell¹" and "." become "Exports fell.¹".
 * Only for what this person types by keys, only behind the citation they made a moment ago, and only where the words before
 * it are not closed. Nothing that stands is moved: the character is written in another place, one change as any other.
 */
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state'
import type { Smart } from './smart-typing.ts'

/** `typed`: what went before the citation since it was made. */
type Fresh = { id: string; typed: string }

const freshKey = new PluginKey<Fresh | null>('punctuationBeforeCitation')

/** Says that this transaction makes the citation and leaves the caret behind it. */
export const justCited = (tr: Transaction, id: string): Transaction =>
  tr.setMeta(freshKey, { id, typed: '' } satisfies Fresh)

const CLOSING = /^[.,;:!?…。！？，；："'”’»›」』]$/u
/** A word, a number or a symbol ends here, within brackets and quotation marks or not, and no punctuation. */
const OPEN_END = /[^\s.,;:!?…。！？，；："'”’»›」』)\]\ufffc]["'”’»›」』)\]]*$/u

/** `smart`: what a sign becomes in the brief's language. */
export const punctuationBeforeCitation = (smart: Smart = () => null) =>
  new Plugin<Fresh | null>({
    key: freshKey,
    state: {
      init: () => null,
      apply(tr, fresh, _, state) {
        const now = (tr.getMeta(freshKey) as Fresh | undefined) ?? fresh
        // The caret went on, or the citation went: the moment is over.
        return now && placeOfFresh(state, now) ? now : null
      },
    },
    props: {
      handleTextInput(view, from, to, text) {
        const fresh = freshKey.getState(view.state)
        const place = fresh && placeOfFresh(view.state, fresh)
        if (!place || view.composing || from !== to || from !== place.caret) return false
        // After the first one, a quotation mark or the rest of an ellipsis goes the same way.
        if (!CLOSING.test(text) || (fresh.typed === '' && !OPEN_END.test(place.before))) return false
        // No more than one sign for one: what stands before the citation stays as it is.
        const better = smart(place.before, text)
        const sign = better?.from === 0 && better.text.length === 1 ? better.text : text
        const tr = view.state.tr.insertText(sign, place.pos)
        view.dispatch(
          tr.setMeta(freshKey, { id: fresh.id, typed: fresh.typed + sign } satisfies Fresh).scrollIntoView(),
        )
        return true
      },
      handleKeyDown(view, event) {
        if (event.key !== 'Backspace' || event.metaKey || event.ctrlKey || event.altKey) return false
        const fresh = freshKey.getState(view.state)
        const place = fresh && placeOfFresh(view.state, fresh)
        if (!place || view.composing) return false
        // What was typed last goes first, though it stands before the number.
        const last = fresh.typed.slice(-1)
        if (last === '' || !place.before.endsWith(last)) return false
        const tr = view.state.tr.delete(place.pos - 1, place.pos)
        view.dispatch(
          tr
            .setMeta(freshKey, { id: fresh.id, typed: fresh.typed.slice(0, -1) } satisfies Fresh)
            .scrollIntoView(),
        )
        return true
      },
    },
  })

/**
 * Where the caret stands right behind the citation: `pos` is the place before it, and before those that it follows
 * without a space; `before` is the text up to there.
 */
const placeOfFresh = ({ selection }: EditorState, { id }: Fresh) => {
  const { $from, empty } = selection
  const standing = $from.nodeBefore
  if (!empty || standing?.type.name !== 'citation' || standing.attrs.id !== id) return null
  let index = $from.index()
  let pos = $from.pos
  while (index > 0 && $from.parent.child(index - 1).type.name === 'citation')
    pos -= $from.parent.child(--index).nodeSize
  const before = $from.parent.textBetween(0, pos - $from.start(), undefined, '\ufffc')
  return { caret: $from.pos, pos, before }
}
