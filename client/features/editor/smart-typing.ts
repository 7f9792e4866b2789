/**
 * Quotation marks, apostrophes, dashes and dots as the brief's language writes them, while a person types by keys. Backspace or undo
 * right after gives the sign back as it was typed. Never in code, and not where it was turned off on this device.
 */
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { smartTyped, type Typed } from '../../../shared/text/smart-typing.ts'
import { typesSmart } from './typing-choice.ts'
import { inSameStep } from './undo-steps.ts'

/** What was put in a moment ago, and what was typed for it. */
type Fresh = { from: number; to: number; typed: string }

const freshKey = new PluginKey<Fresh | null>('smartTyping')

/** What a sign becomes at this place, `before` being the words up to there; null for what stays as it was typed. */
export type Smart = (before: string, typed: string) => Typed | null

export const smartIn =
  (language: () => string): Smart =>
  (before, typed) =>
    typesSmart() ? smartTyped(before, typed, language()) : null

/** Signs as they are typed. */
export const smartTyping = (smart: Smart) =>
  new Plugin({
    props: {
      handleTextInput(view, from, to, text) {
        if (view.composing || text.length !== 1 || isCode(view.state)) return false
        const $from = view.state.doc.resolve(from)
        const before = $from.parent.textBetween(0, $from.parentOffset, undefined, '\ufffc')
        const better = smart(before, text)
        if (!better) return false
        view.dispatch(put(view.state, better, text, from, to))
        return true
      },
    },
  })

const put = (state: EditorState, { from: back, text }: Typed, typed: string, from: number, to: number) => {
  const start = from - back
  const was = state.doc.textBetween(start, from)
  const fresh: Fresh = { from: start, to: start + text.length, typed: was + typed }
  const tr = state.tr.insertText(text, start, to).setMeta(freshKey, fresh).scrollIntoView()
  // Dots that become an ellipsis are signs of the word that is being typed.
  return back > 0 && from === to ? inSameStep(tr) : tr
}

/** The way back. Before the keys of the history, which would take back more than this. */
export const smartUndo = () =>
  new Plugin<Fresh | null>({
    key: freshKey,
    state: {
      init: () => null,
      apply(tr, fresh) {
        const now = tr.getMeta(freshKey) as Fresh | undefined
        if (now) return now
        if (!fresh || (!tr.docChanged && !tr.selectionSet)) return fresh
        // A colleague's letters elsewhere do not end the moment.
        return isOthers(tr)
          ? { ...fresh, from: tr.mapping.map(fresh.from), to: tr.mapping.map(fresh.to, -1) }
          : null
      },
    },
    props: {
      handleKeyDown(view, event) {
        const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z'
        const isBack = event.key === 'Backspace' && !event.ctrlKey && !event.metaKey && !event.altKey
        return (isUndo || isBack) && giveBack(view)
      },
    },
  })

const giveBack = (view: EditorView): boolean => {
  const fresh = freshKey.getState(view.state)
  const { selection } = view.state
  if (!fresh || !selection.empty || selection.from !== fresh.to || view.composing) return false
  const tr = inSameStep(view.state.tr.insertText(fresh.typed, fresh.from, fresh.to))
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, fresh.from + fresh.typed.length)))
  return true
}

const isOthers = (tr: Transaction): boolean =>
  Boolean((tr.getMeta(ySyncPluginKey) as { isChangeOrigin?: boolean } | undefined)?.isChangeOrigin)

const isCode = ({ selection: { $from }, storedMarks }: EditorState): boolean =>
  Boolean($from.parent.type.spec.code) ||
  (storedMarks ?? $from.marks()).some((mark) => mark.type.spec.code === true)
