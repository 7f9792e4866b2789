/**
 * Notices that `/` or `[@` is being written at the caret and what follows it, for the menus that open there. The keys
 * that work such a menu are handed to it while it is open; Esc leaves the letters as they are.
 */
import { type EditorState, Plugin, PluginKey, TextSelection } from '@tiptap/pm/state'

export type Trigger = {
  is: 'block' | 'cite'
  /** The range of what was written, the sign included. */
  from: number
  to: number
  query: string
}

type TriggerState = {
  open: Trigger | null
  /** Where Esc was pressed: the menu does not come back for the same sign. */
  dismissed: number | null
  /** A key wrote the sign, not the person. */
  byKey: boolean
}

const triggerKey = new PluginKey<TriggerState>('trigger')

export const openTrigger = (state: EditorState): Trigger | null => triggerKey.getState(state)?.open ?? null

/** Closes the menu and leaves what was typed. */
export const dismissTrigger = (state: EditorState) => state.tr.setMeta(triggerKey, 'dismiss')

/** Writes `[@` at the caret, behind a selection. */
export const writeCiteSign = (state: EditorState) => {
  const at = state.selection.to
  const tr = state.tr.setSelection(TextSelection.create(state.doc, at)).insertText('[@')
  return tr.setMeta(triggerKey, 'by key').scrollIntoView()
}

const SIGNS: { is: Trigger['is']; pattern: RegExp }[] = [
  { is: 'cite', pattern: /\[@([^\]\n\ufffc]{0,60})$/ },
  // At the beginning of a block or behind a space: "and/or" and "3/4" are words.
  { is: 'block', pattern: /(?:^|\s)\/([\p{L}\d ]{0,24})$/u },
]

const triggerAt = (state: EditorState, kinds: readonly Trigger['is'][]): Trigger | null => {
  const { selection } = state
  const { $from } = selection
  if (!selection.empty || !$from.parent.isTextblock || $from.parent.type.spec.code) return null
  const before = $from.parent.textBetween(
    Math.max(0, $from.parentOffset - 80),
    $from.parentOffset,
    undefined,
    '\ufffc',
  )
  for (const { is, pattern } of SIGNS) {
    if (!kinds.includes(is)) continue
    const query = pattern.exec(before)?.[1]
    if (query === undefined) continue
    const sign = is === 'cite' ? 2 : 1
    return { is, from: $from.pos - query.length - sign, to: $from.pos, query }
  }
  return null
}

/** `onKey` says whether the open menu took the key. */
export const triggers = (
  onKey: (event: KeyboardEvent) => boolean,
  kinds: readonly Trigger['is'][] = ['cite', 'block'],
) =>
  new Plugin<TriggerState>({
    key: triggerKey,
    state: {
      init: () => ({ open: null, dismissed: null, byKey: false }),
      apply(tr, before, _, state) {
        const { open, dismissed } = before
        if (tr.getMeta(triggerKey) === 'dismiss')
          return { open: null, dismissed: open?.from ?? dismissed, byKey: false }
        if (!tr.docChanged && !tr.selectionSet) return before
        const isByKey = tr.getMeta(triggerKey) === 'by key'
        const mapped = dismissed === null || isByKey ? null : tr.mapping.map(dismissed, -1)
        const found = triggerAt(state, kinds)
        // It opens by writing; a caret that comes back to an old sign opens nothing, unless it is open already.
        const isWritten = tr.docChanged && !tr.getMeta('y-sync$')
        if (!found || found.from === mapped)
          return { open: null, dismissed: found ? mapped : null, byKey: false }
        if (!isWritten && open === null) return { open: null, dismissed: null, byKey: false }
        const byKey = isByKey || (open !== null && before.byKey)
        return { open: found, dismissed: null, byKey }
      },
    },
    props: {
      handleKeyDown(view, event) {
        const { open, byKey } = triggerKey.getState(view.state) ?? {}
        if (!open) return false
        if (event.key === 'Escape') {
          // The menu closes, and not what the text stands in.
          event.stopPropagation()
          // What a person typed stays. The sign alone that a key wrote is nobody's words.
          const isEmpty = byKey && open.query === ''
          view.dispatch(isEmpty ? view.state.tr.delete(open.from, open.to) : dismissTrigger(view.state))
          return true
        }
        return onKey(event)
      },
    },
  })
