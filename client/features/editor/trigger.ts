/**
 * Notices that `/` or `[@` is being written at the caret and what follows it, for the menus that open there. The keys
 * that work such a menu are handed to it while it is open; Esc leaves the letters as they are.
 */
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'

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
}

const triggerKey = new PluginKey<TriggerState>('trigger')

export const openTrigger = (state: EditorState): Trigger | null => triggerKey.getState(state)?.open ?? null

const SIGNS: { is: Trigger['is']; pattern: RegExp }[] = [
  { is: 'cite', pattern: /\[@([^\]\n\ufffc]{0,60})$/ },
  // At the beginning of a block or behind a space: "and/or" and "3/4" are words.
  { is: 'block', pattern: /(?:^|\s)\/([\p{L}\d ]{0,24})$/u },
]

const triggerAt = (state: EditorState): Trigger | null => {
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
    const query = pattern.exec(before)?.[1]
    if (query === undefined) continue
    const sign = is === 'cite' ? 2 : 1
    return { is, from: $from.pos - query.length - sign, to: $from.pos, query }
  }
  return null
}

/** `onKey` says whether the open menu took the key. */
export const triggers = (onKey: (event: KeyboardEvent) => boolean) =>
  new Plugin<TriggerState>({
    key: triggerKey,
    state: {
      init: () => ({ open: null, dismissed: null }),
      apply(tr, { open, dismissed }, _, state) {
        if (tr.getMeta(triggerKey) === 'dismiss') return { open: null, dismissed: open?.from ?? dismissed }
        if (!tr.docChanged && !tr.selectionSet) return { open, dismissed }
        const mapped = dismissed === null ? null : tr.mapping.map(dismissed, -1)
        const found = triggerAt(state)
        // It opens by writing; a caret that comes back to an old sign opens nothing, unless it is open already.
        const isWritten = tr.docChanged && !tr.getMeta('y-sync$')
        if (!found || found.from === mapped) return { open: null, dismissed: found ? mapped : null }
        if (!isWritten && open === null) return { open: null, dismissed: null }
        return { open: found, dismissed: null }
      },
    },
    props: {
      handleKeyDown(view, event) {
        if (!openTrigger(view.state)) return false
        if (event.key === 'Escape') {
          view.dispatch(view.state.tr.setMeta(triggerKey, 'dismiss'))
          return true
        }
        return onKey(event)
      },
    },
  })
