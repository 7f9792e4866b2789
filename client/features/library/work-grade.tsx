/** What a work is graded as in this workspace, by whom and why, and the way to grade it. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, sentenceOf } from '../../api.ts'
import { gradeWords, sourceGrades } from '../../../shared/check/grades.ts'
import type { WorkEvent } from '../../../shared/wire/inputs.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { dayText } from '../../ui/when.ts'
import { say } from '../../words/en/library.ts'
import { written } from '../../words/written.ts'

const NONE = ''

export const WorkGrade = ({ work, events }: { work: string; events: readonly WorkEvent[] }) => {
  const [grading, setGrading] = useState(false)
  const graded = events.filter((event) => event.kind === 'graded')
  const now = graded[0]
  return (
    <section className="work-grade">
      {now?.grade ? (
        <p>
          <span className="grade">{gradeWords('source', now.grade, written)}</span>{' '}
          <span className="muted small">{byLine(now)}</span>
        </p>
      ) : (
        now && <p className="muted small">{say.theGradeWasTakenBack(byLine(now))}</p>
      )}
      {now?.why && <p className="small">{now.why}</p>}
      {graded.length > 1 && (
        <details className="small">
          <summary>{say.earlierGrades}</summary>
          <ul>
            {graded.slice(1).map((event) => (
              <li key={event.id}>
                {event.grade ? gradeWords('source', event.grade, written) : say.takenBack}{' '}
                <span className="muted">{byLine(event)}</span>
                {event.why && ` ${event.why}`}
              </li>
            ))}
          </ul>
        </details>
      )}
      {grading ? (
        <GradeForm work={work} now={now?.grade ?? null} onDone={() => setGrading(false)} />
      ) : (
        <Button look="quiet" onClick={() => setGrading(true)}>
          {now?.grade ? say.gradeAnew : say.gradeThisSource}
        </Button>
      )}
    </section>
  )
}

const byLine = ({ by, at }: WorkEvent) => [by, dayText(at)].filter(Boolean).join(', ')

const GradeForm = ({ work, now, onDone }: { work: string; now: string | null; onDone: () => void }) => {
  const queries = useQueryClient()
  const settings = useQuery({ queryKey: ['library', 'settings'], queryFn: api.librarySettings })
  const [chosen, setChosen] = useState(now ?? NONE)
  const [why, setWhy] = useState('')
  const save = useMutation({
    mutationFn: () => api.gradeWork(work, chosen === NONE ? null : chosen, why),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['library'] })
      onDone()
    },
  })
  const offered = sourceGrades[settings.data?.gradeScale ?? 'plain']
  const values = now !== null && !offered.includes(now) ? [...offered, now] : offered
  return (
    <form
      className="add-form"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <Select
        label={say.theSourceIs}
        value={chosen}
        onValue={setChosen}
        options={[
          { value: NONE, label: now === null ? say.notGraded : say.takeTheGradeBack },
          ...values.map((value) => ({ value, label: gradeWords('source', value, written) })),
        ]}
      />
      <TextField label={say.why} hint={say.whoReadsWhy} value={why} onValue={setWhy} />
      {save.error && <p role="alert">{sentenceOf(save.error)}</p>}
      <p className="row">
        <Button
          type="submit"
          look="primary"
          busy={save.isPending}
          disabled={chosen === (now ?? NONE) && why.trim() === ''}
        >
          {say.save}
        </Button>
        <Button onClick={onDone}>{say.cancel}</Button>
      </p>
    </form>
  )
}
