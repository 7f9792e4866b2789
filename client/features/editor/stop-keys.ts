/**
 * Keys at a full stop that is drawn behind its citation (stops-behind.ts). At its own place, between the word and the citation,
 * nothing is seen of it: arrows pass over it, Backspace and Delete take what is seen beside the caret, and letters go before it.
 */
import { TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/** `pos`: where it stands; `end`: behind the last citation that stands behind it, where it is seen. */
export type Stop = { pos: number; end: number; sign: string }

type StopAt = (pos: number) => Stop | null

const KEYS = /^(Backspace|Delete|ArrowLeft|ArrowRight)$/

/**
 * Whether the key was answered. Where it is not, the caret is put to the other side of the stop, and the key does there what it
 * always does, a letter of several characters and a selected citation included.
 */
export const stopKey = (view: EditorView, event: KeyboardEvent, stopAt: StopAt): boolean => {
  const { key, shiftKey, metaKey } = event
  const { selection, tr } = view.state
  if (!KEYS.test(key) || shiftKey || metaKey || view.composing) return false
  const at = selection.from
  const stop = stopAt(at)
  if (!stop) return false
  const inside = stop.pos + stop.sign.length
  const takes = view.editable && (key === 'Delete' || key === 'Backspace')
  if (!(selection instanceof TextSelection) || !selection.empty) return false
  // With Ctrl or Alt it is a word that goes; browsers disagree on what is one here, and what is seen beside the caret is enough.
  if (takes && key === 'Delete' && at !== stop.end) {
    tr.delete(inside, inside + 1)
    // The citation was seen before the stop, and there the caret stays.
    view.dispatch(tr.setSelection(TextSelection.create(tr.doc, stop.pos)).scrollIntoView())
    return true
  }
  if (takes && key === 'Backspace' && at === stop.end) {
    view.dispatch(tr.delete(stop.pos, inside).scrollIntoView())
    return true
  }
  if (event.ctrlKey || event.altKey) return false
  const goesOn = key !== 'Backspace' && (key === 'ArrowRight') !== isRightToLeft(view, at)
  if (at === (goesOn ? stop.pos : inside))
    view.dispatch(tr.setSelection(TextSelection.create(view.state.doc, goesOn ? inside : stop.pos)))
  return false
}

/** Whether the letters were written before the stop: the caret was seen there. */
export const stopInput = (
  view: EditorView,
  from: number,
  to: number,
  text: string,
  stopAt: StopAt,
): boolean => {
  const stop = from === to && !view.composing ? stopAt(from) : null
  if (!stop || from !== stop.pos + stop.sign.length) return false
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, stop.pos)))
  const insert = () => view.state.tr.insertText(text, stop.pos)
  // What changes letters as they are typed has its turn there.
  if (!view.someProp('handleTextInput', (handle) => handle(view, stop.pos, stop.pos, text, insert)))
    view.dispatch(insert().scrollIntoView())
  return true
}

const isRightToLeft = (view: EditorView, at: number): boolean => {
  const { node } = view.domAtPos(at)
  const element = node instanceof Element ? node : node.parentElement
  return element !== null && getComputedStyle(element).direction === 'rtl'
}
