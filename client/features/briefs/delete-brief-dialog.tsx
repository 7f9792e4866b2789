/** Asks before a brief is deleted, for everybody. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, sentenceOf } from '../../api.ts'
import type { BriefSummary } from '../../../shared/wire/inputs.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'

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
      title="Delete this brief?"
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Keep it</Button>
          <Button look="danger" busy={remove.isPending} onClick={() => remove.mutate()}>
            Delete for everybody
          </Button>
        </>
      }
    >
      <p>
        “{brief.title}” goes for all who are in it, with its sources and excerpts. Export it first if you may
        want it again.
      </p>
      {remove.error && <p role="alert">{sentenceOf(remove.error)}</p>}
    </Dialog>
  )
}
