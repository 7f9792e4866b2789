/** The one toolbar: over selected words, what can be done with them. */
import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { useEditorState } from '@tiptap/react'
import {
  BookMarked,
  Bold,
  Code,
  Heading2,
  Heading3,
  Indent,
  Italic,
  Link2,
  List,
  ListOrdered,
  Strikethrough,
} from 'lucide-react'
import { Toolbar, ToolbarButton, ToolbarSeparator } from '../../ui/toolbar.tsx'
import { Floating } from './floating.tsx'
import type { OpenEditor } from './open-editor.ts'
import { say } from '../../words/en/editor.ts'

const read = ({ editor }: { editor: Editor }) => {
  const { selection } = editor.state
  const shown =
    selection instanceof TextSelection && !selection.empty && !selection.$from.parent.type.spec.code
  return {
    shown: shown && editor.isEditable,
    from: selection.from,
    to: selection.to,
    bold: editor.isActive('bold'),
    italic: editor.isActive('italic'),
    strike: editor.isActive('strike'),
    code: editor.isActive('code'),
    link: editor.isActive('link'),
    section: editor.isActive('heading', { level: 2 }),
    part: editor.isActive('heading', { level: 3 }),
    bullets: editor.isActive('bulletList'),
    numbers: editor.isActive('orderedList'),
    indented: editor.isActive('blockquote'),
  }
}

export const SelectionToolbar = ({ page }: { page: OpenEditor }) => {
  const { editor, chrome } = page
  const now = useEditorState({ editor, selector: read })
  if (!now.shown) return null
  const at = () => {
    const start = editor.view.coordsAtPos(now.from)
    const end = editor.view.coordsAtPos(now.to, -1)
    // Over the first line; beneath the last one where there is no room.
    return new DOMRect(Math.min(start.left, end.left), start.top, 0, end.bottom - start.top)
  }
  const chain = () => editor.chain().focus()
  return (
    <Floating
      at={at}
      above
      className="layer-card selection-toolbar"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        editor.view.focus()
      }}
    >
      <Toolbar label={say.selectedText}>
        <ToolbarButton
          label={say.bold}
          icon={<Bold />}
          pressed={now.bold}
          onPress={() => chain().toggleBold().run()}
        />
        <ToolbarButton
          label={say.italic}
          icon={<Italic />}
          pressed={now.italic}
          onPress={() => chain().toggleItalic().run()}
        />
        <ToolbarButton
          label={say.strikethrough}
          icon={<Strikethrough />}
          pressed={now.strike}
          onPress={() => chain().toggleStrike().run()}
        />
        <ToolbarButton
          label={say.code}
          icon={<Code />}
          pressed={now.code}
          onPress={() => chain().toggleCode().run()}
        />
        <ToolbarButton
          label={say.link}
          icon={<Link2 />}
          pressed={now.link}
          onPress={() => chrome.set({ is: 'link' })}
        />
        <ToolbarSeparator />
        <ToolbarButton
          label={say.sectionHeading}
          icon={<Heading2 />}
          pressed={now.section}
          onPress={() => chain().toggleHeading({ level: 2 }).run()}
        />
        <ToolbarButton
          label={say.smallerHeading}
          icon={<Heading3 />}
          pressed={now.part}
          onPress={() => chain().toggleHeading({ level: 3 }).run()}
        />
        <ToolbarButton
          label={say.bulletedList}
          icon={<List />}
          pressed={now.bullets}
          onPress={() => chain().toggleBulletList().run()}
        />
        <ToolbarButton
          label={say.numberedList}
          icon={<ListOrdered />}
          pressed={now.numbers}
          onPress={() => chain().toggleOrderedList().run()}
        />
        <ToolbarButton
          label={say.indentedText}
          icon={<Indent />}
          pressed={now.indented}
          onPress={() => chain().toggleBlockquote().run()}
        />
        <ToolbarSeparator />
        <ToolbarButton label={say.cite} icon={<BookMarked />} onPress={page.startCiting} />
      </Toolbar>
    </Floating>
  )
}
