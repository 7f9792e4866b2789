/** The menus that open at the caret while `/` or `[@` is being written. */
import { useEditorState } from '@tiptap/react'
import { useEffect, useState } from 'react'
import { blockCommands, findCommands } from './block-commands.ts'
import { citeOf, type EvidenceEntry, evidenceEntries, findEntries } from '../../brief/evidence-entries.ts'
import { EvidenceOption } from './evidence-option.tsx'
import { useStore } from '../../brief/use-store.ts'
import { Floating } from './floating.tsx'
import type { OpenEditor } from './open-editor.ts'
import { moveInList, OptionList } from './option-list.tsx'
import { refuseCitation } from './refuse-citation.ts'
import { openTrigger, type Trigger } from './trigger.ts'

type Item = { id: string; name: string; hint: string; also: string; run: () => void }

export const TriggerMenu = ({ page }: { page: OpenEditor }) => {
  const trigger = useEditorState({ editor: page.editor, selector: ({ editor }) => openTrigger(editor.state) })
  if (!trigger) return null
  const key = `${trigger.is} ${trigger.query}`
  return trigger.is === 'block' ? (
    <BlockMenu key={key} page={page} trigger={trigger} />
  ) : (
    <CiteMenu key={key} page={page} trigger={trigger} />
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
        run: () => chrome.set({ is: 'picker', what: 'cite' }),
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
    <Menu
      page={page}
      trigger={trigger}
      label="Insert"
      items={items}
      keyOf={(item) => item.id}
      choose={(item) => item.run()}
      empty=""
    >
      {(item) => (
        <span className="option-name">
          {item.name}
          <span className="muted"> · {item.hint}</span>
        </span>
      )}
    </Menu>
  )
}

const CiteMenu = ({ page, trigger }: { page: OpenEditor; trigger: Trigger }) => {
  const evidence = useStore(page.evidence)
  const items = findEntries(evidenceEntries(evidence, 'all'), trigger.query)
  return (
    <Menu
      page={page}
      trigger={trigger}
      label="Sources and passages"
      items={items}
      keyOf={(entry) => entry.id}
      choose={(entry: EvidenceEntry) => {
        if (!page.handle.cite([citeOf(entry)])) refuseCitation()
      }}
      empty={evidence.sources.size === 0 ? 'No sources yet. Add one under Sources.' : 'Nothing found.'}
    >
      {(entry) => <EvidenceOption entry={entry} />}
    </Menu>
  )
}

const Menu = <T,>({
  page,
  trigger,
  label,
  items,
  keyOf,
  choose,
  empty,
  children,
}: {
  page: OpenEditor
  trigger: Trigger
  label: string
  items: readonly T[]
  keyOf: (item: T) => string
  choose: (item: T) => void
  empty: string
  children: (item: T) => React.ReactNode
}) => {
  const { editor, takeKeys } = page
  const [active, setActive] = useState(0)
  const take = (item: T) => {
    editor.chain().focus().deleteRange({ from: trigger.from, to: trigger.to }).run()
    choose(item)
  }
  const activeItem = items[active]
  useEffect(() =>
    takeKeys((event) => {
      const next = moveInList(event.key, active, items.length)
      if (next !== null) setActive(next)
      else if ((event.key === 'Enter' || event.key === 'Tab') && activeItem !== undefined) take(activeItem)
      else return false
      return true
    }),
  )
  // The text keeps the focus; this tells a screen reader what is chosen in the list.
  const activeId = activeItem === undefined ? null : `page-menu-${keyOf(activeItem)}`
  useEffect(() => {
    const { dom } = editor.view
    if (activeId === null) return
    dom.setAttribute('aria-activedescendant', activeId)
    dom.setAttribute('aria-controls', 'page-menu')
    return () => {
      dom.removeAttribute('aria-activedescendant')
      dom.removeAttribute('aria-controls')
    }
  }, [editor, activeId])
  const at = () => {
    const { left, top, bottom } = editor.view.coordsAtPos(trigger.from)
    return new DOMRect(left, top, 0, bottom - top)
  }
  return (
    <Floating at={at} className="layer-card menu-at-caret">
      <OptionList
        id="page-menu"
        label={label}
        items={items}
        keyOf={keyOf}
        active={active}
        onActive={setActive}
        onChoose={take}
        empty={empty}
      >
        {children}
      </OptionList>
    </Floating>
  )
}
