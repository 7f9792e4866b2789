/**
 * A word that is being composed (Japanese, Chinese, an accent) stays in one piece while a colleague writes in the same
 * paragraph. The browser composes within one text node of the page; ProseMirror leaves that node alone as long as its text
 * is found in the new document, and else draws it anew, which ends the composition half-way or doubles the word. So
 * a colleague's letters are put into that very node first, around the word.
 */
import { Extension } from '@tiptap/core'
import type { EditorState } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { ySyncPluginKey } from '@tiptap/y-tiptap'

export const keptComposition = Extension.create({
  name: 'keptComposition',
  onCreate() {
    const { editor } = this
    editor.on('beforeTransaction', ({ transaction, nextState }) => {
      const sync = transaction.getMeta(ySyncPluginKey) as { isChangeOrigin?: boolean } | undefined
      if (editor.view.composing && sync?.isChangeOrigin) bringAround(editor.view, nextState)
    })
  },
})

/** A run of text without a break, as the caret divides it. */
export type Run = { before: string; after: string }

/** Takes `length` units of the run's text from `from` and puts `text` there; counted from the caret, so negative before it. */
export type Edit = { from: number; length: number; text: string }

const bringAround = (view: EditorView, next: EditorState): void => {
  const { focusNode: node, focusOffset: at } = view.dom.ownerDocument.getSelection()!
  if (!(node instanceof Text) || !view.dom.contains(node)) return
  const old = runAround(view.state)
  const now = runAround(next)
  const start = -at
  const end = node.data.length - at
  // Were the page and the document apart, this could only make it worse.
  if (!old.before.endsWith(node.data.slice(0, at)) || !old.after.startsWith(node.data.slice(at))) return
  for (const { from, length, text } of edits(old, now)) {
    const to = from + length
    if (to <= start || from >= end) continue
    // What lies partly outside of the node is drawn there.
    const within = from >= start && to <= end
    const first = Math.max(from, start)
    node.replaceData(at + first, Math.min(to, end) - first, within ? text : '')
  }
}

const BREAK = '\uFFFC'

const runAround = ({ selection }: EditorState): Run => {
  const { parent, parentOffset } = selection.$head
  const before = parent.textBetween(0, parentOffset, null, BREAK)
  const after = parent.textBetween(parentOffset, parent.content.size, null, BREAK)
  return { before: before.slice(before.lastIndexOf(BREAK) + 1), after: after.split(BREAK)[0]! }
}

/** What makes the one run into the other, as far from the caret as can be: the later places first, so that each stands as it is counted. */
export const edits = (old: Run, now: Run): Edit[] => {
  const kept = same(old.before, now.before, 'ends')
  const first = same(
    old.before.slice(0, old.before.length - kept),
    now.before.slice(0, now.before.length - kept),
    'begins',
  )
  const keptAfter = same(old.after, now.after, 'begins')
  const last = same(old.after.slice(keptAfter), now.after.slice(keptAfter), 'ends')
  return [
    {
      from: keptAfter,
      length: old.after.length - keptAfter - last,
      text: now.after.slice(keptAfter, now.after.length - last),
    },
    {
      from: first - old.before.length,
      length: old.before.length - kept - first,
      text: now.before.slice(first, now.before.length - kept),
    },
  ].filter(({ length, text }) => length > 0 || text !== '')
}

/** How many units two texts have in common at one end. */
const same = (a: string, b: string, where: 'begins' | 'ends'): number => {
  const unit = (text: string, n: number) => text.at(where === 'begins' ? n : -1 - n)
  const most = Math.min(a.length, b.length)
  let n = 0
  while (n < most && unit(a, n) === unit(b, n)) n++
  return n
}
