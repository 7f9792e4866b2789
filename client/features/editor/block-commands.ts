/** The blocks that the `/` menu offers, in the order in which they are shown. */
import type { Editor } from '@tiptap/core'
import type { CalloutKind } from '../../../shared/editor/blocks.ts'
import { setCallout } from './callouts.ts'

export type BlockCommand = {
  id: string
  name: string
  hint: string
  /** Other words a person may type for it. */
  also: string
  /** As `keyText` takes them. */
  keys?: string
  /** Whether it makes another block of the one with the caret; else it puts one in. */
  turns?: true
  run(editor: Editor): void
}

const heading = (level: 1 | 2 | 3, hint: string): BlockCommand => ({
  id: `heading-${level}`,
  name: `Heading ${level}`,
  hint,
  also: `h${level} title section ${'#'.repeat(level)}`,
  keys: `mod alt ${level}`,
  turns: true,
  run: (editor) => editor.chain().focus().setHeading({ level }).run(),
})

/** Puts the blocks with the caret into a callout, or changes the one around it. */
const callout = (kind: CalloutKind, name: string, hint: string, also: string): BlockCommand => ({
  id: kind,
  name,
  hint,
  also,
  turns: true,
  run: (editor) => void setCallout(editor, kind),
})

export const blockCommands: readonly BlockCommand[] = [
  {
    id: 'text',
    name: 'Text',
    hint: 'A paragraph',
    also: 'paragraph plain',
    keys: 'mod alt 0',
    turns: true,
    run: (e) => e.chain().focus().setParagraph().run(),
  },
  heading(1, 'Largest'),
  heading(2, 'Section'),
  heading(3, 'Part of a section'),
  {
    id: 'bullets',
    name: 'Bulleted list',
    hint: '- and a space',
    also: 'ul unordered points',
    keys: 'mod shift 8',
    turns: true,
    run: (e) => e.chain().focus().toggleBulletList().run(),
  },
  {
    id: 'numbers',
    name: 'Numbered list',
    hint: '1. and a space',
    also: 'ol ordered steps',
    keys: 'mod shift 7',
    turns: true,
    run: (e) => e.chain().focus().toggleOrderedList().run(),
  },
  {
    id: 'tasks',
    name: 'Task list',
    hint: '[ ] and a space',
    also: 'todo checklist checkbox to do',
    keys: 'mod shift 9',
    turns: true,
    run: (e) => e.chain().focus().toggleTaskList().run(),
  },
  callout('key-judgment', 'Key judgment', 'Set apart, with its name', 'callout judgement assessment'),
  callout('bottom-line', 'Bottom line', 'Set apart, with its name', 'callout bluf summary so what'),
  callout('box', 'Box', '!!! and a space', 'callout aside note panel'),
  {
    id: 'blockquote',
    name: 'Indented text',
    hint: '> and a space',
    also: 'blockquote block quote aside',
    turns: true,
    run: (e) => e.chain().focus().toggleBlockquote().run(),
  },
  {
    id: 'table',
    name: 'Table',
    hint: 'Three by three, with headings',
    also: 'grid rows columns',
    run: (e) => e.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
  },
  {
    id: 'code',
    name: 'Code block',
    hint: '``` and a space',
    also: 'pre monospace',
    turns: true,
    run: (e) => e.chain().focus().setCodeBlock().run(),
  },
  {
    id: 'rule',
    name: 'Dividing line',
    hint: '--- on a line',
    also: 'hr rule separator horizontal',
    run: (e) => e.chain().focus().setHorizontalRule().run(),
  },
  {
    id: 'references',
    name: 'List of sources',
    hint: 'All cited sources, numbered',
    also: 'references bibliography works cited',
    run: (e) => e.chain().focus().insertContent({ type: 'references' }).run(),
  },
  {
    id: 'contents',
    name: 'Table of contents',
    hint: 'All headings, always up to date',
    also: 'toc outline headings',
    run: (e) => e.chain().focus().insertContent({ type: 'tableOfContents' }).run(),
  },
]

/** Commands whose name begins with the query stand before those that are called so besides, and these before the rest. */
export const findCommands = <C extends Pick<BlockCommand, 'name' | 'also'>>(
  commands: readonly C[],
  query: string,
): C[] => {
  const words = query.toLowerCase().trim()
  if (words === '') return [...commands]
  const tierOf = ({ name, also }: C): number => {
    const all = ` ${name} ${also} `.toLowerCase()
    if (name.toLowerCase().startsWith(words)) return 0
    // "/cite" is the citation, though the list of sources is one of the works cited.
    if (all.includes(` ${words} `)) return 1
    return all.includes(` ${words}`) ? 2 : 3
  }
  return commands.filter((c) => tierOf(c) < 3).toSorted((a, b) => tierOf(a) - tierOf(b))
}
