/** What a plain editor knows: TipTap's starter kit, and a citation as an inline atom without a view. */
import { Node } from '@tiptap/core'
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

export const extensions = [StarterKit.configure({ undoRedo: false }), Citation]
