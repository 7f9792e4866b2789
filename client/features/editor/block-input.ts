/** What typing makes of blocks beyond the usual signs: `!!! ` a box; Mod+Enter ticks a task, Enter leaves a caption, and an empty last line a callout. */
import { Extension, InputRule } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { setCallout } from './callouts.ts'

export const blockInput = Extension.create({
  name: 'blockInput',
  // Before the paragraph's own Enter.
  priority: 1100,
  addInputRules() {
    const { editor } = this
    return [
      new InputRule({
        find: /^!!!\s$/,
        handler({ state, range }) {
          state.tr.delete(range.from, range.to)
          queueMicrotask(() => setCallout(editor, 'box', true))
        },
      }),
    ]
  },
  addKeyboardShortcuts() {
    return {
      'Mod-Enter': () => tick(this.editor),
      Enter: () => leaveCaption(this.editor) || leaveCallout(this.editor),
      ArrowDown: () => {
        const { selection, doc } = this.editor.state
        const { $to, empty } = selection
        // Below a figure at the very end there is nothing to step into.
        const isLast = empty && $to.parent.type.name === 'caption' && $to.after(1) === doc.content.size
        return isLast && leaveCaption(this.editor)
      },
    }
  },
})

type Page = Parameters<typeof setCallout>[0]

/** Ticks the task with the caret, or takes its tick away. */
const tick = ({ state, view }: Page): boolean => {
  const { $from } = state.selection
  for (let depth = $from.depth; depth > 0; depth--) {
    const item = $from.node(depth)
    if (item.type.name !== 'taskItem') continue
    view.dispatch(state.tr.setNodeAttribute($from.before(depth), 'checked', !item.attrs.checked))
    return true
  }
  return false
}

const leaveCaption = ({ state, view }: Page): boolean => {
  const { $to } = state.selection
  if ($to.parent.type.name !== 'caption') return false
  const after = $to.after($to.depth - 1)
  const next = state.doc.resolve(after).nodeAfter
  const tr = state.tr
  // An empty line that is there will do.
  if (next?.type.name !== 'paragraph' || next.content.size > 0)
    tr.insert(after, state.schema.nodes.paragraph!.create())
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView())
  return true
}

const leaveCallout = (editor: Page): boolean => {
  const { $from, empty } = editor.state.selection
  const inCallout = $from.depth > 1 && $from.node(-1).type.name === 'callout'
  if (!empty || !inCallout || $from.parent.content.size > 0) return false
  if ($from.index(-1) !== $from.node(-1).childCount - 1) return false
  return editor.chain().liftEmptyBlock().run()
}
