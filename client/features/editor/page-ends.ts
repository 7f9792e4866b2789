/**
 * The caret at the first or last place where words can be written. Browsers do nothing at the key when the page ends in something that is
 * drawn, as the list of sources is.
 */
import { type EditorState, Selection, TextSelection, type Transaction } from '@tiptap/pm/state'

/** `growing`: the selection reaches there, and its other end stays. Null: nothing can be written anywhere. */
export const toPageEnd = (state: EditorState, end: 'first' | 'last', growing = false): Transaction | null => {
  const { doc, selection, tr } = state
  const $edge = doc.resolve(end === 'first' ? 0 : doc.content.size)
  const place = Selection.findFrom($edge, end === 'first' ? 1 : -1, true)
  if (!place) return null
  const to = growing ? TextSelection.between(selection.$anchor, place.$head) : place
  return tr.setSelection(to).scrollIntoView()
}
