/** Chooses another passage or source for a citation that stands already. */
import { useEffect, useRef, useState } from 'react'
import type { NewCite } from '../../../shared/brief/citation.ts'
import { sentenceOf } from '../../api.ts'
import { useBrief } from '../../brief/brief-context.ts'
import { citeOf, evidenceEntries, findEntries } from '../../brief/evidence-entries.ts'
import {
  type LibraryEntry,
  libraryNote,
  takeFromLibrary,
  useLibraryWorks,
} from '../../brief/library-works.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.ts'
import { useDesk } from './desk.ts'
import { say } from '../../words/en/cite.ts'

/** A card is no list to browse: typing narrows it. */
const SHOWN = 8

export const AddCite = ({ onAdd, onClose }: { onAdd: (cite: NewCite) => void; onClose: () => void }) => {
  const { margin } = useDesk()
  const { id: briefId, editor, evidence } = useBrief()
  const [query, setQuery] = useState('')
  const library = useLibraryWorks(briefId, margin.sources, query)
  const whole = useRef<HTMLElement>(null)
  // The person asked for it a moment ago: writing goes on here.
  useEffect(() => whole.current?.querySelector('input')?.focus(), [])
  const own = findEntries(evidenceEntries(margin, 'all'), query).slice(0, SHOWN)
  const entries = [...own, ...library.entries]
  const takeOver = async ({ work }: LibraryEntry) => {
    try {
      const { source, added } = await takeFromLibrary(briefId, work, evidence)
      onAdd({ source })
      if (added) editor?.cameToBeCited(source)
    } catch (error) {
      toast({ title: say.notCited, description: sentenceOf(error) })
    }
  }
  return (
    <section ref={whole} className="add-cite" aria-label={say.addASource}>
      <TextField
        label={say.authorTitleYearOrWords}
        value={query}
        onValue={setQuery}
        onKeyDown={(event) => event.key === 'Escape' && onClose()}
      />
      <ul>
        {entries.map((entry) => (
          <li key={entry.id}>
            <button
              type="button"
              className="add-entry"
              onClick={() => ('work' in entry ? void takeOver(entry) : onAdd(citeOf(entry)))}
            >
              <span className="add-name">{entry.name}</span>
              {entry.detail && <span className="muted"> · {entry.detail}</span>}
              <span className="add-words">{entry.words}</span>
            </button>
          </li>
        ))}
      </ul>
      {entries.length === 0 && library.is !== 'looking' && <p className="muted">{say.nothingFound}</p>}
      {libraryNote(library) && (
        <p className="muted" role="status">
          {libraryNote(library)}
        </p>
      )}
      <Button look="quiet" onClick={onClose}>
        {say.cancel}
      </Button>
    </section>
  )
}
