/** Chooses a passage to quote, or what a footnote cites: opened by its key, worked by keyboard, leaves the caret where it was. */
import { useEffect, useRef, useState } from 'react'
import { citeOf, type EvidenceEntry, evidenceEntries, findEntries } from '../../brief/evidence-entries.ts'
import { sentenceOf } from '../../api.ts'
import { useBrief } from '../../brief/brief-context.ts'
import {
  type LibraryEntry,
  libraryNote,
  takeFromLibrary,
  useLibraryWorks,
} from '../../brief/library-works.ts'
import { toast } from '../../ui/toast.tsx'
import { EvidenceOption } from './evidence-option.tsx'
import { useStore } from '../../brief/use-store.ts'
import { Floating } from './floating.tsx'
import type { OpenEditor } from './open-editor.ts'
import { moveInList, OptionList } from './option-list.tsx'
import { refuseCitation } from './refuse-citation.ts'

const LIST = 'evidence-picker-list'

export const EvidencePicker = ({ page, what }: { page: OpenEditor; what: 'cite' | 'quote' }) => {
  const { editor, chrome, handle } = page
  const { id: briefId } = useBrief()
  const evidence = useStore(page.evidence)
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])

  const all = evidenceEntries(evidence, what === 'cite' ? 'all' : 'excerpts')
  const library = useLibraryWorks(briefId, evidence.sources, query)
  const items = [...findEntries(all, query), ...(what === 'cite' ? library.entries : [])]
  const close = () => {
    chrome.set({ is: 'nothing' })
    editor.view.focus()
  }
  const takeOver = async ({ work }: LibraryEntry) => {
    try {
      const source = await takeFromLibrary(briefId, work)
      if (!handle.cite([{ source }])) refuseCitation()
    } catch (error) {
      toast({ title: 'Not cited.', description: sentenceOf(error) })
    }
  }
  const choose = (entry: EvidenceEntry | LibraryEntry) => {
    close()
    if ('work' in entry) return void takeOver(entry)
    const done =
      what === 'cite' ? handle.cite([citeOf(entry)]) : entry.excerpt && handle.quote(entry.excerpt.id)
    if (!done) refuseCitation()
  }
  const at = () => {
    const { left, top, bottom } = editor.view.coordsAtPos(editor.state.selection.to)
    return new DOMRect(left, top, 0, bottom - top)
  }
  const label = what === 'cite' ? 'Cite a source or passage' : 'Quote a passage'
  const activeItem = items[active]
  return (
    <Floating
      at={at}
      role="dialog"
      aria-label={label}
      className="layer-card picker"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        close()
      }}
    >
      <input
        ref={input}
        className="input"
        type="text"
        role="combobox"
        aria-label={label}
        aria-expanded={items.length > 0}
        aria-controls={LIST}
        aria-autocomplete="list"
        aria-activedescendant={activeItem && `${LIST}-${activeItem.id}`}
        placeholder={`${label}: author, title, year or words`}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value)
          setActive(0)
        }}
        onKeyDown={(event) => {
          const next = moveInList(event.key, active, items.length)
          if (next !== null) setActive(next)
          else if (event.key === 'Enter' && activeItem) choose(activeItem)
          else return
          event.preventDefault()
        }}
        onBlur={(event) => {
          // Focus that goes elsewhere on the page leaves it there.
          const within = event.currentTarget.closest('.picker')?.contains(event.relatedTarget)
          if (!within && document.hasFocus()) chrome.set({ is: 'nothing' })
        }}
      />
      <OptionList
        id={LIST}
        label={label}
        items={items}
        keyOf={(entry) => entry.id}
        active={active}
        onActive={setActive}
        onChoose={choose}
        empty={
          what === 'cite' && library.is === 'looking'
            ? 'Looking in the library…'
            : all.length === 0
              ? nothingYet[what]
              : 'Nothing found.'
        }
      >
        {(entry) => <EvidenceOption entry={entry} />}
      </OptionList>
      {what === 'cite' && libraryNote(library) && (
        <p className="option-note" role="status">
          {libraryNote(library)}
        </p>
      )}
    </Floating>
  )
}

const nothingYet = {
  cite: 'No sources yet. Add one under Sources, then cite it here.',
  quote: 'No passages yet. Open a source and mark the words you want to quote.',
}
