/** One citation in the margin: a line while it rests, all it says and all that can be done with it when it is active. */
import { memo, useEffect, useRef, useState } from 'react'
import { addCite, changeCovers, type CitationRecord, type NewCite } from '../../../shared/brief/citation.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { AddCite } from './add-cite.tsx'
import type { CardLine } from './card-lines.ts'
import { CheckLine } from './check-line.tsx'
import { CiteDetails } from './cite-details.tsx'
import { useDesk } from './desk.ts'
import { say } from '../../words/en/cite.ts'

type Props = { line: CardLine; active: boolean; onActive: (id: string | null) => void }

const Card = ({ line, active, onActive }: Props) => {
  const card = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (active) card.current?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <li ref={card} className={active ? 'citation-card active' : 'citation-card'} data-citation-card={line.id}>
      <h4>
        <button
          type="button"
          className="card-head"
          aria-expanded={active}
          onClick={() => onActive(active ? null : line.id)}
        >
          <span className="card-names">
            {line.sources.length === 0 && <span className="loud">{say.noSource}</span>}
            {line.sources.map(({ name, number, passages, contradicts }) => (
              <span key={`${contradicts} ${number} ${name}`}>
                <span className="number">{number}</span> {name}
                {passages > 1 && <span className="muted"> · {say.passages(passages)}</span>}
                {contradicts && <span className="loud"> · {say.contradicts}</span>}
              </span>
            ))}
          </span>
          {!active && <span className="card-words">{line.words}</span>}
          {line.note && <span className={`card-note ${line.note.tone}`}>{line.note.words}</span>}
        </button>
      </h4>
      {active && <CardBody id={line.id} />}
    </li>
  )
}

/** There may be a thousand of them: one is drawn only when what it says has changed. */
export const CitationCard = memo(Card)

const CardBody = ({ id }: { id: string }) => {
  const record = useDesk().margin.citations.get(id)
  return record && <RecordBody record={record} />
}

const RecordBody = ({ record }: { record: CitationRecord }) => {
  const { canWrite, editor, margin, write } = useDesk()
  const [adding, setAdding] = useState(false)
  const words = margin.covered(record.id, record.covers)
  const body = useRef<HTMLDivElement>(null)
  const stopAdding = () => {
    setAdding(false)
    // What had the focus is gone: who works by keyboard goes on where they began.
    requestAnimationFrame(() => body.current?.querySelector<HTMLElement>('.start-adding')?.focus())
  }
  const add = (cite: NewCite) => {
    write((doc) => addCite(doc, record.id, cite))
    stopAdding()
  }
  return (
    <div ref={body} className="card-body">
      <p className="covered">{words || say.nothingCovered}</p>
      {record.cites.map((cite) => (
        <CiteDetails key={cite.id} citation={record} cite={cite} />
      ))}
      {canWrite && (
        <Select
          label={say.covers}
          value={record.covers}
          options={COVERS}
          onValue={(covers) => write((doc) => changeCovers(doc, record.id, covers))}
        />
      )}
      <CheckLine record={record} words={words} />
      {adding ? (
        <AddCite onAdd={add} onClose={stopAdding} />
      ) : (
        <div className="row">
          {canWrite && (
            <Button look="plain" className="start-adding" onClick={() => setAdding(true)}>
              {say.addASource}
            </Button>
          )}
          <Button look="quiet" onClick={() => editor?.showCitation(record.id)}>
            {say.showInText}
          </Button>
        </div>
      )}
    </div>
  )
}

const COVERS = [
  { value: 'sentence', label: say.itsSentence },
  { value: 'block', label: say.wholeBlock },
] as const
