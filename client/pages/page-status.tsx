/** The line below the page: how many words it has of those it is to have, about how many pages, and its headings to go to. */
import { Command, ListTree, Search } from 'lucide-react'
import { useState } from 'react'
import { templateCalled } from '../../shared/brief/templates.ts'
import type { EditorHandle } from '../brief/editor-handle.ts'
import { useStore } from '../brief/use-store.ts'
import { keyText } from '../ui/key-text.ts'
import { Popover } from '../ui/popover.tsx'
import { say } from '../words/en/brief-page.ts'

/** Of an A4 sheet in 10.5 on 15 points, with a few headings. */
const WORDS_A_PAGE = 450

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
          ? say.wordCount(words)
          : [say.wordsOf(words, target), ...(over ? [say.tooMany(words - target)] : [])].join(', ')}
      </span>
      {words > 0 && <span>{say.aboutPages(pages)}</span>}
      {headings.length > 0 && (
        <Popover
          label={say.headingsOfTheBrief}
          open={open}
          onOpenChange={setOpen}
          side="top"
          align="start"
          className="outline"
          trigger={
            <button type="button" className="link-button">
              <ListTree aria-hidden /> {say.outline}
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
                  {title || say.untitledSection}
                </button>
              </li>
            ))}
          </ol>
        </Popover>
      )}
      <button type="button" className="link-button" onClick={() => editor.find()}>
        <Search aria-hidden /> {say.find}
      </button>
      <button type="button" className="link-button" onClick={onPalette}>
        <Command aria-hidden /> {say.commands} <kbd>{keyText('mod K')}</kbd>
      </button>
    </div>
  )
}
