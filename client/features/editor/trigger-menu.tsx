/** The menus that open at the caret while `/` or `[@` is being written. */
import { useEditorState } from '@tiptap/react'
import { findCommands } from './block-commands.ts'
import { CiteMenu } from './cite-menu.tsx'
import { MenuAtCaret } from './menu-at-caret.tsx'
import type { OpenEditor } from './open-editor.ts'
import { insertCommands } from './page-commands.ts'
import { openTrigger, type Trigger } from './trigger.ts'
import { SAME_STEP } from './undo-steps.ts'
import { say } from '../../words/en/editor.ts'

export const TriggerMenu = ({ page }: { page: OpenEditor }) => {
  const trigger = useEditorState({ editor: page.editor, selector: ({ editor }) => openTrigger(editor.state) })
  if (!trigger) return null
  return trigger.is === 'block' ? (
    <BlockMenu page={page} trigger={trigger} />
  ) : (
    <CiteMenu page={page} trigger={trigger} />
  )
}

const BlockMenu = ({ page, trigger }: { page: OpenEditor; trigger: Trigger }) => {
  const { editor } = page
  const items = findCommands(insertCommands(page), trigger.query)
  // "6/ 7 people" is no command: without a match there is nothing to show.
  if (items.length === 0) return null
  return (
    <MenuAtCaret
      page={page}
      trigger={trigger}
      label={say.insert}
      items={items}
      keyOf={(item) => item.id}
      choose={(item) => {
        const { from, to } = trigger
        // What was typed to find it is a step that comes to nothing, so that undo takes back what it did alone.
        editor.chain().focus().deleteRange({ from, to }).setMeta(SAME_STEP, true).run()
        item.run()
      }}
      empty=""
    >
      {(item) => (
        <span className="option-name">
          {item.name}
          <span className="muted"> · {item.hint}</span>
        </span>
      )}
    </MenuAtCaret>
  )
}
