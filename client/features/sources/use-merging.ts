/** Merges two sources, says so, and takes it back. */
import { useBrief } from '../../brief/brief-context.ts'
import { mergeSources, unmergeSource } from '../../../shared/brief/merge.ts'
import type { Source } from '../../../shared/brief/source.ts'
import { toast } from '../../ui/toast.ts'
import { titleOf } from './source-line.ts'
import { say } from '../../words/en/sources.ts'

export const useMerging = () => {
  const { doc, me, focus } = useBrief()
  const takeBack = (id: string) => {
    unmergeSource(doc, id)
    toast(say.theyAreTwoSourcesAgain)
  }
  return {
    takeBack,
    merge(from: Source, into: Source) {
      const by = { id: me.id, name: me.name }
      mergeSources(doc, { from: from.id, into: into.id }, { by, at: new Date().toISOString() })
      if (focus.get().source === from.id) focus.openSource(into.id)
      toast({
        title: say.nowAPartOf(titleOf(into)),
        description: say.whatWentThere,
        action: { label: say.undo, run: () => takeBack(from.id) },
      })
    },
  }
}
