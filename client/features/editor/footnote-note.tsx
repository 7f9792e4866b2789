/** A footnote beside its mark: to be read, written in, and taken away. Esc goes back into the sentence. */
import { useEffect, useRef } from 'react'
import { Trash2 } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { Floating } from './floating.tsx'
import { footnotePlaces } from './footnote-places.ts'
import type { OpenEditor } from './open-editor.ts'
import { say } from '../../words/en/editor.ts'

const placeIn = (page: OpenEditor, id: string) =>
  footnotePlaces(page.editor.state.doc).find((place) => place.id === id)?.pos ?? null

export const FootnoteNote = ({ page, id }: { page: OpenEditor; id: string }) => {
  const { editor, footnote } = page
  const host = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!host.current) return
    return page.editFootnote(id, host.current)
  }, [page, id])
  const close = (pos: number | null) => {
    footnote.set(null)
    if (pos !== null) editor.commands.setTextSelection(pos)
    editor.view.focus()
  }
  const remove = () => {
    const pos = placeIn(page, id)
    footnote.set(null)
    if (pos !== null)
      editor
        .chain()
        .focus()
        .deleteRange({ from: pos, to: pos + 1 })
        .run()
  }
  const at = () => {
    const pos = placeIn(page, id)
    const mark = pos === null ? null : editor.view.nodeDOM(pos)
    return mark instanceof HTMLElement ? mark.getBoundingClientRect() : null
  }
  return (
    <Floating
      at={at}
      role="dialog"
      aria-label={say.footnote}
      className="layer-card footnote-note"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        const pos = placeIn(page, id)
        close(pos === null ? null : pos + 1)
      }}
    >
      <div
        onBlur={(event) => {
          const to = event.relatedTarget
          // What a footnote opens (the menu of what to cite) stands beside it; the window's own focus may go elsewhere.
          const stays = to === null || to.closest('.floating, .menu, .dialog') !== null
          if (!stays && document.hasFocus()) footnote.set(null)
        }}
      >
        <div ref={host} />
        {editor.isEditable && (
          <Button look="quiet" icon={<Trash2 />} onClick={remove}>
            {say.removeFootnote}
          </Button>
        )}
      </div>
    </Floating>
  )
}
