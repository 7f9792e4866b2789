/** The page that was sent, where it comes from, and into which brief it goes: a person looks before anything is kept. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useEffect, useState } from 'react'
import { can } from '../../../shared/brief/role.ts'
import { api, sentenceOf } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import type { SentPage } from './received.ts'
import { say } from '../../words/en/collect.ts'

/** A page that opened this window under a press must not get the next press too. */
const LOOK_MS = 800

export const SendPage = ({ page }: { page: SentPage }) => {
  const briefs = useQuery({ queryKey: ['briefs'], queryFn: api.briefs })
  const [chosen, setChosen] = useState<string | null>(null)
  const [keeping, setKeeping] = useState(page.selection !== '')
  const looked = useLooked()
  const writable = (briefs.data ?? [])
    .filter(({ role }) => can(role, 'write'))
    .toSorted((a, b) => (a.changedAt > b.changedAt ? -1 : 1))
  const brief = writable.find(({ id }) => id === chosen) ?? writable[0]
  const add = useMutation({
    mutationFn: (into: string) =>
      api.addPage(into, {
        html: page.html,
        address: page.address,
        ...(keeping && { selection: page.selection }),
      }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (brief && looked && !add.isPending) add.mutate(brief.id)
  }
  if (add.data && brief) {
    const { source, excerpt } = add.data
    return (
      <div role="status" className="collect-done">
        <p>{say.wasAddedTo(source.item.title ?? page.address, brief.title)}</p>
        {keeping && <p>{excerpt ? say.selectedAreExcerpt : say.selectedNotFound}</p>}
        <p className="row">
          <a className="button primary" href={`/b/${brief.id}#source=${source.id}`}>
            {say.openIt}
          </a>
          <Button onClick={() => window.close()}>{say.closeThisWindow}</Button>
        </p>
      </div>
    )
  }
  return (
    <form onSubmit={submit}>
      <dl className="collect-page">
        <dt>{say.page}</dt>
        <dd>{page.title || say.withoutATitle}</dd>
        <dt>{say.sentBy}</dt>
        <dd>{page.origin}</dd>
        <dt>{say.address}</dt>
        <dd className="muted small">{page.address}</dd>
      </dl>
      {briefs.error && <p role="alert">{sentenceOf(briefs.error)}</p>}
      {briefs.data && writable.length === 0 && <p role="alert">{say.noBriefToWriteIn}</p>}
      {brief && (
        <Select
          label={say.intoTheBrief}
          value={brief.id}
          onValue={setChosen}
          options={writable.map(({ id, title }) => ({ value: id, label: title || say.untitledBrief }))}
        />
      )}
      {page.selection !== '' && (
        <label className="checkbox">
          <input type="checkbox" checked={keeping} onChange={(event) => setKeeping(event.target.checked)} />
          <span>
            {say.keepSelected}
            <q className="collect-words">{page.selection.slice(0, 300)}</q>
          </span>
        </label>
      )}
      <p className="muted small">{say.whoReadsIt}</p>
      {add.error && <p role="alert">{sentenceOf(add.error)}</p>}
      <Button look="primary" type="submit" busy={add.isPending} disabled={!brief || !looked}>
        {say.addSource}
      </Button>
    </form>
  )
}

const useLooked = (): boolean => {
  const [looked, setLooked] = useState(false)
  useEffect(() => {
    const timer = setTimeout(setLooked, LOOK_MS, true)
    return () => clearTimeout(timer)
  }, [])
  return looked
}
