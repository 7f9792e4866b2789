/** What a plain editor knows: TipTap's starter kit and its tables, and a citation as an inline atom without a view. */
import { Node } from '@tiptap/core'
import { TableKit } from '@tiptap/extension-table'
import { StarterKit } from '@tiptap/starter-kit'

const Citation = Node.create({
  name: 'citation',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes() {
    return { id: { default: null } }
  },
  parseHTML() {
    return [{ tag: 'span[data-citation]' }]
  },
  renderHTML({ HTMLAttributes }) {
    return ['span', { 'data-citation': '', ...HTMLAttributes }]
  },
})

export const extensions = [
  StarterKit.configure({ undoRedo: false }),
  TableKit.configure({ table: { resizable: true } }),
  Citation,
]
