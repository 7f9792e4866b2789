/** Says for the whole workspace that a work was retracted, corrected or discredited, and why. */
import { useState } from 'react'
import type { Source } from '../../../shared/brief/source.ts'
import type { WithdrawalInput } from '../../../shared/wire/inputs.ts'
import { api, sentenceOf } from '../../api.ts'
import { useBrief } from '../../brief/brief-context.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { say } from '../../words/en/sources.ts'

const KINDS = [
  { value: 'retracted', label: say.retracted },
  { value: 'corrected', label: say.correctedByItsPublisher },
  { value: 'discredited', label: say.discredited },
] as const

export const WithdrawDialog = ({ source, onClose }: { source: Source; onClose: () => void }) => {
  const { id } = useBrief()
  const [kind, setKind] = useState<WithdrawalInput['kind']>('retracted')
  const [why, setWhy] = useState('')
  const [state, setState] = useState<{ busy: boolean; error: string | null }>({ busy: false, error: null })
  const send = async () => {
    setState({ busy: true, error: null })
    try {
      await api.withdraw(id, source.id, kind, why)
      onClose()
    } catch (error) {
      setState({ busy: false, error: sentenceOf(error) })
    }
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={say.withdrawThisSource}
      description={say.whatWithdrawingDoes}
      footer={
        <Button look="danger" busy={state.busy} disabled={why.trim() === ''} onClick={() => void send()}>
          {say.withdrawIt}
        </Button>
      }
    >
      <Select label={say.whatHappened} value={kind} options={KINDS} onValue={setKind} />
      <TextField label={say.reason} value={why} onValue={setWhy} />
      {state.error && <p role="alert">{state.error}</p>}
    </Dialog>
  )
}
