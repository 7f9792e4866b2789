/** What can be done with the table in which the caret stands. */
import { useEditorState } from '@tiptap/react'
import { Table2 } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu.tsx'
import { toggleCaption } from './captions.ts'
import { Floating } from './floating.tsx'
import type { OpenEditor } from './open-editor.ts'
import { say } from '../../words/en/editor.ts'

export const TableMenu = ({ page }: { page: OpenEditor }) => {
  const { editor } = page
  // The position of the table, or null outside of one.
  const table = useEditorState({
    editor,
    selector: ({ editor: { state, isEditable } }) => {
      const { $from, empty } = state.selection
      if (!isEditable || !empty) return null
      for (let depth = $from.depth; depth > 0; depth--)
        if ($from.node(depth).type.name === 'table') return $from.before(depth)
        else if ($from.node(depth).type.name === 'figure')
          return $from.node(depth).firstChild?.type.name === 'table' ? $from.before(depth) + 1 : null
      return null
    },
  })
  if (table === null) return null
  const at = () => {
    const dom = editor.view.nodeDOM(table)
    if (!(dom instanceof HTMLElement)) return null
    const { right, top } = dom.getBoundingClientRect()
    return new DOMRect(right - 76, top, 0, 0)
  }
  const chain = () => editor.chain().focus()
  const item = (name: string, run: () => void, danger = false) => (
    <MenuItem
      danger={danger}
      onSelect={() => {
        run()
        // A table that goes takes its menu along, and the focus would be nowhere.
        setTimeout(() => editor.view.focus(), 0)
      }}
    >
      {name}
    </MenuItem>
  )
  return (
    <Floating at={at} above gap={0} className="table-menu">
      <Menu
        finalFocus={() => editor.view.dom}
        trigger={
          <Button look="quiet" icon={<Table2 />}>
            {say.table}
          </Button>
        }
      >
        {item(say.addRowAbove, () => chain().addRowBefore().run())}
        {item(say.addRowBelow, () => chain().addRowAfter().run())}
        {item(say.addColumnBefore, () => chain().addColumnBefore().run())}
        {item(say.addColumnAfter, () => chain().addColumnAfter().run())}
        <MenuSeparator />
        {item(say.headingRowOnOrOff, () => chain().toggleHeaderRow().run())}
        {item(say.headingColumnOnOrOff, () => chain().toggleHeaderColumn().run())}
        {item(say.alignToTheStart, () => chain().setCellAttribute('align', null).run())}
        {item(say.alignToTheEnd, () => chain().setCellAttribute('align', 'right').run())}
        {item(say.captionOnOrOff, () => void toggleCaption(editor))}
        <MenuSeparator />
        {item(say.deleteRow, () => chain().deleteRow().run(), true)}
        {item(say.deleteColumn, () => chain().deleteColumn().run(), true)}
        {item(say.deleteTable, () => chain().deleteTable().run(), true)}
      </Menu>
    </Floating>
  )
}
