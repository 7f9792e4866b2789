/** Asks before a brief is deleted, for everybody. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, sentenceOf } from '../../api.ts'
import type { BriefSummary } from '../../../shared/wire/inputs.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { say } from '../../words/en/briefs.ts'

export const DeleteBriefDialog = ({
  brief,
  open,
  onOpenChange,
}: {
  brief: BriefSummary
  open: boolean
  onOpenChange: (open: boolean) => void
}) => {
  const queries = useQueryClient()
  const remove = useMutation({
    mutationFn: () => api.removeBrief(brief.id),
    onSuccess: async () => {
      onOpenChange(false)
      await queries.invalidateQueries({ queryKey: ['briefs'] })
    },
  })
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={say.deleteThisBrief}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{say.keepIt}</Button>
          <Button look="danger" busy={remove.isPending} onClick={() => remove.mutate()}>
            {say.deleteForEverybody}
          </Button>
        </>
      }
    >
      <p>{say.goesForEverybody(brief.title)}</p>
      {remove.error && <p role="alert">{sentenceOf(remove.error)}</p>}
    </Dialog>
  )
}
