/** What can be done on the page, by its name: the `/` menu, the palette and the list of keys have it from here. */
import type { PageCommand } from '../../brief/editor-handle.ts'
import { blockCommands } from './block-commands.ts'
import { insertSpace } from './page-keys.ts'
import { chooseTyping, typesSmart } from './typing-choice.ts'
import { moved } from './block-moves.ts'
import type { OpenEditor } from './open-editor.ts'
import { say } from '../../words/en/editor.ts'

type InsertCommand = Required<Pick<PageCommand, 'hint' | 'also'>> & PageCommand

/** What is put in at the caret. */
export const insertCommands = (page: OpenEditor): InsertCommand[] => [
  ...blockCommands.map((command) => ({ ...command, run: () => command.run(page.editor) })),
  {
    id: 'cite',
    name: say.citation,
    hint: say.citationHint,
    also: say.alsoCitation,
    keys: 'mod alt C',
    run: () => page.startCiting(),
  },
  {
    id: 'footnote',
    name: say.footnote,
    hint: say.footnoteHint,
    also: say.alsoFootnote,
    keys: 'mod alt F',
    run: () => page.addFootnote(),
  },
  {
    id: 'picture',
    name: say.picture,
    hint: say.pictureHint,
    also: say.alsoPicture,
    run: () => page.choosePicture(),
  },
  {
    id: 'quote',
    name: say.quotation,
    hint: say.quotationHint,
    also: say.alsoQuotation,
    keys: 'mod alt Q',
    run: () => page.chrome.set({ is: 'picker' }),
  },
]

/** All of it, for who may write; for a reader, what changes nothing. */
export const pageCommands = (page: OpenEditor): { name: string; commands: PageCommand[] }[] => {
  const { editor } = page
  const find: PageCommand = {
    id: 'find',
    name: editor.isEditable ? say.findAndReplace : say.findInTheText,
    also: say.alsoFind,
    keys: 'mod F',
    run: () => page.find.set(true),
  }
  const copy: PageCommand = {
    id: 'copy-markdown',
    name: editor.state.selection.empty ? say.copyAllAsMarkdown : say.copyAsMarkdown,
    also: say.alsoCopy,
    run: () => void page.copyMarkdown(),
  }
  if (!editor.isEditable) return [{ name: say.text, commands: [find, copy] }]
  const chain = () => editor.chain().focus()
  const move = (to: -1 | 1) => () => {
    const tr = moved(editor.state, to)
    if (tr) page.act(tr)
    editor.commands.focus()
  }
  const link = () => page.chrome.set({ is: 'link' })
  return [
    { name: say.insert, commands: insertCommands(page) },
    {
      name: say.text,
      commands: [
        find,
        copy,
        { id: 'undo', name: say.undo, keys: 'mod Z', run: () => void chain().undo().run() },
        { id: 'redo', name: say.redo, keys: 'mod shift Z', run: () => void chain().redo().run() },
        {
          id: 'bold',
          name: say.bold,
          also: 'strong',
          keys: 'mod B',
          run: () => void chain().toggleBold().run(),
        },
        {
          id: 'italic',
          name: say.italic,
          also: 'emphasis',
          keys: 'mod I',
          run: () => void chain().toggleItalic().run(),
        },
        {
          id: 'strike',
          name: say.strikeThrough,
          also: 'delete',
          keys: 'mod shift S',
          run: () => void chain().toggleStrike().run(),
        },
        {
          id: 'code-words',
          name: say.codeWithinALine,
          also: 'monospace',
          keys: 'mod E',
          run: () => void chain().toggleCode().run(),
        },
        { id: 'link', name: say.link, also: say.alsoLink, keys: 'mod K', run: link },
        {
          id: 'break',
          name: say.newLineInTheParagraph,
          keys: 'shift Enter',
          run: () => void chain().setHardBreak().run(),
        },
        {
          id: 'fixed-space',
          name: say.spaceWithoutALineBreak,
          also: say.alsoHardSpace,
          keys: 'mod shift Space',
          run: () => {
            insertSpace(editor.view)
            editor.commands.focus()
          },
        },
        {
          id: 'typing',
          name: typesSmart() ? say.typeStraightQuotationMarks : say.typeQuotationMarksOfTheLanguage,
          also: say.alsoQuotationMarks,
          run: () => {
            chooseTyping(!typesSmart())
            editor.commands.focus()
          },
        },
        { id: 'up', name: say.moveTheBlockUp, also: say.alsoMove, keys: 'alt shift ↑', run: move(-1) },
        { id: 'down', name: say.moveTheBlockDown, also: say.alsoMove, keys: 'alt shift ↓', run: move(1) },
      ],
    },
  ]
}
