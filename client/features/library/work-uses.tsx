/** Where a work is used: in each brief the sentences that rest on it, and what was taken from it. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { api, sentenceOf } from '../../api.ts'
import type { LibraryWork, WorkDetails, WorkUse } from '../../../shared/wire/inputs.ts'
import { wordsOf } from '../../../shared/brief/excerpt.ts'
import { Button } from '../../ui/button.tsx'
import { counted } from '../../ui/counted.ts'
import { WorkGrade } from './work-grade.tsx'
import { TakeOverDialog } from './take-over-dialog.tsx'
import { citationAddress, sourceAddress } from './places.ts'

export const WorkUses = ({ work }: { work: LibraryWork }) => {
  const details = useQuery({ queryKey: ['library', 'work', work.work], queryFn: () => api.work(work.work) })
  const [taking, setTaking] = useState(false)
  if (details.isPending) return <p className="work-note muted small">Looking it up…</p>
  if (details.error)
    return (
      <p className="work-note" role="alert">
        {sentenceOf(details.error)} <Button onClick={() => void details.refetch()}>Try again</Button>
      </p>
    )
  return (
    <div className="work-uses">
      {details.data.uses.map((use) => (
        <UseInBrief key={`${use.brief} ${use.source.id}`} use={use} />
      ))}
      <Origins details={details.data} />
      <WorkGrade work={work.work} events={details.data.events} />
      <div className="row">
        <Button onClick={() => setTaking(true)}>Add to a brief…</Button>
      </div>
      <TakeOverDialog uses={details.data.uses} open={taking} onOpenChange={setTaking} />
    </div>
  )
}

const UseInBrief = ({ use: { brief, title, source, sentences, excerpts } }: { use: WorkUse }) => (
  <section className="work-use">
    <h4>
      <Link href={sourceAddress(brief, source.id)}>{title || 'Untitled brief'}</Link>
      <span className="muted small"> · {counted(excerpts.length, 'excerpt')}</span>
    </h4>
    {sentences.length === 0 && <p className="muted small">No sentence rests on it yet.</p>}
    <ul>
      {sentences.map(({ citation, sentence, placed }) => (
        <li key={citation}>
          <Link href={citationAddress(brief, citation)} className="work-sentence">
            {sentence || 'A citation without words'}
          </Link>
          {!placed && <span className="muted small"> (lost its place)</span>}
        </li>
      ))}
    </ul>
    <ul className="work-excerpts">
      {excerpts.map((excerpt) => (
        <li key={excerpt.id} className="small">
          “{wordsOf(excerpt)}”
          {excerpt.says && (
            <span className="muted">
              {' '}
              — {excerpt.says.name}
              {excerpt.says.named ? '' : ' (not named)'}
            </span>
          )}
        </li>
      ))}
    </ul>
  </section>
)

/** Five reprints of one story are one origin. */
const Origins = ({ details: { origins } }: { details: WorkDetails }) =>
  origins.length > 0 && (
    <p className="small">
      <span className="label">{origins.length === 1 ? 'One origin' : `${origins.length} origins`}:</span>{' '}
      {origins.map((origin) => `${origin.name} (${counted(origin.excerpts.length, 'excerpt')})`).join('; ')}
    </p>
  )
