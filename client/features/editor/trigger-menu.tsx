/** The menus that open at the caret while `/` or `[@` is being written. */
import { useEditorState } from '@tiptap/react'
import { blockCommands, findCommands } from './block-commands.ts'
import { CiteMenu } from './cite-menu.tsx'
import { MenuAtCaret } from './menu-at-caret.tsx'
import type { OpenEditor } from './open-editor.ts'
import { openTrigger, type Trigger } from './trigger.ts'

type Item = { id: string; name: string; hint: string; also: string; run: () => void }

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
  const { editor, chrome } = page
  const items: Item[] = findCommands(
    [
      ...blockCommands.map((command) => ({ ...command, run: () => command.run(editor) })),
      {
        id: 'cite',
        name: 'Citation',
        hint: 'Of a source or a passage',
        also: 'cite source reference',
        run: () => page.startCiting(),
      },
      {
        id: 'footnote',
        name: 'Footnote',
        hint: 'A remark of your own',
        also: 'note remark',
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
        run: () => chrome.set({ is: 'picker', what: 'quote' }),
      },
    ],
    trigger.query,
  )
  // "6/ 7 people" is no command: without a match there is nothing to show.
  if (items.length === 0) return null
  return (
    <MenuAtCaret
      page={page}
      trigger={trigger}
      label="Insert"
      items={items}
      keyOf={(item) => item.id}
      choose={(item) => {
        editor.chain().focus().deleteRange({ from: trigger.from, to: trigger.to }).run()
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
