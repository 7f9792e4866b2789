/** Chooses the source that another one is the same work as. */
import { type FormEvent, useId, useState } from 'react'
import type { Source } from '../../../shared/brief/source.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { sourceLine, titleOf } from './source-line.ts'
import { useSources } from './use-library.ts'
import { useMerging } from './use-merging.ts'
import { useTwin } from './use-twins.ts'
import { say } from '../../words/en/sources.ts'

export const MergeDialog = ({ source, onClose }: { source: Source; onClose: () => void }) => {
  const form = useId()
  const { merge } = useMerging()
  const twin = useTwin(source.id)
  const others = [...useSources().values()]
    .filter(({ id, removed }) => id !== source.id && !removed)
    .toSorted((a, b) => (titleOf(a) < titleOf(b) ? -1 : 1))
  const [chosen, setChosen] = useState(twin?.id ?? others[0]?.id ?? '')
  const into = others.find(({ id }) => id === chosen)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!into) return
    merge(source, into)
    onClose()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={say.mergeWithAnotherSource}
      description={say.whatMergingDoes(titleOf(source))}
      footer={
        <>
          <Button onClick={onClose}>{say.cancel}</Button>
          <Button look="primary" type="submit" form={form} disabled={!into}>
            {say.merge}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="add-form">
        {others.length === 0 ? (
          <p>{say.noOtherSource}</p>
        ) : (
          <Select
            label={say.theSameWorkAs}
            value={chosen}
            onValue={setChosen}
            options={others.map((each) => ({ value: each.id, label: titleOf(each) }))}
          />
        )}
        {into && <p className="muted small">{sourceLine(into)}</p>}
      </form>
    </Dialog>
  )
}
