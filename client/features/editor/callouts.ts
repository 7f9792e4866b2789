/** Makes a callout of the paragraphs and lists with the caret, changes the kind of the one around it, or takes it away. */
import type { Editor } from '@tiptap/core'
import { NodeRange } from '@tiptap/pm/model'
import type { Selection } from '@tiptap/pm/state'
import type { CalloutKind } from '../../../shared/editor/blocks.ts'
import { inSameStep } from './undo-steps.ts'

/** False where none can stand: in a table, in another block's text. */
export const setCallout = (
  editor: Editor,
  kind: CalloutKind,
  /** In one step of undo with the change before it. */
  goesOn = false,
): boolean => {
  const { state, view } = editor
  const { $from, $to } = state.selection
  const type = state.schema.nodes.callout!
  for (let depth = $from.depth; depth > 0; depth--) {
    if ($from.node(depth).type !== type) continue
    const pos = $from.before(depth)
    // The same once more takes it away.
    if ($from.node(depth).attrs.kind === kind) {
      const inside = $from.node(depth)
      view.dispatch(state.tr.replaceWith(pos, pos + inside.nodeSize, inside.content))
    } else view.dispatch(state.tr.setNodeAttribute(pos, 'kind', kind))
    view.focus()
    return true
  }
  return editor
    .chain()
    .focus()
    .command(({ tr, dispatch }) => {
      if (goesOn) inSameStep(tr)
      const heading = $from.parent.type.name === 'heading' && $from.sameParent($to)
      if (heading) tr.setBlockType($from.pos, $to.pos, state.schema.nodes.paragraph!)
      const range = rangeOf(tr.selection)
      if (!range) return false
      const { parent, startIndex, endIndex } = range
      if (!parent.canReplaceWith(startIndex, endIndex, type)) return false
      for (let i = startIndex; i < endIndex; i++) if (!MAY_STAND.has(parent.child(i).type.name)) return false
      if (dispatch) tr.wrap(range, [{ type, attrs: { kind } }])
      return true
    })
    .run()
}

const LISTS = ['bulletList', 'orderedList', 'taskList']
const MAY_STAND = new Set(['paragraph', ...LISTS])

/** The selected blocks; a list goes in as a whole. */
const rangeOf = ({ $from, $to }: Selection): NodeRange | null => {
  for (let depth = 1; depth <= $from.depth; depth++)
    if (LISTS.includes($from.node(depth).type.name)) return new NodeRange($from, $to, depth - 1)
  return $from.blockRange($to)
}
