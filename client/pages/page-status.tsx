/** The line below the page: how many words it has of those it is to have, about how many pages, and its headings to go to. */
import { Command, ListTree, Search } from 'lucide-react'
import { useState } from 'react'
import { templateCalled } from '../../shared/brief/templates.ts'
import type { EditorHandle } from '../brief/editor-handle.ts'
import { useStore } from '../brief/use-store.ts'
import { counted } from '../ui/counted.ts'
import { keyText } from '../ui/key-text.ts'
import { Popover } from '../ui/popover.tsx'

/** Of an A4 sheet in 10.5 on 15 points, with a few headings. */
const WORDS_A_PAGE = 450

const number = new Intl.NumberFormat('en-GB')

export const PageStatus = ({
  editor,
  template,
  onPalette,
}: {
  editor: EditorHandle
  template: string | null
  onPalette: () => void
}) => {
  const { words, headings } = useStore(editor.figures)
  const [open, setOpen] = useState(false)
  const target = templateCalled(template)?.words ?? null
  const over = target !== null && words > target
  const pages = Math.max(1, Math.round(words / WORDS_A_PAGE))
  return (
    <div className="page-status">
      <span className={over ? 'over' : ''}>
        {target === null
          ? `${number.format(words)} ${words === 1 ? 'word' : 'words'}`
          : `${number.format(words)} of ${number.format(target)} words${over ? `, ${number.format(words - target)} too many` : ''}`}
      </span>
      {words > 0 && <span>{`about ${counted(pages, 'page')}`}</span>}
      {headings.length > 0 && (
        <Popover
          label="Headings of the brief"
          open={open}
          onOpenChange={setOpen}
          side="top"
          align="start"
          className="outline"
          trigger={
            <button type="button" className="link-button">
              <ListTree aria-hidden /> Outline
            </button>
          }
        >
          <ol>
            {headings.map(({ pos, level, words: title }) => (
              <li key={pos} style={{ paddingInlineStart: `${(level - 1) * 12}px` }}>
                <button
                  type="button"
                  className="outline-entry"
                  onClick={() => {
                    setOpen(false)
                    editor.showPlace(pos)
                  }}
                >
                  {title || 'Untitled section'}
                </button>
              </li>
            ))}
          </ol>
        </Popover>
      )}
      <button type="button" className="link-button" onClick={() => editor.find()}>
        <Search aria-hidden /> Find
      </button>
      <button type="button" className="link-button" onClick={onPalette}>
        <Command aria-hidden /> Commands <kbd>{keyText('mod K')}</kbd>
      </button>
    </div>
  )
}
