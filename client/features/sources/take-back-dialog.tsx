/** Takes back, for the whole workspace, that a source was withdrawn, and says why. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Source } from '../../../shared/brief/source.ts'
import { api, sentenceOf } from '../../api.ts'
import { useBrief } from '../../brief/brief-context.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { say } from '../../words/en/sources.ts'

export const TakeBackDialog = ({ source, onClose }: { source: Source; onClose: () => void }) => {
  const { id } = useBrief()
  const [why, setWhy] = useState('')
  const send = useMutation({
    mutationFn: () => api.takeWithdrawalBack(id, source.id, why),
    onSuccess: onClose,
  })
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={say.takeBackTitle}
      description={say.whatTakingBackDoes}
      footer={
        <Button
          look="primary"
          busy={send.isPending}
          disabled={why.trim() === ''}
          onClick={() => send.mutate()}
        >
          {say.takeItBack}
        </Button>
      }
    >
      <TextField label={say.reason} value={why} onValue={setWhy} />
      {send.error && <p role="alert">{sentenceOf(send.error)}</p>}
    </Dialog>
  )
}
