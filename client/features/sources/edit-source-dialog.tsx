/** Changes the details of a source. Field by field: what a colleague changes meanwhile stays. */
import { type FormEvent, useId, useState } from 'react'
import { useBrief } from '../../brief/brief-context.ts'
import { changeSource, type Source } from '../../../shared/brief/source.ts'
import type { CslItem } from '../../../shared/cite/csl.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { MarkField } from '../../ui/mark-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { draftOf, itemChange, type SourceDraft } from './source-draft.ts'
import { SourceFields } from './source-fields.tsx'
import { say } from '../../words/en/sources.ts'

/** Only what differs from what the form was opened with is written. */
const changed = (change: Partial<CslItem>, item: CslItem): Partial<CslItem> =>
  Object.fromEntries(
    Object.entries(change).filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(item[field])),
  )

export const EditSourceDialog = ({
  source,
  first,
  onClose,
}: {
  source: Source
  first?: keyof SourceDraft
  onClose: () => void
}) => {
  const { doc } = useBrief()
  const form = useId()
  const [draft, setDraft] = useState(() => draftOf(source.item, source.origin))
  const [note, setNote] = useState(source.note)
  const [handling, setHandling] = useState(source.handling ?? '')
  const [embargo, setEmbargo] = useState(source.embargoUntil ?? '')
  const save = (event: FormEvent) => {
    event.preventDefault()
    const origin = draft.origin.trim() || null
    const mark = handling.trim() || null
    const until = embargo.trim() || null
    changeSource(doc, source.id, {
      item: changed(itemChange(draft, source.item), source.item),
      ...(origin === source.origin ? {} : { origin }),
      ...(note === source.note ? {} : { note }),
      ...(mark === source.handling ? {} : { handling: mark }),
      ...(until === source.embargoUntil ? {} : { embargoUntil: until }),
    })
    onClose()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={say.detailsOfTheSource}
      wide
      footer={
        <>
          <Button onClick={onClose}>{say.cancel}</Button>
          <Button look="primary" type="submit" form={form}>
            {say.save}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={save} className="add-form">
        <SourceFields draft={draft} onDraft={setDraft} first={first} />
        <MarkField hint={say.markHint} value={handling} onValue={setHandling} />
        <TextField
          label={say.underEmbargoUntil}
          type={/^(\d{4}-\d\d-\d\d)?$/.test(embargo) ? 'date' : 'text'}
          value={embargo}
          onValue={setEmbargo}
        />
        <TextField label={say.myNote} lines={3} value={note} onValue={setNote} />
      </form>
    </Dialog>
  )
}
