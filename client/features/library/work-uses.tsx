/** Where a work is used: in each brief the sentences that rest on it, and what was taken from it. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { api, sentenceOf } from '../../api.ts'
import type { LibraryWork, WorkDetails, WorkUse } from '../../../shared/wire/inputs.ts'
import { wordsOf } from '../../../shared/brief/excerpt.ts'
import { Button } from '../../ui/button.tsx'
import { WorkGrade } from './work-grade.tsx'
import { TakeOverDialog } from './take-over-dialog.tsx'
import { citationAddress, sourceAddress } from './places.ts'
import { say } from '../../words/en/library.ts'

export const WorkUses = ({ work }: { work: LibraryWork }) => {
  const details = useQuery({ queryKey: ['library', 'work', work.work], queryFn: () => api.work(work.work) })
  const [taking, setTaking] = useState(false)
  if (details.isPending) return <p className="work-note muted small">{say.lookingItUp}</p>
  if (details.error)
    return (
      <p className="work-note" role="alert">
        {sentenceOf(details.error)} <Button onClick={() => void details.refetch()}>{say.tryAgain}</Button>
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
        <Button onClick={() => setTaking(true)}>{say.addToABriefNext}</Button>
      </div>
      <TakeOverDialog uses={details.data.uses} open={taking} onOpenChange={setTaking} />
    </div>
  )
}

const UseInBrief = ({ use: { brief, title, source, sentences, excerpts } }: { use: WorkUse }) => (
  <section className="work-use">
    <h4>
      <Link href={sourceAddress(brief, source.id)}>{title || say.untitledBrief}</Link>
      <span className="muted small"> · {say.excerptsCount(excerpts.length)}</span>
    </h4>
    {sentences.length === 0 && <p className="muted small">{say.noSentenceRestsOnItYet}</p>}
    <ul>
      {sentences.map(({ citation, sentence, placed }) => (
        <li key={citation}>
          <Link href={citationAddress(brief, citation)} className="work-sentence">
            {sentence || say.aCitationWithoutWords}
          </Link>
          {!placed && <span className="muted small"> {say.lostItsPlace}</span>}
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
              {excerpt.says.named ? '' : say.notNamed}
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
      <span className="label">{say.origins(origins.length)}:</span>{' '}
      {origins.map((origin) => `${origin.name} (${say.excerptsCount(origin.excerpts.length)})`).join('; ')}
    </p>
  )
