/** Chooses another passage or source for a citation that stands already. */
import { useEffect, useRef, useState } from 'react'
import type { NewCite } from '../../../shared/brief/citation.ts'
import { citeOf, evidenceEntries, findEntries } from '../../brief/evidence-entries.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useDesk } from './desk.ts'

/** A card is no list to browse: typing narrows it. */
const SHOWN = 8

export const AddCite = ({ onAdd, onClose }: { onAdd: (cite: NewCite) => void; onClose: () => void }) => {
  const { margin } = useDesk()
  const [query, setQuery] = useState('')
  const whole = useRef<HTMLElement>(null)
  // The person asked for it a moment ago: writing goes on here.
  useEffect(() => whole.current?.querySelector('input')?.focus(), [])
  const entries = findEntries(evidenceEntries(margin, 'all'), query).slice(0, SHOWN)
  return (
    <section ref={whole} className="add-cite" aria-label="Add a source">
      <TextField
        label="Author, title, year or words"
        value={query}
        onValue={setQuery}
        onKeyDown={(event) => event.key === 'Escape' && onClose()}
      />
      <ul>
        {entries.map((entry) => (
          <li key={entry.id}>
            <button type="button" className="add-entry" onClick={() => onAdd(citeOf(entry))}>
              <span className="add-name">{entry.name}</span>
              {entry.detail && <span className="muted"> · {entry.detail}</span>}
              <span className="add-words">{entry.words}</span>
            </button>
          </li>
        ))}
      </ul>
      {entries.length === 0 && <p className="muted">Nothing found.</p>}
      <Button look="quiet" onClick={onClose}>
        Cancel
      </Button>
    </section>
  )
}
