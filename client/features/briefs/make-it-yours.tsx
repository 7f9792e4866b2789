/** Copies the example into a brief of one's own, with its evidence, and opens the copy. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, sentenceOf } from '../../api.ts'
import { TITLE_LIMIT } from '../../../shared/brief/about.ts'
import type { BriefSummary } from '../../../shared/wire/inputs.ts'
import { Button } from '../../ui/button.tsx'
import { toast } from '../../ui/toast.ts'
import { say } from '../../words/en/briefs.ts'

export const MakeItYours = ({ brief, onOpen }: { brief: BriefSummary; onOpen: (id: string) => void }) => {
  const queries = useQueryClient()
  const copy = useMutation({
    // On the list it is told apart from the example, and from another copy by when it changed.
    mutationFn: () => api.newBrief(say.copyOf(brief.title).slice(0, TITLE_LIMIT), { copyOf: brief.id }),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['briefs'] })
      onOpen(id)
    },
    onError: (error) => toast({ title: sentenceOf(error), stays: true }),
  })
  return (
    <Button busy={copy.isPending} onClick={() => copy.mutate()}>
      {say.makeItYours}
    </Button>
  )
}
