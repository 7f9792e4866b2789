/** What can be done on the page, by its name: the `/` menu, the palette and the list of keys have it from here. */
import type { PageCommand } from '../../brief/editor-handle.ts'
import { blockCommands } from './block-commands.ts'
import { insertSpace } from './page-keys.ts'
import { chooseTyping, typesSmart } from './typing-choice.ts'
import { moved } from './block-moves.ts'
import type { OpenEditor } from './open-editor.ts'

type InsertCommand = Required<Pick<PageCommand, 'hint' | 'also'>> & PageCommand

/** What is put in at the caret. */
export const insertCommands = (page: OpenEditor): InsertCommand[] => [
  ...blockCommands.map((command) => ({ ...command, run: () => command.run(page.editor) })),
  {
    id: 'cite',
    name: 'Citation',
    hint: 'Of a source or a passage',
    also: 'cite source reference',
    keys: 'mod alt C',
    run: () => page.startCiting(),
  },
  {
    id: 'footnote',
    name: 'Footnote',
    hint: 'A remark of your own',
    also: 'note remark',
    keys: 'mod alt F',
    run: () => page.addFootnote(),
  },
  {
    id: 'picture',
    name: 'Picture',
    hint: 'PNG, JPEG, GIF or WebP, with a caption',
    also: 'image figure photo chart',
    run: () => page.choosePicture(),
  },
  {
    id: 'quote',
    name: 'Quotation',
    hint: 'A passage, word for word',
    also: 'quote passage excerpt',
    keys: 'mod alt Q',
    run: () => page.chrome.set({ is: 'picker' }),
  },
]

/** All of it, for who may write; for a reader, what changes nothing. */
export const pageCommands = (page: OpenEditor): { name: string; commands: PageCommand[] }[] => {
  const { editor } = page
  const find: PageCommand = {
    id: 'find',
    name: editor.isEditable ? 'Find and replace' : 'Find in the text',
    also: 'search look for words replace',
    keys: 'mod F',
    run: () => page.find.set(true),
  }
  const copy: PageCommand = {
    id: 'copy-markdown',
    name: editor.state.selection.empty ? 'Copy all as Markdown' : 'Copy as Markdown',
    also: 'clipboard export',
    run: () => void page.copyMarkdown(),
  }
  if (!editor.isEditable) return [{ name: 'Text', commands: [find, copy] }]
  const chain = () => editor.chain().focus()
  const move = (to: -1 | 1) => () => {
    const tr = moved(editor.state, to)
    if (tr) page.act(tr)
    editor.commands.focus()
  }
  const link = () => page.chrome.set({ is: 'link' })
  return [
    { name: 'Insert', commands: insertCommands(page) },
    {
      name: 'Text',
      commands: [
        find,
        copy,
        { id: 'undo', name: 'Undo', keys: 'mod Z', run: () => void chain().undo().run() },
        { id: 'redo', name: 'Redo', keys: 'mod shift Z', run: () => void chain().redo().run() },
        {
          id: 'bold',
          name: 'Bold',
          also: 'strong',
          keys: 'mod B',
          run: () => void chain().toggleBold().run(),
        },
        {
          id: 'italic',
          name: 'Italic',
          also: 'emphasis',
          keys: 'mod I',
          run: () => void chain().toggleItalic().run(),
        },
        {
          id: 'strike',
          name: 'Strike through',
          also: 'delete',
          keys: 'mod shift S',
          run: () => void chain().toggleStrike().run(),
        },
        {
          id: 'code-words',
          name: 'Code, within a line',
          also: 'monospace',
          keys: 'mod E',
          run: () => void chain().toggleCode().run(),
        },
        { id: 'link', name: 'Link', also: 'address url', keys: 'mod K', run: link },
        {
          id: 'break',
          name: 'New line in the paragraph',
          keys: 'shift Enter',
          run: () => void chain().setHardBreak().run(),
        },
        {
          id: 'fixed-space',
          name: 'Space without a line break',
          also: 'non-breaking nbsp',
          keys: 'mod shift Space',
          run: () => {
            insertSpace(editor.view)
            editor.commands.focus()
          },
        },
        {
          id: 'typing',
          name: typesSmart() ? 'Type straight quotation marks' : 'Type quotation marks of the language',
          also: 'smart quotes curly typography dashes apostrophe',
          run: () => {
            chooseTyping(!typesSmart())
            editor.commands.focus()
          },
        },
        { id: 'up', name: 'Move the block up', also: 'reorder', keys: 'alt shift ↑', run: move(-1) },
        { id: 'down', name: 'Move the block down', also: 'reorder', keys: 'alt shift ↓', run: move(1) },
      ],
    },
  ]
}
