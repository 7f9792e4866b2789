/** One citation in the margin: a line while it rests, all it says and all that can be done with it when it is active. */
import { useEffect, useRef, useState } from 'react'
import { ChevronDown, ChevronRight } from 'lucide-react'
import { addCite, changeCovers, type CitationRecord, type NewCite } from '../../../shared/brief/citation.ts'
import { locatorText } from '../../../shared/cite/locator.ts'
import { shortName } from '../../../shared/cite/short-name.ts'
import { checkStanding } from '../../../shared/check/standing.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { AddCite } from './add-cite.tsx'
import { CheckLine } from './check-line.tsx'
import { CiteDetails } from './cite-details.tsx'
import { type Desk, useDesk } from './desk.ts'

type Props = {
  record: CitationRecord
  numbers: readonly number[]
  active: boolean
  onActive: (id: string | null) => void
}

export const CitationCard = ({ record, numbers, active, onActive }: Props) => {
  const desk = useDesk()
  const card = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (active) card.current?.scrollIntoView({ block: 'nearest' })
  }, [active])
  const note = statusOf(record, desk)
  return (
    <li
      ref={card}
      className={active ? 'citation-card active' : 'citation-card'}
      data-citation-card={record.id}
    >
      <h4>
        <button
          type="button"
          className="card-head"
          aria-expanded={active}
          onClick={() => onActive(active ? null : record.id)}
        >
          {active ? <ChevronDown aria-hidden /> : <ChevronRight aria-hidden />}
          <span className="card-names">
            {record.cites.length === 0 && <span className="loud">No source</span>}
            {namesOf(record, numbers, desk).map(({ name, number, passages }) => (
              <span key={`${number} ${name}`} className="card-name">
                <span className="number">{number}</span> {name}
                {passages > 1 && <span className="muted"> · {passages} passages</span>}
              </span>
            ))}
          </span>
          {!active && <span className="card-words">{desk.margin.covered(record.id, record.covers)}</span>}
          {note && <span className={`card-note ${note.tone}`}>{note.words}</span>}
        </button>
      </h4>
      {active && <CardBody record={record} />}
    </li>
  )
}

/** Passages at the same place of one source are one line. */
const namesOf = ({ cites }: CitationRecord, numbers: readonly number[], { margin }: Desk) => {
  const lines = new Map<string, { name: string; number: number | undefined; passages: number }>()
  cites.forEach((cite, i) => {
    const source = margin.sources.get(cite.source)
    const where = locatorText(cite.label, cite.locator)
    const name = [source ? shortName(source.item) : 'Source missing', where]
      .filter((w) => w !== '')
      .join(', ')
    const line = lines.get(`${cite.source} ${name}`)
    if (line) line.passages++
    else lines.set(`${cite.source} ${name}`, { name, number: numbers[i], passages: 1 })
  })
  return [...lines.values()]
}

/** What the resting card says besides its sources. */
const statusOf = ({ id, covers }: CitationRecord, { margin }: Desk) => {
  const check = margin.checks.get(id)
  if (!check) return null
  return checkStanding(check, margin.covered(id, covers)) === 'stands'
    ? { words: `Checked by ${check.by.name}`, tone: 'quiet' }
    : { words: 'Changed since checked', tone: 'loud' }
}

const CardBody = ({ record }: { record: CitationRecord }) => {
  const { canWrite, editor, margin, write } = useDesk()
  const [adding, setAdding] = useState(false)
  const words = margin.covered(record.id, record.covers)
  const add = (cite: NewCite) => {
    write((doc) => addCite(doc, record.id, cite))
    setAdding(false)
  }
  return (
    <div className="card-body">
      <p className="covered">{words || 'No words stand before this citation.'}</p>
      {record.cites.map((cite) => (
        <CiteDetails key={cite.id} citation={record} cite={cite} />
      ))}
      {canWrite && (
        <Select
          label="Covers"
          value={record.covers}
          options={COVERS}
          onValue={(covers) => write((doc) => changeCovers(doc, record.id, covers))}
        />
      )}
      <CheckLine record={record} words={words} />
      {adding ? (
        <AddCite onAdd={add} onClose={() => setAdding(false)} />
      ) : (
        <div className="row">
          {canWrite && (
            <Button look="plain" onClick={() => setAdding(true)}>
              Add a source
            </Button>
          )}
          <Button look="quiet" onClick={() => editor?.showCitation(record.id)}>
            Show in text
          </Button>
        </div>
      )}
    </div>
  )
}

const COVERS = [
  { value: 'sentence', label: 'Its sentence' },
  { value: 'block', label: 'The whole paragraph, list item or cell' },
] as const
