/** Brings a work into a brief: which brief, and which of the excerpts that were taken from it before. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, sentenceOf } from '../../api.ts'
import { wordsOf } from '../../../shared/brief/excerpt.ts'
import { can } from '../../../shared/brief/role.ts'
import type { WorkUse } from '../../../shared/wire/inputs.ts'
import { Button } from '../../ui/button.tsx'
import { counted } from '../../ui/counted.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { toast } from '../../ui/toast.tsx'

type Props = { uses: WorkUse[]; open: boolean; onOpenChange: (open: boolean) => void }

export const TakeOverDialog = ({ uses, open, onOpenChange }: Props) => (
  <Dialog
    open={open}
    onOpenChange={onOpenChange}
    title="Add to a brief"
    description="The source comes along with its saved copies and the excerpts that you tick."
  >
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
      const what = `${counted(taken, 'excerpt')} ${taken === 1 ? 'was' : 'were'} taken over.`
      toast({ title: added ? `Added. ${what}` : `The brief had this source already. ${what}` })
      await queries.invalidateQueries({ queryKey: ['library'] })
      onDone()
    },
  })

  if (briefs.data && targets.length === 0)
    return <p>There is no brief that you may write in. Make a new one first.</p>
  return (
    <form
      className="add-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (into && offered.length > 0) take.mutate()
      }}
    >
      <Select
        label="Brief"
        value={into ?? ''}
        onValue={setChosen}
        options={targets.map((each) => ({
          value: each.id,
          label: `${each.title || 'Untitled brief'}${has(uses, each.id) ? ' (has this source)' : ''}`,
        }))}
      />
      {excerpts.length > 0 && (
        <fieldset className="take-excerpts">
          <legend className="label">Excerpts</legend>
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
      {offered.length === 0 && <p>Only this brief has the source. Choose another one.</p>}
      {take.error && <p role="alert">{sentenceOf(take.error)}</p>}
      <p className="row form-end">
        <Button type="submit" look="primary" busy={take.isPending} disabled={!into || offered.length === 0}>
          Add to brief
        </Button>
      </p>
    </form>
  )
}

const has = (uses: readonly WorkUse[], briefId: string) => uses.some((use) => use.brief === briefId)
