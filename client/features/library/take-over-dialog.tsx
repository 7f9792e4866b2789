/** Brings a work into a brief: which brief, and which of the excerpts that were taken from it before. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, sentenceOf } from '../../api.ts'
import { wordsOf } from '../../../shared/brief/excerpt.ts'
import { can } from '../../../shared/brief/role.ts'
import type { WorkUse } from '../../../shared/wire/inputs.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { toast } from '../../ui/toast.ts'
import { say } from '../../words/en/library.ts'

type Props = { uses: WorkUse[]; open: boolean; onOpenChange: (open: boolean) => void }

export const TakeOverDialog = ({ uses, open, onOpenChange }: Props) => (
  <Dialog open={open} onOpenChange={onOpenChange} title={say.addToABrief} description={say.whatComesAlong}>
    {open && <TakeOverForm uses={uses} onDone={() => onOpenChange(false)} />}
  </Dialog>
)

const TakeOverForm = ({ uses, onDone }: { uses: WorkUse[]; onDone: () => void }) => {
  const queries = useQueryClient()
  const briefs = useQuery({ queryKey: ['briefs'], queryFn: api.briefs })
  // A brief with the work already takes excerpts that it lacks, from the others.
  const targets = (briefs.data ?? []).filter((each) => can(each.role, 'write'))
  const [chosen, setChosen] = useState<string | null>(null)
  const into =
    targets.find((each) => each.id === chosen)?.id ??
    targets.find((t) => !has(uses, t.id))?.id ??
    targets[0]?.id
  const offered = uses.filter((use) => use.brief !== into)
  const excerpts = offered.flatMap((use) => use.excerpts.map((excerpt) => ({ use, excerpt })))
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())

  const take = useMutation({
    mutationFn: async () => {
      let taken = 0
      let added = false
      for (const use of offered) {
        const ticked = use.excerpts.filter((e) => !left.has(e.id)).map((e) => e.id)
        const result = await api.takeOver(into!, use.brief, use.source.id, ticked)
        taken += result.excerpts
        added ||= result.added
      }
      return { taken, added }
    },
    onSuccess: async ({ taken, added }) => {
      const what = say.excerptsTakenOver(taken)
      toast({ title: added ? say.added(what) : say.briefHadIt(what) })
      await queries.invalidateQueries({ queryKey: ['library'] })
      onDone()
    },
  })

  if (briefs.data && targets.length === 0) return <p>{say.noBriefToWriteIn}</p>
  return (
    <form
      className="add-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (into && offered.length > 0) take.mutate()
      }}
    >
      <Select
        label={say.brief}
        value={into ?? ''}
        onValue={setChosen}
        options={targets.map((each) => ({
          value: each.id,
          label: `${each.title || say.untitledBrief}${has(uses, each.id) ? say.hasItAlready : ''}`,
        }))}
      />
      {excerpts.length > 0 && (
        <fieldset className="take-excerpts">
          <legend className="label">{say.excerpts}</legend>
          {excerpts.map(({ excerpt }) => (
            <label key={excerpt.id} className="take-excerpt">
              <input
                type="checkbox"
                checked={!left.has(excerpt.id)}
                onChange={(event) => {
                  const next = new Set(left)
                  if (event.target.checked) next.delete(excerpt.id)
                  else next.add(excerpt.id)
                  setLeft(next)
                }}
              />
              <span>“{wordsOf(excerpt)}”</span>
            </label>
          ))}
        </fieldset>
      )}
      {offered.length === 0 && <p>{say.onlyThisBriefHasTheSource}</p>}
      {take.error && <p role="alert">{sentenceOf(take.error)}</p>}
      <p className="row form-end">
        <Button type="submit" look="primary" busy={take.isPending} disabled={!into || offered.length === 0}>
          {say.addToBrief}
        </Button>
      </p>
    </form>
  )
}

const has = (uses: readonly WorkUse[], briefId: string) => uses.some((use) => use.brief === briefId)
