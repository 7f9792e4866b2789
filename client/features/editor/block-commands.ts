/** The blocks that the `/` menu offers, in the order in which they are shown. */
import type { Editor } from '@tiptap/core'
import type { CalloutKind } from '../../../shared/editor/blocks.ts'
import { setCallout } from './callouts.ts'
import { say } from '../../words/en/editor.ts'

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
  name: say.headingOfLevel(level),
  hint,
  also: say.alsoHeading(level, '#'.repeat(level)),
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
    name: say.text,
    hint: say.aParagraph,
    also: say.alsoText,
    keys: 'mod alt 0',
    turns: true,
    run: (e) => e.chain().focus().setParagraph().run(),
  },
  heading(1, say.largest),
  heading(2, say.section),
  heading(3, say.partOfASection),
  {
    id: 'bullets',
    name: say.bulletedList,
    hint: say.dashAndASpace,
    also: say.alsoBulletedList,
    keys: 'mod shift 8',
    turns: true,
    run: (e) => e.chain().focus().toggleBulletList().run(),
  },
  {
    id: 'numbers',
    name: say.numberedList,
    hint: say.oneAndASpace,
    also: say.alsoNumberedList,
    keys: 'mod shift 7',
    turns: true,
    run: (e) => e.chain().focus().toggleOrderedList().run(),
  },
  {
    id: 'tasks',
    name: say.taskList,
    hint: say.boxAndASpace,
    also: say.alsoTaskList,
    keys: 'mod shift 9',
    turns: true,
    run: (e) => e.chain().focus().toggleTaskList().run(),
  },
  callout('key-judgment', say.keyJudgment, say.setApartWithItsName, say.alsoKeyJudgment),
  callout('bottom-line', say.bottomLine, say.setApartWithItsName, say.alsoBottomLine),
  callout('box', say.box, say.marksAndASpace, say.alsoBox),
  {
    id: 'blockquote',
    name: say.indentedText,
    hint: say.angleAndASpace,
    also: say.alsoIndentedText,
    turns: true,
    run: (e) => e.chain().focus().toggleBlockquote().run(),
  },
  {
    id: 'table',
    name: say.table,
    hint: say.tableHint,
    also: say.alsoTable,
    run: (e) => e.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
  },
  {
    id: 'code',
    name: say.codeBlock,
    hint: say.ticksAndASpace,
    also: say.alsoCodeBlock,
    turns: true,
    run: (e) => e.chain().focus().setCodeBlock().run(),
  },
  {
    id: 'rule',
    name: say.dividingLine,
    hint: say.dashesOnALine,
    also: say.alsoDividingLine,
    run: (e) => e.chain().focus().setHorizontalRule().run(),
  },
  {
    id: 'references',
    name: say.listOfSources,
    hint: say.listOfSourcesHint,
    also: say.alsoListOfSources,
    run: (e) => e.chain().focus().insertContent({ type: 'references' }).run(),
  },
  {
    id: 'contents',
    name: say.tableOfContents,
    hint: say.contentsHint,
    also: say.alsoContents,
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
