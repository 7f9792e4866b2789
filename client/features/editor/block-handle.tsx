/** The handle beside the block under the pointer: it is dragged, or opens what can be done with the whole block. */
import { GripVertical } from 'lucide-react'
import { useEffect, useState } from 'react'
import { NodeSelection, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { IconButton } from '../../ui/icon-button.tsx'
import { keyText } from '../../ui/key-text.ts'
import { Menu, MenuItem, MenuSeparator, MenuWithin } from '../../ui/menu.tsx'
import { type BlockCommand, blockCommands } from './block-commands.ts'
import { type Block, blockAround, doubled, moved, without } from './block-moves.ts'
import type { OpenEditor } from './open-editor.ts'
import { say } from '../../words/en/editor.ts'

export const BlockHandle = ({ page }: { page: OpenEditor }) => {
  const { editor } = page
  const [at, setAt] = useState<{ block: Block; top: number } | null>(null)
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const { view } = editor
    const whole = view.dom.closest<HTMLElement>('.brief-page')
    if (!whole) return
    const look = (event: PointerEvent) => {
      if (open || event.pointerType !== 'mouse' || event.buttons !== 0) return
      if (event.target instanceof Element && event.target.closest('.block-handle')) return
      const box = view.dom.getBoundingClientRect()
      const left = Math.min(Math.max(event.clientX, box.left + 48), box.right - 8)
      const found = view.posAtCoords({ left, top: event.clientY })
      const block = found && blockAt(page, found.inside >= 0 ? found.inside : found.pos)
      const dom = block && view.nodeDOM(block.pos)
      if (!(dom instanceof HTMLElement)) return setAt(null)
      const top = Math.round(dom.getBoundingClientRect().top - whole.getBoundingClientRect().top)
      setAt((now) => (now?.top === top && now.block.node === block!.node ? now : { block: block!, top }))
    }
    const hide = () => setAt((now) => (open ? now : null))
    whole.addEventListener('pointermove', look)
    whole.addEventListener('pointerleave', hide)
    view.dom.addEventListener('keydown', hide)
    return () => {
      whole.removeEventListener('pointermove', look)
      whole.removeEventListener('pointerleave', hide)
      view.dom.removeEventListener('keydown', hide)
    }
  }, [page, editor, open])
  if (!at) return null
  /** Where the block is now: a colleague may have written above it meanwhile. */
  const now = (): Block | null => {
    const node = editor.state.doc.nodeAt(Math.min(at.block.pos, editor.state.doc.content.size))
    return node?.type === at.block.node.type ? { node, pos: at.block.pos } : null
  }
  const act = (make: (block: Block) => Parameters<typeof page.act>[0] | null) => () => {
    const block = now()
    const tr = block && make(block)
    if (tr) page.act(tr)
    setAt(null)
    // The handle takes its menu along, and the focus would be nowhere: the next undo would be the browser's own.
    setTimeout(() => editor.view.focus(), 0)
  }
  const turn = (into: BlockCommand) => {
    const block = now()
    if (block) {
      const start = TextSelection.near(editor.state.doc.resolve(block.pos + 1))
      editor.view.dispatch(editor.state.tr.setSelection(start))
      into.run(editor)
    }
    setAt(null)
  }
  return (
    <div
      className="block-handle"
      style={{ top: at.top }}
      draggable
      onDragStart={(event) => {
        const block = now()
        if (block) drag(editor.view, block, event.dataTransfer)
        else event.preventDefault()
      }}
    >
      <Menu
        align="start"
        onOpenChange={setOpen}
        finalFocus={() => editor.view.dom}
        trigger={<IconButton label={say.moveOrChangeThisBlock} icon={<GripVertical />} />}
      >
        <MenuItem onSelect={act((block) => moved(editor.state, -1, block))}>
          {say.moveUp} <kbd>{keyText('Alt+Shift+↑')}</kbd>
        </MenuItem>
        <MenuItem onSelect={act((block) => moved(editor.state, 1, block))}>
          {say.moveDown} <kbd>{keyText('Alt+Shift+↓')}</kbd>
        </MenuItem>
        {canTurn(at.block) && (
          <MenuWithin name="Turn into">
            {blockCommands
              .filter((command) => command.turns)
              .map((command) => (
                <MenuItem key={command.id} onSelect={() => turn(command)}>
                  {command.name}
                </MenuItem>
              ))}
          </MenuWithin>
        )}
        <MenuItem onSelect={act((block) => doubled(editor.state, block))}>{say.duplicate}</MenuItem>
        <MenuSeparator />
        <MenuItem danger onSelect={act((block) => without(editor.state, block))}>
          {say.deleteIt}
        </MenuItem>
      </Menu>
    </div>
  )
}

/** What is one text, or an item of a list, which begins with one. */
const canTurn = ({ node }: Block) => node.isTextblock || /^(?:list|task)Item$/.test(node.type.name)

/** The page's own way of dragging: what is dropped on it moves, ids and citations with it. */
const drag = (view: EditorView, { pos }: Block, data: DataTransfer) => {
  const selection = NodeSelection.create(view.state.doc, pos)
  view.dispatch(view.state.tr.setSelection(selection))
  const slice = selection.content()
  const { dom, text } = view.serializeForClipboard(slice)
  data.clearData()
  data.setData('text/html', dom.innerHTML)
  data.setData('text/plain', text)
  data.effectAllowed = 'copyMove'
  const shown = view.nodeDOM(pos)
  if (shown instanceof HTMLElement) data.setDragImage(shown, 0, 0)
  view.dragging = { slice, move: true }
}

const blockAt = ({ editor }: OpenEditor, pos: number): Block | null => {
  const { doc } = editor.state
  const $pos = doc.resolve(Math.min(pos, doc.content.size))
  const after = $pos.nodeAfter
  // Between two blocks it is the one behind: a picture, a rule.
  if ($pos.depth === 0) return after ? { node: after, pos } : null
  if (after && !after.isInline && !$pos.parent.inlineContent) return blockAround(doc.resolve(pos + 1)) ?? null
  return blockAround($pos)
}
