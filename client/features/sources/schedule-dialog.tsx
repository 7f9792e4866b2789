/** Has the address of a source, or of all sources of the brief, looked at daily or weekly until a day. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Source } from '../../../shared/brief/source.ts'
import type { ScheduleInput, SourceCheck } from '../../../shared/wire/inputs.ts'
import { api, sentenceOf } from '../../api.ts'
import { useBrief } from '../../brief/brief-context.ts'
import { Button } from '../../ui/button.tsx'
import { dayField } from '../../ui/day-field.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useChecking } from './use-checking.ts'
import { say } from '../../words/en/sources.ts'

const OFTEN = [
  { value: 'daily', label: say.everyDay },
  { value: 'weekly', label: say.everyWeek },
] as const

const inDays = (days: number) => dayField(new Date(Date.now() + days * 86_400_000))

export const ScheduleDialog = ({
  source,
  check,
  onClose,
}: {
  /** Null: all that have an address. */
  source: Source | null
  check: SourceCheck | undefined
  onClose: () => void
}) => {
  const { id } = useBrief()
  const { looked } = useChecking()
  const now = check?.schedule
  const [every, setEvery] = useState<ScheduleInput['every']>(now?.every ?? 'weekly')
  const [until, setUntil] = useState(now?.until ?? inDays(30))
  const save = useMutation({
    mutationFn: async (stop: boolean) => {
      if (!source) await api.setScheduleOfAll(id, { every, until })
      else if (stop) await api.stopSchedule(id, source.id)
      else await api.setSchedule(id, source.id, { every, until })
    },
    onSuccess: async () => {
      await looked()
      onClose()
    },
  })
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={source ? say.scheduleTitle : say.scheduleForAll}
      description={say.whatAScheduleDoes}
      footer={
        <>
          {source && now && (
            <Button disabled={save.isPending} onClick={() => save.mutate(true)}>
              {say.stopChecking}
            </Button>
          )}
          <Button
            look="primary"
            busy={save.isPending}
            disabled={until === ''}
            onClick={() => save.mutate(false)}
          >
            {say.set}
          </Button>
        </>
      }
    >
      <Select label={say.howOften} value={every} options={OFTEN} onValue={setEvery} />
      <TextField
        label={say.until}
        type="date"
        min={inDays(0)}
        max={inDays(365)}
        value={until}
        onValue={setUntil}
      />
      {save.error && <p role="alert">{sentenceOf(save.error)}</p>}
    </Dialog>
  )
}
