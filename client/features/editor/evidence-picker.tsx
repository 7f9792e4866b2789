/** Chooses a passage to quote: opened by its key, worked by keyboard, leaves the caret where it was. */
import { useEffect, useRef, useState } from 'react'
import { type EvidenceEntry, evidenceEntries, findEntries } from '../../brief/evidence-entries.ts'
import { EvidenceOption } from './evidence-option.tsx'
import { useStore } from '../../brief/use-store.ts'
import { Floating } from './floating.tsx'
import type { OpenEditor } from './open-editor.ts'
import { moveInList, OptionList } from './option-list.tsx'
import { refuseCitation } from './refuse-citation.ts'
import { say } from '../../words/en/editor.ts'

const LIST = 'evidence-picker-list'
const LABEL = say.quoteAPassage
const NOTHING_YET = say.noPassagesYet

export const EvidencePicker = ({ page }: { page: OpenEditor }) => {
  const { editor, chrome, handle } = page
  const evidence = useStore(page.evidence)
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])

  const all = evidenceEntries(evidence, 'excerpts')
  const items = findEntries(all, query)
  const close = () => {
    chrome.set({ is: 'nothing' })
    editor.view.focus()
  }
  const choose = ({ excerpt }: EvidenceEntry) => {
    close()
    if (!excerpt || !handle.quote(excerpt.id)) refuseCitation()
  }
  const at = () => {
    const { left, top, bottom } = editor.view.coordsAtPos(editor.state.selection.to)
    return new DOMRect(left, top, 0, bottom - top)
  }
  const activeItem = items[active]
  return (
    <Floating
      at={at}
      role="dialog"
      aria-label={LABEL}
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
        aria-label={LABEL}
        aria-expanded={items.length > 0}
        aria-controls={LIST}
        aria-autocomplete="list"
        aria-activedescendant={activeItem && `${LIST}-${activeItem.id}`}
        placeholder={say.searchExample(LABEL)}
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
        label={LABEL}
        items={items}
        keyOf={(entry) => entry.id}
        active={active}
        onActive={setActive}
        onChoose={choose}
        empty={all.length === 0 ? NOTHING_YET : say.nothingFound}
      >
        {(entry) => <EvidenceOption entry={entry} />}
      </OptionList>
    </Floating>
  )
}
